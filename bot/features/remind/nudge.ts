import { campaignNudgeCard } from '#cards/campaign-steps.card.ts';
import { goesInWords, waitsInWords } from '#cards/going-words.ts';
import { newCampaign } from '#domain/training/campaign.ts';
import { mayNudge, nudgeKey } from '#domain/training/campaign-decide.ts';
import { goingOut } from '#domain/training/when-to-send.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { nothingHere } from '#features/training/training-screen.ts';
import { confirmCampaign, loadCampaign } from '#stores/campaign-record.ts';
import { countSaid } from '#stores/recipient-record.ts';
import { peopleMeant } from './people-meant.ts';
import { campaignAnswer, type Opened, openedCampaign } from './steer.ts';

/** *Nudge those who haven't*: the head count first; then the same reminder to them, once a day at most. */
export async function nudgeCampaign(request: CardRequest, deps: Deps): Promise<Answer> {
  const opened = await openedCampaign(request, deps, true);
  if (opened === undefined || !mayNudge(opened.loaded.campaign)) return nothingHere;
  const { screen, loaded } = opened;
  const key = nudgeKey(loaded.campaign.key, screen.today);
  const before = await loadCampaign(deps.records, request.actor.school, key);
  if (request.data['sure'] !== true) return await asked(opened, before !== undefined);
  // A second press shows what the first one sent.
  if (before !== undefined) return await campaignAnswer({ screen, loaded: before });
  return await send(opened, key);
}

async function asked({ screen, loaded }: Opened, already: boolean): Promise<Answer> {
  const { deps, request, world } = screen;
  const { campaign } = loaded;
  const { school } = request.actor;
  const counts = await countSaid(deps.records, school, campaign.key);
  const going = goingOut(world.settings.calendar, world.now);
  const card = campaignNudgeCard({
    campaign: campaign.key,
    count: (await peopleMeant(screen, { audience: { kind: 'not-done', campaign: campaign.key }, content: campaign.content })).people.length,
    later: counts.later,
    help: counts.help,
    goes: goesInWords(going.startAt, world),
    ...waitsInWords(going, world),
    already,
  });
  return { kind: 'dialog', title: 'Nudge', card };
}

async function send({ screen, loaded }: Opened, key: string): Promise<Answer> {
  const { deps, request, world } = screen;
  const { school, person } = request.actor;
  const audience = { kind: 'not-done', campaign: loaded.campaign.key } as const;
  const { content } = loaded.campaign;
  const { people } = await peopleMeant(screen, { audience, content });
  if (people.length === 0) return await asked({ screen, loaded }, false);
  const campaign = newCampaign({
    key,
    from: 'coordinator',
    by: person.id,
    content,
    audience,
    total: people.length,
    confirmedAt: world.now,
    startAt: goingOut(world.settings.calendar, world.now).startAt,
  });
  await confirmCampaign(deps.records, { school, campaign, people, command: key, progressTo: person.id });
  deps.nudge();
  const sent = await loadCampaign(deps.records, school, key);
  return sent === undefined
    ? nothingHere
    : await campaignAnswer({ screen, loaded: sent }, campaign.startAt <= world.now ? 'It is on its way.' : 'It will go out by itself.');
}
