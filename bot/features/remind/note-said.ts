import type { World } from '#domain/decide.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Answered, Campaign } from '#domain/training/campaign.ts';
import { answeredAfter } from '#domain/training/campaign-decide.ts';
import type { Deps } from '#features/handler.ts';
import type { Learner } from '#features/training/learner.ts';
import { loadCampaign } from '#stores/campaign-record.ts';
import { answerRecipient, type LoadedRecipient, type RecipientBody, recipientOf, type Said } from '#stores/recipient-record.ts';
import { topicsOf } from './reminder-view.ts';

type Noting = { campaign: Campaign; recipient: LoadedRecipient; learner: Learner };

/** Writes on the reminder what its person said, and has the posted card drawn again. Once for each command. */
export async function noteSaid(deps: Pick<Deps, 'records'>, world: World, noting: Noting, said: Said, command: string): Promise<void> {
  const answered = countedAs(noting, said);
  await answerRecipient(deps.records, noting.recipient, { answered, said, command, now: world.now });
}

/** A list of several topics is done when all of them are; until then what was said last counts. */
function countedAs({ campaign, recipient, learner }: Noting, said: Said): Exclude<Answered, 'sent' | 'unreachable'> {
  if (campaign.content.kind !== 'owed') return answeredAfter(recipient.answered, said.answered);
  const all: Said[] = [...recipient.said.filter(({ topic }) => topic !== said.topic), said];
  const isDone = (topic: string) => all.some((one) => one.topic === topic && one.answered === 'done');
  if (topicsOf({ campaign, learner, recipient: { ...recipient, said: all } }).every(isDone)) return 'done';
  return all.some(({ answered }) => answered === 'help') ? 'help' : 'later';
}

/** Reminders of so many days ago at most still follow what is done elsewhere. */
const mostReminders = 10;

/**
 * A topic was done elsewhere, by its quiz or under `my training`: whatever reminder of it stands in their chat says so, and its sender
 * sees it. Call it after the training is saved; what fails here is mended by the next press.
 */
export async function settleReminders(
  deps: Pick<Deps, 'records'>,
  world: World,
  { school, person, topic, command }: { school: SchoolKey; person: PersonId; topic: string; command: string },
  learner: Learner,
): Promise<void> {
  // A day of years ago is worth recording, and leaves the topic as due as it was.
  if (learner.owed.some((one) => one.topic === topic && one.standing === 'overdue')) return;
  const query = { kind: 'recipient', equals: { person }, order: 'newest', limit: mostReminders } as const;
  const { items } = await deps.records.list<RecipientBody>(school, query);
  for (const recipient of items.map(recipientOf).filter(({ answered }) => answered !== 'done')) {
    const loaded = await loadCampaign(deps.records, school, recipient.campaign);
    if (loaded === undefined || !isAbout(loaded.campaign, topic)) continue;
    const said: Said = { answered: 'done', at: world.now, topic };
    await noteSaid(deps, world, { campaign: loaded.campaign, recipient, learner }, said, command);
  }
}

export function isAbout({ content }: Campaign, topic: string): boolean {
  return content.kind === 'owed' || (content.kind === 'topic' && content.topic === topic);
}
