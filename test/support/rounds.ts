import { readRuleSets } from '#bot/app.ts';
import { openStore } from '#bot/open-store.ts';
import { monthsAfter } from '#domain/training/months.ts';
import type { Day, TrainingEvent } from '#domain/training/record.ts';
import type { CampaignBody } from '#stores/campaign-record.ts';
import { seal } from '#stores/chain.ts';
import { loadRound, type RoundBody } from '#stores/round-record.ts';
import { trainingDoc } from '#stores/training-record.ts';
import type { Persona } from '#test/local-teams/client.ts';
import { type SchoolOptions, schoolFile, startSchool, type TestSchool } from './school.ts';
import { pass, quiet } from './telling.ts';

/** Parts of somebody's name → topic → the day on which it falls due. */
export type Dues = Record<string, Record<string, Day>>;

/** The made-up school where everything was done lately by everybody, so that nothing is due for months, but for what is named. */
export async function schoolWithDue(dues: Dues, options: SchoolOptions & { at: string }): Promise<TestSchool> {
  const store = options.store ?? (await openStore({ kind: 'sqlite', file: ':memory:' }));
  const file = schoolFile(options);
  const { topics } = readRuleSets()[file.settings.ruleSet ?? 'dsl-first'].training;
  const lately = options.at.slice(0, 10);
  for (const { id, name } of file.people) {
    const due = Object.entries(dues).find(([part]) => name.toLowerCase().includes(part))?.[1] ?? {};
    const events = topics.map(({ key, again }): TrainingEvent => {
      const on = due[key] === undefined ? lately : monthsAfter(due[key], -(again?.months ?? 0));
      return { type: 'done', at: options.at, by: 'seed', entry: `seed-${key}`, topic: key, on, source: 'import' };
    });
    const person = { school: file.school, person: `${file.tenantId}:${id}` };
    await store.records.create(trainingDoc(person, { events: seal([], events), applied: ['seed'] }, { owed: [], left: false }));
  }
  const school = await startSchool({ ...options, store });
  await quiet(school);
  return school;
}

/** Moves the clock to a moment to come, in one step, and waits until all that came due has been sent. */
export async function passTo(school: TestSchool, at: string): Promise<void> {
  await pass(school, (Date.parse(at) - Date.parse(school.clock.now())) / 60_000);
}

/** Every morning from the day after now until `last`, at 08:00 of the machine's clock unless told; gives what `look` says on each day when it says anything. */
export async function eachMorning(school: TestSchool, last: Day, look: () => Promise<boolean>, time = '08:00'): Promise<Day[]> {
  const days: Day[] = [];
  for (let at = Date.parse(`${school.clock.now().slice(0, 10)}T${time}Z`) + 86_400_000; ; at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (day > last) return days;
    await passTo(school, new Date(at).toISOString());
    if (await look()) days.push(day);
  }
}

/** Says whether somebody has more messages about training than when it was last asked. */
export function newFor(person: () => Persona, heading?: RegExp): () => Promise<boolean> {
  let before = 0;
  return async () => {
    const now = await had(person(), heading);
    if (now > before + 1) throw new Error(`${now - before} messages in one day`);
    const isNew = now > before;
    before = now;
    return isNew;
  };
}

/** The days whose round has reminded somebody, oldest first. */
export async function rounds(school: TestSchool): Promise<string[]> {
  const query = { kind: 'campaign', order: 'oldest', limit: 100 } as const;
  const { items } = await school.store.records.list<CampaignBody>(school.file.school, query);
  return items.flatMap(({ body: { campaign } }) => (campaign.from === 'daily' ? [campaign.key.slice('auto-'.length)] : []));
}

export async function storedRound({ store, file }: Pick<TestSchool, 'store' | 'file'>): Promise<RoundBody | undefined> {
  return (await loadRound(store.records, file.school))?.body;
}

/** The newest card in somebody's own chat that begins with this heading; '' when there is none. */
export async function cardOf(person: Persona, heading: string): Promise<string> {
  return (await person.cards()).findLast(({ text }) => text.startsWith(heading))?.text ?? '';
}

const byItself = /^(A reminder|Your training: what is due|Training this week|Training this month|Training in your team)/;

/** How many messages about training somebody has had by themselves: reminders of all that is due, and messages about others. */
export async function had(person: Persona, heading = byItself): Promise<number> {
  return (await person.cards()).filter(({ text }) => heading.test(text)).length;
}
