import type { CampaignBody } from '#stores/campaign-record.ts';
import type { Persona } from '#test/local-teams/client.ts';
import { campaigns } from './reminding.ts';
import type { TestSchool } from './school.ts';
import { pass } from './telling.ts';

/** Moves the clock to a moment to come, in one step, and waits until all that came due has been sent. */
export async function passTo(school: TestSchool, at: string): Promise<void> {
  await pass(school, (Date.parse(at) - Date.parse(school.clock.now())) / 60_000);
}

/** The days whose round has reminded somebody, newest first. */
export async function rounds(school: TestSchool): Promise<CampaignBody[]> {
  return (await campaigns(school)).filter(({ campaign }) => campaign.from === 'daily');
}

/** The newest card in somebody's own chat that begins with this heading. */
export async function cardOf(person: Persona, heading: string): Promise<string> {
  return (await person.cards()).findLast(({ text }) => text.startsWith(heading))?.text ?? '';
}

/** How many messages about training somebody has had by themselves: reminders of all that is due, and messages about others. */
export async function had(person: Persona): Promise<number> {
  const own = /^(A reminder|Your training|Training this week|Training this month|Training in your team)/;
  return (await person.cards()).filter(({ text }) => own.test(text)).length;
}
