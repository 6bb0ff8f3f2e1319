import type { Directory } from '#bot/graph/directory.ts';
import { campaignCard } from '#cards/campaign.card.ts';
import type { Card } from '#cards/parts.ts';
import type { World } from '#domain/decide.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import { campaignView } from '#features/remind/campaign-view.ts';
import { namesOf } from '#features/world.ts';
import type { CampaignBody } from '#stores/campaign-record.ts';

/** The progress card of a campaign as `reader` has it in their chat, from its document alone. */
export function drawCampaign(
  { directory }: { directory: Directory },
  { school, body, reader = body.campaign.by ?? '' }: { school: SchoolKey; body: CampaignBody; reader?: PersonId },
  world: World,
): Card {
  return campaignCard(campaignView(body, reader, world, namesOf(directory, school)));
}
