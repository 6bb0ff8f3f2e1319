import type { Directory } from '#bot/graph/directory.ts';
import { type Card, card } from '#cards/parts.ts';
import type { World } from '#domain/decide.ts';
import type { SchoolKey } from '#domain/people.ts';
import type { CampaignBody } from '#stores/campaign-record.ts';

/** The progress card of a campaign, from its document alone. */
export function drawCampaign(
  _deps: { directory: Directory },
  { body: { campaign } }: { school: SchoolKey; body: CampaignBody },
  _world: World,
): Card {
  const { delivered } = campaign.tally;
  return card([{ type: 'TextBlock', text: `Sent to ${delivered} of ${campaign.total}.`, wrap: true }]);
}
