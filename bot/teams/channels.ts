import { z } from 'zod';

const Channels = z.object({ conversations: z.array(z.object({ id: z.string(), name: z.string().nullish() })) });

/** A team's channels from the connector's answer; General has no name there. Undefined when the answer is not one. */
export function readChannels(body: unknown): { id: string; name: string }[] | undefined {
  const read = Channels.safeParse(body);
  return read.success ? read.data.conversations.map(({ id, name }) => ({ id, name: name ?? 'General' })) : undefined;
}
