import { blocked, notInRoster, type Reply, throttled } from './connector-errors.ts';
import type { Operation } from './rate-limits.ts';
import type { Conversation, World } from './world.ts';

/** Why the bot may not write here; undefined when it may. */
export function closed(world: World, conversation: Conversation): Reply | undefined {
  if (conversation.kind !== 'personal') return conversation.appIn ? undefined : notInRoster();
  const app = world.accounts.find((account) => account.id === conversation.members[0])?.app;
  if (app === 'blocked') return blocked();
  return app === 'installed' ? undefined : notInRoster();
}

/** The answer when this operation comes too often; undefined when it may pass. */
export function limited(world: World, operation: Operation, thread: string): Reply | undefined {
  const wait = world.limits.take(operation, thread);
  return wait === undefined ? undefined : throttled(wait);
}
