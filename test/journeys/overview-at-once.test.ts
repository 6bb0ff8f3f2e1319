import assert from 'node:assert/strict';
import { csv, pressOn, sendList } from '#test/support/lists.ts';
import { sendReminder } from '#test/support/reminding.ts';
import type { TestSchool } from '#test/support/school.ts';
import { onScreen, quiet } from '#test/support/telling.ts';
import { openOverview, recordTraining, trainedSchool } from '#test/support/training.ts';

describe('the overview, looked at just before something was recorded', () => {
  let school: TestSchool;
  afterEach(() => school.close());
  const as = (who: string) => school.teams.as(who);
  const inDate = async (topic: string) => Number(new RegExp(`^${topic}: (\\d+) in date`, 'm').exec(await openOverview(as('idris')))?.[1]);

  it('counts whoever said on a reminder that they have done it', async () => {
    school = await trainedSchool();
    await sendReminder(school, as('idris'), { topic: 'refresher', who: 'staff' });
    const before = await inDate('Online-safety refresher');
    await as('robyn').press('I’ve done it');
    await as('robyn').press('Save: I’ve done it', { 'on.refresher': '2026-11-20' });
    await quiet(school);
    assert.equal(await inDate('Online-safety refresher'), before + 1);
  });

  it('counts what a list brought in', async () => {
    school = await trainedSchool();
    await sendList(school, as('idris'), csv(['Name', 'Topic', 'Date'], ['Robyn Patel', 'Online-safety refresher', '20/11/2026']));
    const before = await inDate('Online-safety refresher');
    await as('idris').closeDialog();
    await pressOn(school, as('idris'), 'Bring in 1 record');
    assert.equal(await inDate('Online-safety refresher'), before + 1);
  });

  it('counts who has joined and who has left by a list of people', async () => {
    school = await trainedSchool();
    const people = async () => Number(/^(\d+) people:/m.exec(await openOverview(as('idris')))?.[1]);
    const before = await people();
    const everybody = school.file.people.map(({ id, name, kind, jobTitle = '' }) => [id, name, kind, `"${jobTitle}"`]);
    const stay = everybody.filter(([, name]) => name !== 'Mr Owen Brandt');
    const fresh = [1, 2, 3].map((n) => [`c3000000-0000-4000-8000-00000000000${n}`, `Ms Hannah Newby ${n}`, 'staff', 'Teaching assistant']);
    const checked = await sendList(school, as('idris'), csv(['Object id', 'Name', 'Kind', 'Job title'], ...stay, ...fresh));
    await as('idris').closeDialog();
    await pressOn(school, as('idris'), checked.buttons[0]?.title ?? '');
    assert.equal(await people(), before + 3 - 1);
  });

  it('counts what is written of many after the press', async () => {
    school = await trainedSchool({ more: 25 });
    const before = await inDate('Online-safety refresher');
    await recordTraining(as('idris'), { topic: 'refresher', on: '2026-11-20', group: 'staff' });
    assert.match(await onScreen(as('idris')), /under way|being recorded/);
    const early = await inDate('Online-safety refresher');
    await quiet(school);
    const after = await inDate('Online-safety refresher');
    assert.ok(after >= before + 25, `${before}, ${early}, then ${after}`);
  });
});
