import { farInWords } from '#cards/campaign.card.ts';
import { campaignListCard, campaignUnreachedCard, remindOpenerCard } from '#cards/campaign-steps.card.ts';
import { refusal } from '#cards/refusal.card.ts';
import type { Actor } from '#domain/people.ts';
import { mayRunTraining, maySeeTraining } from '#domain/training/access.ts';
import type { Answer, CardRequest, Deps, TextRequest } from '#features/handler.ts';
import { afterIn } from '#features/read-data.ts';
import { nothingHere } from '#features/training/training-screen.ts';
import { namesOf, worldOf } from '#features/world.ts';
import { listCampaigns } from '#stores/campaign-record.ts';
import { listRecipients } from '#stores/recipient-record.ts';
import { campaignView } from './campaign-view.ts';
import { openedCampaign } from './steer.ts';

const onlyHere: Answer = { kind: 'message', text: 'Reminders are shown in our own chat only. Write *reminders* there.' };

/** `remind`. */
export async function sayRemind({ actor }: TextRequest, deps: Deps): Promise<Answer> {
  const world = await worldOf(deps, actor.school);
  if (!mayRunTraining(world, actor.person.id)) return { kind: 'message', text: refusal('nothing-here') };
  return { kind: 'card', card: remindOpenerCard() };
}

/** `reminders`: a coordinator who starts Teams anew finds them where they were. */
export async function sayReminders({ actor, conversation }: TextRequest, deps: Deps): Promise<Answer> {
  return conversation.kind === 'personal' ? await listed(actor, deps, { inDialog: false, after: undefined }) : onlyHere;
}

export async function listReminders({ actor, data, inDialog }: CardRequest, deps: Deps): Promise<Answer> {
  return await listed(actor, deps, { inDialog, after: afterIn(data) });
}

async function listed(actor: Actor, deps: Deps, { inDialog, after }: { inDialog: boolean; after: string | undefined }): Promise<Answer> {
  const world = await worldOf(deps, actor.school);
  if (!maySeeTraining(world, actor.person.id)) return nothingHere;
  const page = await listCampaigns(deps.records, actor.school, after === undefined ? {} : { after });
  const names = namesOf(deps.directory, actor.school);
  const views = page.items.map((loaded) => campaignView(loaded, actor.person.id, world, names));
  const card = campaignListCard({
    rows: views.map((view) => ({ ...view, far: farInWords(view) })),
    maySend: mayRunTraining(world, actor.person.id),
    inDialog,
    ...(page.next === undefined ? {} : { next: page.next }),
  });
  return inDialog ? { kind: 'dialog', title: 'Reminders', card } : { kind: 'card', card };
}

/** *Show who*: whom it could not be given to, and why. */
export async function showUnreached(request: CardRequest, deps: Deps): Promise<Answer> {
  const opened = await openedCampaign(request, deps, false);
  if (opened === undefined) return nothingHere;
  const after = afterIn(request.data);
  const campaign = opened.loaded.campaign.key;
  const options = { status: 'unreachable', ...(after === undefined ? {} : { after }) } as const;
  const page = await listRecipients(deps.records, request.actor.school, campaign, options);
  const rows = page.items.map(({ person, reason = '' }) => ({ name: opened.screen.name(person), reason }));
  const card = campaignUnreachedCard({ campaign, rows, ...(page.next === undefined ? {} : { next: page.next }) });
  return { kind: 'dialog', title: 'Who cannot be reached', card };
}
