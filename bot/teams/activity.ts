import { z } from 'zod';

// Teams writes null for what it leaves out in some events, so null and absent are alike for all that is not demanded.
const words = z.string().nullish();
const named = z.object({ id: z.string(), name: words, type: words });
const members = z.array(z.object({ id: z.string() })).nullish();

/** As much of an incoming activity as the rim reads; anything else in it is ignored. */
export const Activity = z.object({
  type: z.string().min(1),
  id: words,
  name: words,
  action: words,
  channelId: z.literal('msteams'),
  serviceUrl: z.string().min(1),
  from: z.object({ id: z.string().min(1), aadObjectId: words }),
  recipient: z.object({ id: z.string().min(1) }),
  conversation: z.object({ id: z.string().min(1), conversationType: words, tenantId: words, name: words }),
  channelData: z
    .object({
      tenant: z.object({ id: words }).nullish(),
      team: named.nullish(),
      channel: named.nullish(),
      eventType: words,
      settings: z.object({ selectedChannel: named.nullish() }).nullish(),
    })
    .nullish(),
  text: words,
  entities: z.array(z.looseObject({})).nullish(),
  attachments: z.array(z.looseObject({ contentType: words, name: words, content: z.unknown().optional() })).nullish(),
  membersAdded: members,
  membersRemoved: members,
  value: z.unknown().optional(),
});
export type Activity = z.infer<typeof Activity>;
