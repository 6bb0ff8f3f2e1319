import type { SetUpEvent } from '#domain/set-up.ts';
import type { Member } from '#domain/training/member.ts';
import { memberDoc, memberId } from '#stores/member-record.ts';
import { changeRoll } from '#stores/roll-record.ts';
import { loadSettings, saveSettings } from '#stores/settings-record.ts';
import { loadTraining } from '#stores/training-record.ts';
import type { Persona, Typing } from '#test/local-teams/client.ts';
import { type SchoolOptions, startSchool, type TestSchool } from './school.ts';
import { onScreen, quiet } from './telling.ts';

/** The made-up school with its past training, once the register lists everybody. */
export async function trainedSchool(options: SchoolOptions = {}): Promise<TestSchool> {
  const school = await startSchool({ training: true, ...options });
  await quiet(school);
  return school;
}

/** The overview, in its dialog, with the words of its picture. Gives what it says. */
export async function openOverview(person: Persona): Promise<string> {
  await person.closeDialog();
  await person.say('training');
  await person.press('Training');
  if ((await person.dialog())?.card?.buttons.some(({ title }) => title === 'The same in words')) await person.press('The same in words');
  return onScreen(person);
}

/** One person's record, found by name. Gives what it says. */
export async function openRecordOf(school: TestSchool, reader: Persona, whose: string): Promise<string> {
  await openOverview(reader);
  await reader.press('One person');
  await reader.press('Open their record', { find: await school.teams.idOf(whose) });
  return onScreen(reader);
}

/** *Record training*, filled in and saved. Gives the last screen. */
export async function recordTraining(recorder: Persona, typing: Typing): Promise<string> {
  await openOverview(recorder);
  await recorder.press('Record training');
  await recorder.press('Save', typing);
  return onScreen(recorder);
}

/** What happened in somebody's training, as it is stored. */
export async function storedTraining(school: TestSchool, who: string) {
  const person = `${school.file.tenantId}:${await school.teams.idOf(who)}`;
  return loadTraining(school.store.records, school.file.school, person);
}

/** Somebody is no longer on the roll, as the next one taken over would have it. */
export async function leaves(school: TestSchool, who: string): Promise<void> {
  const { records } = school.store;
  const key = school.file.school;
  const stored = await records.read<Member>(key, memberId(`${school.file.tenantId}:${await school.teams.idOf(who)}`));
  if (stored === undefined) throw new Error('Nobody of that name is on the roll');
  const now = school.clock.now();
  await records.replace(memberDoc(key, { ...stored.body, left: now.slice(0, 10) }, now), stored.etag);
  await changeRoll(records, key, (body) => ({ body: { ...body, version: body.version + 1 } }));
  await school.later(1);
  await quiet(school);
}

/** From now on this person is the computing coordinator, and nobody else. */
export async function becomesCoordinator(school: TestSchool, who: string): Promise<void> {
  const { records } = school.store;
  const idOf = async (name: string) => `${school.file.tenantId}:${await school.teams.idOf(name)}`;
  const source = { records, initialSettings: () => school.file.settings };
  const [by, now] = [await idOf('judith'), school.clock.now()];
  const given: SetUpEvent = {
    type: 'role-given',
    change: 'given',
    role: 'computing-coordinator',
    to: { holders: [await idOf(who)] },
    at: now,
    by,
  };
  const change = { command: `gives-${who}`, by, now, events: [given], notices: [], newId: () => 'given' };
  await saveSettings(records, await loadSettings(source, school.file.school), change);
}
