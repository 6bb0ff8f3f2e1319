import type { Directory } from '#bot/graph/directory.ts';
import type { World } from '#domain/decide.ts';
import { redraw } from '#domain/posting.ts';
import { type CampaignBody, campaignDoc } from '#stores/campaign-record.ts';
import { countSaid, sameCounts } from '#stores/recipient-record.ts';
import { type Records, type Stored, VersionConflict } from '#stores/records.ts';
import { bodyKeeper } from './body-keeper.ts';
import { drawCampaign } from './draw-campaign.ts';
import type { Held, Keeper } from './keeper.ts';

type HeldCampaign = Held<Stored<CampaignBody>>;
type CampaignKeeperDeps = { records: Records; directory: Directory };

/** Progress cards. One keeper for each look: the answers are counted once in it, so that the card does not chase what is being sent. */
export function campaignKeeper(deps: CampaignKeeperDeps): Keeper<Stored<CampaignBody>> {
  let counted = false;
  return {
    ...bodyKeeper<CampaignBody>(deps.records, ({ school, state }, { to }, world) => ({
      card: drawCampaign(deps, { school, body: state.body, ...('person' in to ? { reader: to.person } : {}) }, world),
      summary: 'Online Safety: how your reminder is getting on.',
      alert: false,
    })),
    advance: async (held, world) => {
      const begun = begin(held, world);
      // It begins even when nothing can be counted.
      if (begun !== held || counted || held.postings.length === 0) return begun;
      counted = true;
      return await count(deps.records, held);
    },
    save: async (before, after, world) => {
      const body = { ...after.state.body, postings: after.postings };
      const written = await deps.records.replace(campaignDoc(after.school, body, world.now), before.etag, { lightly: true });
      if (written === undefined) throw new VersionConflict();
      return { ...after, etag: written.etag, state: { ...after.state, body } };
    },
  };
}

/** Its time has come. */
function begin(held: HeldCampaign, { now }: World): HeldCampaign {
  const { campaign } = held.state.body;
  if (campaign.state !== 'scheduled' || campaign.startAt > now) return held;
  return withBody(held, { ...held.state.body, campaign: { ...campaign, state: 'sending' } });
}

/** The card is drawn again only when it would say something else. */
async function count(records: Records, held: HeldCampaign): Promise<HeldCampaign> {
  const { body } = held.state;
  const counts = await countSaid(records, held.school, body.campaign.key);
  const settled = Object.values(body.campaign.tally).reduce((sum, one) => sum + one, 0);
  if (settled === body.drawn && sameCounts(counts, body.counts)) return held;
  return withBody(held, { ...body, counts, drawn: settled });
}

function withBody(held: HeldCampaign, body: CampaignBody): HeldCampaign {
  return { ...held, postings: redraw(held.postings), state: { ...held.state, body } };
}
