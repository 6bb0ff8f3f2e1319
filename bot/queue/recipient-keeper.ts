import { loadCampaign } from '#stores/campaign-record.ts';
import type { RecipientBody } from '#stores/recipient-record.ts';
import type { Stored } from '#stores/records.ts';
import { bodyKeeper } from './body-keeper.ts';
import type { Keeper } from './keeper.ts';
import { type RemindDeps, reminderSummary } from './remind-one.ts';

/** Reminder cards that stand in Teams already and say something else now. */
export function recipientKeeper(deps: Pick<RemindDeps, 'records' | 'drawReminder'>): Keeper<Stored<RecipientBody>> {
  return bodyKeeper<RecipientBody>(deps.records, async ({ school, state: { body } }, _posting, world) => {
    const loaded = await loadCampaign(deps.records, school, body.campaign);
    if (loaded === undefined) return { withheld: 'no-campaign' };
    const card = await deps.drawReminder({ school, campaign: loaded.campaign, person: body.person, recipient: body }, world);
    return card === 'nothing-owed' ? { withheld: card } : { card, summary: reminderSummary, alert: false };
  });
}
