import type { PersonId } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import type { Answered, Campaign } from './campaign.ts';
import type { Day } from './record.ts';

export type Steering = 'pause' | 'resume' | 'cancel';
export type SteerRefusal = 'over' | 'automatic';
export type Steered = { kind: 'changed'; campaign: Campaign } | { kind: 'unchanged' } | { kind: 'refused'; reason: SteerRefusal };

/** *Pause*, *Resume* and *Cancel*. What has gone out already stays; nothing that is over begins again. */
export function steer(campaign: Campaign, steering: Steering, by: PersonId, now: Instant): Steered {
  if (isOver(campaign))
    return campaign.state === 'cancelled' && steering === 'cancel' ? { kind: 'unchanged' } : { kind: 'refused', reason: 'over' };
  if (steering === 'cancel') return changed(campaign, { state: 'cancelled', endedAt: now }, { at: now, by, what: 'cancelled' });
  const isPaused = campaign.state === 'paused';
  if (isPaused === (steering === 'pause')) return { kind: 'unchanged' };
  if (steering === 'pause') return changed(campaign, { state: 'paused' }, { at: now, by, what: 'paused' });
  return changed(campaign, { state: campaign.startAt > now ? 'scheduled' : 'sending' }, { at: now, by, what: 'resumed' });
}

type Step = NonNullable<Campaign['steered']>[number];

function changed(campaign: Campaign, change: Partial<Campaign>, step: Step): Steered {
  return { kind: 'changed', campaign: { ...campaign, ...change, steered: [...(campaign.steered ?? []), step] } };
}

export function isOver({ state }: Campaign): boolean {
  return state === 'sent' || state === 'cancelled';
}

/** A reminder of a person's own choosing can be asked about again: those who have neither answered nor done it. */
export function mayNudge(campaign: Campaign): boolean {
  return campaign.from === 'coordinator' && isOver(campaign) && campaign.content.kind !== 'owed' && campaign.tally.delivered > 0;
}

/** The same for every press of one day, so that nobody is nudged twice on it; a nudge of a nudge counts with its first. */
export function nudgeKey(key: string, today: Day): string {
  return `${key.replace(/-n\d{8}$/, '')}-n${today.replaceAll('-', '')}`;
}

/** Whoever chose a later day, or has asked for help, has answered and is not nudged. */
export const nudged: readonly Answered[] = ['sent', 'unreachable'];

const rank: Record<Answered, number> = { unreachable: 0, sent: 0, later: 1, help: 1, done: 2 };

/** Whether an answer may follow another: it only moves forward, except that 'later' and 'help' may follow one another. */
export function mayFollow(before: Answered, after: Answered): boolean {
  return rank[after] >= rank[before];
}
