import type { CampaignView } from '#cards/campaign.card.ts';
import { contentInWords, sentToInWords, stateInWords, steerWords } from '#cards/campaign-words.ts';
import type { World } from '#domain/decide.ts';
import type { PersonId } from '#domain/people.ts';
import { mayRunTraining } from '#domain/training/access.ts';
import { mayNudge } from '#domain/training/campaign-decide.ts';
import { clockTime } from '#domain/when.ts';
import type { Names } from '#features/world.ts';
import type { CampaignBody } from '#stores/campaign-record.ts';

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
    to: sentToInWords(campaign, names),
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
    steps: steps.map((step) => `${names(step.by)} ${steerWords[step.did]} (${at(step.at)}).`),
    maySteer,
    mayNudge: maySteer && mayNudge(campaign),
    command: `${campaign.key}-${applied.length}`,
  };
}
