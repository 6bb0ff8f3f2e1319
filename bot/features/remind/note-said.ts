import type { World } from '#domain/decide.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Answered, Campaign } from '#domain/training/campaign.ts';
import { answeredAfter } from '#domain/training/campaign-decide.ts';
import type { Deps } from '#features/handler.ts';
import type { Learner } from '#features/training/learner.ts';
import { loadCampaign } from '#stores/campaign-record.ts';
import { answerRecipient, type LoadedRecipient, loadRecipient, type RecipientBody, type Said } from '#stores/recipient-record.ts';
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
 * Topics were done elsewhere, by a quiz, under `my training` or as they were recorded: whatever reminder of them stands in their chat says
 * so, and its sender sees it. Call it after the training is saved; what fails here is mended by the next press.
 */
export async function settleReminders(
  deps: Pick<Deps, 'records'>,
  world: World,
  { school, person, topics, command }: { school: SchoolKey; person: PersonId; topics: string[]; command: string },
  learner: Learner,
): Promise<void> {
  // A day of years ago is worth recording, and leaves the topic as due as it was.
  const done = topics.filter((topic) => !learner.owed.some((one) => one.topic === topic && one.standing === 'overdue'));
  if (done.length === 0) return;
  const query = { kind: 'recipient', equals: { person }, order: 'newest', limit: mostReminders } as const;
  const { items } = await deps.records.list<RecipientBody>(school, query);
  for (const { body } of items.filter(({ body: { answered } }) => answered !== 'done')) {
    const campaign = (await loadCampaign(deps.records, school, body.campaign))?.campaign;
    for (const topic of done) {
      if (campaign === undefined || !isAbout(campaign, topic)) continue;
      const recipient = await loadRecipient(deps.records, school, body.campaign, person);
      const said: Said = { answered: 'done', at: world.now, topic };
      if (recipient !== undefined) await noteSaid(deps, world, { campaign, recipient, learner }, said, `${command}-${topic}`);
    }
  }
}

export function isAbout({ content }: Campaign, topic: string): boolean {
  return content.kind === 'owed' || (content.kind === 'topic' && content.topic === topic);
}
