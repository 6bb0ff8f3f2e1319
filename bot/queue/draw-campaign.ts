import type { Directory } from '#bot/graph/directory.ts';
import { campaignCard, campaignElsewhereCard } from '#cards/campaign.card.ts';
import type { Card } from '#cards/parts.ts';
import type { World } from '#domain/decide.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import { maySeeTraining } from '#domain/training/access.ts';
import { campaignView } from '#features/remind/campaign-view.ts';
import { namesOf } from '#features/world.ts';
import type { CampaignBody } from '#stores/campaign-record.ts';

/** The progress card of a campaign as `reader` may have it in their chat today, from its document alone. */
export function drawCampaign(
  { directory }: { directory: Directory },
  { school, body, reader = body.campaign.by ?? '' }: { school: SchoolKey; body: CampaignBody; reader?: PersonId },
  world: World,
): Card {
  // Who reads is known when it is drawn, not when it was sent: figures are for whoever looks after training on the day.
  if (!maySeeTraining(world, reader)) return campaignElsewhereCard();
  return campaignCard(campaignView(body, reader, world, namesOf(directory, school)));
}
