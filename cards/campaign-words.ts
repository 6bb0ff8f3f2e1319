import { dayOf } from '#domain/days.ts';
import type { World } from '#domain/decide.ts';
import type { Instant } from '#domain/time.ts';
import type { Campaign } from '#domain/training/campaign.ts';
import { findTopic } from '#domain/training/policy.ts';
import type { Steer } from '#domain/training/steering.ts';
import { clockTime } from '#domain/when.ts';
import { goesInWords } from './going-words.ts';
import { audienceInWords } from './remind-words.ts';

/** `Online-safety refresher`, whatever the rules are by now. */
export function contentInWords({ content }: Pick<Campaign, 'content'>, { ruleSet }: Pick<World, 'ruleSet'>): string {
  if (content.kind === 'owed') return 'what each person has due';
  if (content.kind === 'words') return 'a message';
  return content.label ?? findTopic(ruleSet.training, content.topic)?.label ?? 'Training';
}

/** `all staff who owe it`: a topic goes to nobody who does not owe it, whoever was chosen, unless it is given as needed. */
export function sentToInWords({ from, audience, content }: Campaign, names: (person: string) => string): string {
  if (from === 'daily') return 'everybody with something due';
  const isWide = audience.kind === 'everybody' || audience.kind === 'people-kind';
  return `${audienceInWords(audience, names)}${content.kind === 'topic' && !content.asNeeded && isWide ? ' who owe it' : ''}`;
}

/** What its state means just now: `It goes out on Monday 30 November at 07:45.` */
export function stateInWords(campaign: Campaign, world: World): string {
  const { state, startAt, waitsUntil, endedAt } = campaign;
  switch (state) {
    case 'scheduled':
      return startAt <= world.now ? 'It begins now.' : `It goes out ${goesInWords(startAt, world)}.`;
    case 'sending':
      return waitsUntil !== undefined && waitsUntil > world.now
        ? `The school is closed. It goes on ${goesInWords(waitsUntil, world)}.`
        : 'It is going out.';
    case 'paused':
      return 'Paused. Nothing goes out until somebody presses *Resume*.';
    case 'cancelled':
      return `Cancelled${endedInWords(endedAt, world)}. ${campaign.cursor === 0 ? 'Nothing had gone out.' : 'What had gone out stays.'}`;
    case 'sent':
      return `Sent${endedInWords(endedAt, world)}.`;
  }
}

function endedInWords(endedAt: Instant | undefined, { now, settings: { calendar } }: World): string {
  if (endedAt === undefined) return '';
  const words = clockTime(endedAt, calendar.zone, now);
  return dayOf(calendar, endedAt) === dayOf(calendar, now) ? ` at ${words}` : ` (${words})`;
}

/** After a name. */
export const steerWords: Record<Steer, string> = { pause: 'paused it', resume: 'let it go on', cancel: 'cancelled it' };
