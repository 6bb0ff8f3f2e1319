import { campaignCard, campaignDialog } from '#cards/campaign.card.ts';
import { campaignCancelCard } from '#cards/campaign-steps.card.ts';
import type { Steer } from '#domain/training/steering.ts';
import type { Answer, CardHandler, CardRequest, Deps } from '#features/handler.ts';
import { commandIn, idIn } from '#features/read-data.ts';
import { nothingHere, runnerScreen, screenFor, type TrainingScreen } from '#features/training/training-screen.ts';
import { namesOf } from '#features/world.ts';
import { type CampaignBody, changeCampaign, type LoadedCampaign, loadCampaign } from '#stores/campaign-record.ts';
import { countSaid } from '#stores/recipient-record.ts';
import { campaignView } from './campaign-view.ts';

export type Opened = { screen: TrainingScreen; loaded: LoadedCampaign };
const title = 'Reminder';

/** The reminder that a card names, for whoever may see training; `steering` for whoever may run it. */
export async function openedCampaign(request: CardRequest, deps: Deps, steering: boolean): Promise<Opened | undefined> {
  const screen = await (steering ? runnerScreen : screenFor)(request, deps);
  const key = idIn(request.data, 'campaign');
  if (screen === undefined || key === undefined) return undefined;
  const loaded = await loadCampaign(deps.records, request.actor.school, key);
  return loaded && { screen, loaded };
}

/** *Open*: how far it is now, counted afresh. */
export async function openCampaign(request: CardRequest, deps: Deps): Promise<Answer> {
  const opened = await openedCampaign(request, deps, false);
  return opened === undefined ? nothingHere : await campaignAnswer(opened);
}

export async function campaignAnswer({ screen, loaded }: Opened, said?: string): Promise<Answer> {
  const { deps, request } = screen;
  const counts = await countSaid(deps.records, request.actor.school, loaded.campaign.key);
  return { kind: 'dialog', title, card: campaignDialog(viewOf({ ...loaded, counts }, screen), said) };
}

function viewOf(body: CampaignBody, { request, deps, world }: TrainingScreen) {
  return campaignView(body, request.actor.person.id, world, namesOf(deps.directory, request.actor.school));
}

/** *Pause* and *Resume*, on the card in the chat or in the dialog: each is answered where it was pressed. */
export function steerWith(steering: Exclude<Steer, 'cancel'>): CardHandler {
  return async (request, deps) => {
    const opened = await openedCampaign(request, deps, true);
    const command = commandIn(request.data);
    if (opened === undefined || command === undefined) return nothingHere;
    const loaded = await changed(opened, steering, `${command}-${steering}`);
    if (request.inDialog) return await campaignAnswer({ ...opened, loaded });
    return { kind: 'card', card: campaignCard(viewOf(loaded, opened.screen)) };
  };
}

/** *Cancel*: asks once. */
export async function cancelCampaign(request: CardRequest, deps: Deps): Promise<Answer> {
  const opened = await openedCampaign(request, deps, true);
  if (opened === undefined) return nothingHere;
  const { campaign } = opened.loaded;
  if (request.data['sure'] === true)
    return await campaignAnswer({ ...opened, loaded: await changed(opened, 'cancel', `${campaign.key}-cancel`) });
  const waiting = Math.max(0, campaign.total - campaign.cursor);
  return { kind: 'dialog', title, card: campaignCancelCard({ campaign: campaign.key, waiting }) };
}

/** *Put its card in my chat*: whoever runs training can have it, not only who sent it. */
export async function showCampaign(request: CardRequest, deps: Deps): Promise<Answer> {
  const opened = await openedCampaign(request, deps, true);
  const command = commandIn(request.data);
  if (opened === undefined || command === undefined) return nothingHere;
  // Two who look at the same reminder have the same id on their buttons, and each wants the card.
  const loaded = await changed(opened, 'show', `${command}-${request.actor.person.id}`);
  return await campaignAnswer({ ...opened, loaded }, 'Its card is in your chat with this app.');
}

async function changed({ screen, loaded }: Opened, what: Steer | 'show', command: string): Promise<LoadedCampaign> {
  const { deps, request, world } = screen;
  const change = { command, by: request.actor.person.id, now: world.now, do: what };
  const after = await changeCampaign(deps.records, request.actor.school, loaded.campaign.key, change);
  deps.nudge();
  return after ?? loaded;
}
