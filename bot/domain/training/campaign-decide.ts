import type { Answered, Campaign } from './campaign.ts';
import type { Day } from './record.ts';

export function isOver({ state }: Campaign): boolean {
  return state === 'sent' || state === 'cancelled';
}

/** A reminder that somebody sent can be sent again to those who have neither answered nor done it, once it is over. */
export function mayNudge(campaign: Campaign): boolean {
  return campaign.from === 'coordinator' && isOver(campaign) && campaign.content.kind !== 'owed' && campaign.cursor > 0;
}

/** The same for every press of one day, so that nobody is nudged twice on it; a nudge of a nudge counts with its first. */
export function nudgeKey(key: string, today: Day): string {
  return `${key.replace(/-n\d{8}$/, '')}-n${today.replaceAll('-', '')}`;
}

/** Whoever chose a later day, or has asked for help, has answered and is not nudged. */
export const nudged = ['sent', 'unreachable'] as const satisfies readonly Answered[];

const rank: Record<Answered, number> = { unreachable: 0, sent: 0, later: 1, help: 1, done: 2 };

/** What a recipient is counted under after one more answer: it only moves forward, but 'later' and 'help' may follow one another. */
export function answeredAfter<After extends Answered>(before: Answered, after: After): After | 'done' {
  return rank[after] >= rank[before] ? after : 'done';
}
