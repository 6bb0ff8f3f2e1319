import assert from 'node:assert/strict';
import type { TestSchool } from '#test/support/school.ts';
import { onScreen } from '#test/support/telling.ts';
import { openOverview, openRecordOf, recordTraining, storedTraining, trainedSchool } from '#test/support/training.ts';

describe('the register of training', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await trainedSchool();
  });
  afterEach(() => school.close());
  const idris = () => school.teams.as('idris');

  it('says where the school stands, topic by topic, and as of when', async () => {
    const said = await openOverview(idris());
    assert.match(said, /^Online-safety refresher: 5 in date, 2 due soon, 2 were due$/m);
    assert.match(said, /^As of 10:00\./m);
  });

  it('leads to every screen of training', async () => {
    const ways = ['Who is due', 'Record training', 'Send a reminder', 'Reminders sent', 'Self-audit results', 'Bring in past records'];
    for (const way of [...ways, 'Download', 'People']) {
      await openOverview(idris());
      await idris().press(way);
      assert.doesNotMatch(await onScreen(idris()), /^Training$|nothing here for you/m, way);
    }
  });

  it('lists people by the first day on which something is due', async () => {
    await openOverview(idris());
    await idris().press('Who is due');
    const rows = (await onScreen(idris())).split('\n').filter((line) => line.includes(': '));
    assert.match(rows[0] ?? '', /^Mr Yusuf Ali: Online safety for governors was due Friday 9 October/);
    assert.match(rows[1] ?? '', /^Ms Robyn Patel: Online-safety refresher was due Monday 19 October/);
    assert.equal(rows.length, 12);
  });

  it('lists those whose day has passed, of one topic where one is chosen', async () => {
    await openOverview(idris());
    await idris().press('Who is due');
    await idris().press('Show', { only: 'passed', topic: 'refresher' });
    const rows = (await onScreen(idris())).split('\n').filter((line) => line.includes(': '));
    assert.deepEqual(rows, [
      'Ms Robyn Patel: Online-safety refresher was due Monday 19 October',
      'Mrs Wendy Marlow: Online-safety refresher was due Monday 9 November',
    ]);
  });

  it('leads from those whose day has passed to a reminder for them', async () => {
    await openOverview(idris());
    await idris().press('Who is due');
    await idris().press('Send a reminder', { only: 'passed', topic: 'refresher' });
    await idris().press('Next');
    assert.match(await onScreen(idris()), /This goes to 2 people .*\(those for whom it was due\)/);
  });

  it('shows what somebody owes, what they have done and how that is known', async () => {
    const said = await openRecordOf(school, idris(), 'robyn');
    assert.match(said, /^Class teacher, Year 5, staff$/m);
    assert.match(said, /^Online-safety refresher was due Monday 19 October\. Last done 19 October 2025\.$/m);
    assert.match(said, /^Prevent and online radicalisation, 7 May 2026: Prevent awareness course$/m);
    assert.match(said, /^From past records, brought in by Mr Idris Field on 23 November 2026\.$/m);
  });

  it('shows somebody new what their induction is', async () => {
    const said = await openRecordOf(school, idris(), 'owen');
    assert.match(said, /^Induction: safe internet use is due Monday 7 December\. Not recorded yet\. Part of the induction\.$/m);
  });

  it('takes training of several people at once, and the counts follow', async () => {
    const people = await Promise.all(['robyn', 'wendy'].map((name) => school.teams.idOf(name)));
    const said = await recordTraining(idris(), { topic: 'refresher', on: '2026-11-20', people, course: 'INSET with Mr Field' });
    assert.match(said, /^Online-safety refresher is recorded for 2 people\.$/m);
    assert.match(await openOverview(idris()), /^Online-safety refresher: 7 in date, 2 due soon$/m);
    assert.match(
      await openRecordOf(school, idris(), 'wendy'),
      /^Online-safety refresher, 20 November 2026: INSET with Mr Field\nRecorded by Mr Idris Field on 23 November 2026\.$/m,
    );
  });

  it('takes training of everybody of a kind, and says for whom nothing was changed', async () => {
    await recordTraining(idris(), { topic: 'governors', on: '2026-11-18', people: [await school.teams.idOf('yusuf')] });
    const said = await recordTraining(idris(), { topic: 'governors', on: '2026-11-18', group: 'governor' });
    assert.match(said, /^Online safety for governors is recorded for 1 person\.$/m);
    assert.match(said, /^Mr Yusuf Ali: it is in their record already\.$/m);
  });

  it('takes training of the holders of a role', async () => {
    const said = await recordTraining(idris(), { topic: 'dsl-training', on: '2026-11-18', group: 'role.deputy-dsl' });
    assert.match(said, /is recorded for 1 person/);
    assert.equal((await storedTraining(school, 'daniel')).record.entries.at(-1)?.topic, 'dsl-training');
  });

  it('delivered twice, records once', async () => {
    await openOverview(idris());
    await idris().press('Record training');
    await idris().press('Save', { topic: 'refresher', people: [await school.teams.idOf('robyn')] });
    const before = (await storedTraining(school, 'robyn')).events.length;
    await idris().again();
    await idris().again({ newId: true });
    assert.equal((await storedTraining(school, 'robyn')).events.length, before);
    assert.match(await onScreen(idris()), /recorded for 1 person/);
  });

  it('shows who recorded it where a coordinator records their own', async () => {
    await recordTraining(idris(), { topic: 'reporting', on: '2026-11-20', people: [await school.teams.idOf('idris')] });
    assert.match(await openRecordOf(school, idris(), 'idris'), /^Reporting a concern, 20 November 2026\nRecorded by Mr Idris Field/m);
  });

  it('keeps the correction, who made it and why, beside what was written first', async () => {
    await openRecordOf(school, idris(), 'robyn');
    await idris().press({ title: 'Correct', data: { entry: 'seed-1' } });
    await idris().press('Save the correction', { on: '2025-11-19', certificate: 'LF-7', reason: 'The list had the wrong month' });
    const said = await onScreen(idris());
    assert.match(said, /^Online-safety refresher, 19 November 2025: .*, certificate LF-7$/m);
    assert.match(said, /Corrected since; see the changes below/);
    assert.match(
      said,
      /Mr Idris Field: corrected Online-safety refresher of 19 October 2025: on 19 November 2025, certificate LF-7\. Reason: The list had the wrong month/,
    );
    const { events } = await storedTraining(school, 'robyn');
    assert.equal(events[0]?.event.type === 'done' && events[0].event.on, '2025-10-19');
  });

  it('strikes out with a reason, and no longer counts it', async () => {
    await openRecordOf(school, idris(), 'robyn');
    await idris().press({ title: 'Correct', data: { entry: 'seed-3' } });
    await idris().press('Strike it out');
    assert.match(await onScreen(idris()), /Please say why/);
    await idris().press('Strike it out', { reason: 'It was another Ms Patel' });
    const said = await onScreen(idris());
    assert.match(said, /^Prevent and online radicalisation is due .* Not recorded yet\.$/m);
    assert.match(said, /struck out Prevent and online radicalisation of 7 May 2026\. Reason: It was another Ms Patel/);
  });

  it('keeps the first reason where two mark a topic at the same time, and says who was first', async () => {
    const anita = school.teams.as('anita');
    for (const who of [idris(), anita]) {
      await openRecordOf(school, who, 'keisha');
      await who.press({ title: 'Not applicable', data: { topic: 'volunteers' } });
    }
    await anita.press('Save', { reason: 'Sorts books in the holidays' });
    assert.match(await onScreen(anita), /^Saved\.$/m);
    await idris().press('Save', { reason: 'Is never online' });
    const said = await onScreen(idris());
    assert.match(said, /^It was marked already by Mrs Anita Shah, so nothing was changed: the first reason stays\.$/m);
    assert.match(said, /^Online safety for volunteers does not apply: Sorts books in the holidays$/m);
    assert.doesNotMatch(said, /Saved|never online/);
  });

  it('marks a topic as not applicable only where the policy leaves it open, and makes it due again', async () => {
    await openRecordOf(school, idris(), 'keisha');
    await idris().press({ title: 'Not applicable', data: { topic: 'volunteers' } });
    await idris().press('Save', { reason: 'Sorts books in the holidays' });
    assert.match(await onScreen(idris()), /^Online safety for volunteers does not apply: Sorts books in the holidays$/m);
    await idris().press('Applies again');
    assert.match(await onScreen(idris()), /^Online safety for volunteers is due Sunday 15 August 2027/m);
    const teacher = await openRecordOf(school, idris(), 'robyn');
    assert.doesNotMatch(teacher, /^Not applicable$/m);
  });
});
