import type { CampaignView } from '#cards/campaign.card.ts';
import { audienceInWords } from '#cards/remind-words.ts';
import { dayOf } from '#domain/days.ts';
import type { World } from '#domain/decide.ts';
import type { PersonId } from '#domain/people.ts';
import { mayRunTraining } from '#domain/training/access.ts';
import type { Campaign } from '#domain/training/campaign.ts';
import { mayNudge } from '#domain/training/campaign-decide.ts';
import { findTopic } from '#domain/training/policy.ts';
import { clockTime } from '#domain/when.ts';
import type { Names } from '#features/world.ts';
import type { CampaignBody } from '#stores/campaign-record.ts';
import { goesInWords } from './going-words.ts';

const did = { pause: 'paused it', resume: 'let it go on', cancel: 'cancelled it' } as const;

/** How far a reminder is, for one reader, from its document alone. */
export function campaignView(
  { campaign, steps, counts, applied }: CampaignBody,
  reader: PersonId,
  world: World,
  names: Names,
): CampaignView {
  const { tally } = campaign;
  const at = (moment: string) => clockTime(moment, world.settings.calendar.zone, world.now);
  const maySteer = mayRunTraining(world, reader);
  return {
    campaign: campaign.key,
    title: contentInWords(campaign, world),
    ...(campaign.by === undefined ? {} : { by: names(campaign.by) }),
    to: campaign.from === 'daily' ? 'everybody with something due' : `${audienceInWords(campaign.audience, names)}${whoOweIt(campaign)}`,
    state: campaign.state,
    says: stateInWords(campaign, world),
    ...(campaign.override === undefined ? {} : { override: campaign.override }),
    total: campaign.total,
    settled: tally.delivered + tally.unreachable + tally.left + tally.doneBefore,
    delivered: tally.delivered,
    later: counts.later,
    help: counts.help,
    done: counts.done,
    unreached: Object.entries(campaign.reasons).map(([reason, count]) => ({ reason, count })),
    left: tally.left,
    doneBefore: tally.doneBefore,
    aboutTopic: campaign.content.kind !== 'words',
    steps: steps.map((step) => `${names(step.by)} ${did[step.did]} (${at(step.at)}).`),
    maySteer,
    mayNudge: maySteer && mayNudge(campaign),
    command: `${campaign.key}-${applied.length}`,
  };
}

/** A topic goes to nobody who does not owe it, whoever was chosen. */
function whoOweIt({ audience, content }: Campaign): string {
  return content.kind === 'topic' && (audience.kind === 'everybody' || audience.kind === 'people-kind') ? ' who owe it' : '';
}

/** `Online-safety refresher`, whatever the rules are by now. */
export function contentInWords({ content }: Pick<Campaign, 'content'>, { ruleSet }: Pick<World, 'ruleSet'>): string {
  if (content.kind === 'owed') return 'what each person has due';
  if (content.kind === 'words') return 'a message';
  return content.label ?? findTopic(ruleSet.training, content.topic)?.label ?? 'Training';
}

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
      return `Cancelled${endedInWords(endedAt, world)}. What had gone out stays.`;
    case 'sent':
      return `Sent${endedInWords(endedAt, world)}.`;
  }
}

function endedInWords(endedAt: string | undefined, { now, settings: { calendar } }: World): string {
  if (endedAt === undefined) return '';
  const words = clockTime(endedAt, calendar.zone, now);
  return dayOf(calendar, endedAt) === dayOf(calendar, now) ? ` at ${words}` : ` (${words})`;
}
