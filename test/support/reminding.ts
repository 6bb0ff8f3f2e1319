import type { CampaignBody } from '#stores/campaign-record.ts';
import type { Persona, Typing } from '#test/local-teams/client.ts';
import type { TestSchool } from './school.ts';
import { onScreen, quiet } from './telling.ts';

/** The form of a new reminder, open. */
export async function openReminder(coordinator: Persona): Promise<void> {
  const cards = await coordinator.cards();
  const isThere = cards.some(({ buttons }) => buttons.some(({ title }) => title === 'Send a reminder'));
  if (!isThere) await coordinator.say('remind');
  await coordinator.press('Send a reminder');
}

/** The last look at a reminder; gives what it says. */
export async function lookAt(coordinator: Persona, typing: Typing): Promise<string> {
  await openReminder(coordinator);
  return await next(coordinator, typing);
}

/** What is asked on a second screen, and only where a choice on the first leaves it open. */
const askedLater = ['role', 'within', 'named', 'day', 'time'];

/** Through the form, one screen or two, to the last look or to what is wrong. */
export async function next(coordinator: Persona, typing: Typing = {}): Promise<string> {
  const typed = (later: boolean) => Object.fromEntries(Object.entries(typing).filter(([id]) => askedLater.includes(id) === later));
  await coordinator.press('Next', typed(false));
  const inputs = (await coordinator.dialog())?.card?.inputs ?? [];
  if (inputs.some(({ id, visible }) => visible && askedLater.includes(id))) await coordinator.press('Next', typed(true));
  return await onScreen(coordinator);
}

/** Written, looked at, sent, and everything it owes done. */
export async function sendReminder(school: TestSchool, coordinator: Persona, typing: Typing): Promise<void> {
  await lookAt(coordinator, typing);
  await coordinator.press('Send');
  await coordinator.closeDialog();
  await allOut(school);
}

/** Nothing is owed and no campaign is going out. */
export async function allOut(school: TestSchool): Promise<void> {
  await quiet(school);
}

/** Those that somebody sent, newest first; the daily round's are not among them. */
export async function campaigns(school: TestSchool): Promise<CampaignBody[]> {
  const query = { kind: 'campaign', order: 'newest', limit: 50 } as const;
  const { items } = await school.store.records.list<CampaignBody>(school.file.school, query);
  return items.map(({ body }) => body).filter(({ campaign }) => campaign.from === 'coordinator');
}

/** Everything on the newest reminder that somebody sent them; undefined while there is none. */
export async function reminderOf(person: Persona): Promise<string | undefined> {
  return (await person.cards()).findLast(({ text }) => /^A (reminder|message from school)\n/.test(text))?.text;
}

/** The newest progress card in somebody's chat. */
export async function progressOf(person: Persona): Promise<string> {
  return (await person.cards()).findLast(({ text }) => text.startsWith('Reminder: '))?.text ?? '';
}
