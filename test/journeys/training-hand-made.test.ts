import assert from 'node:assert/strict';
import { handMade } from '#test/support/hand-made.ts';
import type { TestSchool } from '#test/support/school.ts';
import { leaves, openRecordOf, recordTraining, storedTraining, trainedSchool } from '#test/support/training.ts';

const command = '00000001ZZZZZZZZZZZZ';
const picked = (count: number) =>
  Array.from({ length: count }, (_, i) => `a3000000-0000-4000-8000-${String(i).padStart(12, '0')}`).join(',');

describe('the register, sent what none of its cards sends', () => {
  let school: TestSchool;
  afterEach(() => school.close());
  const idris = () => handMade(school, 'idris');
  const robynId = async () => `${school.file.tenantId}:${await school.teams.idOf('robyn')}`;
  const record = async (data: object) =>
    idris().submit({
      verb: 'training.record-save',
      command,
      topic: 'refresher',
      on: '2026-11-20',
      people: await school.teams.idOf('robyn'),
      ...data,
    });

  const wrong: [what: string, data: object, says: RegExp][] = [
    ['a day that does not exist', { on: '2025-11-31' }, /There is no such day/],
    ['a day in words', { on: 'yesterday' }, /There is no such day/],
    ['a day that is an object', { on: { day: 1 } }, /Please choose a day/],
    ['tomorrow', { on: '2026-11-24' }, /still to come/],
    ['the year 1989', { on: '1989-12-31' }, /after 1 January 1990/],
    ['a topic of nobody’s', { topic: 'constructor' }, /one of the topics shown/],
    ['no topic', { topic: undefined }, /one of the topics shown/],
    ['nobody', { people: '' }, /pick at least one person/],
    ['people that are no people', { people: 'x,"><script>' }, /pick at least one person/],
    ['a group that there is not', { group: 'role.everybody' }, /one of the answers shown/],
    ['another kind of record', { how: 'erase' }, /one of the answers shown/],
    ['a mark without a reason', { how: 'not-applicable', topic: 'volunteers' }, /Please say why/],
    ['a mark that the policy does not allow', { how: 'not-applicable', reason: 'x' }, /asks this of everybody, so/],
    ['a course that is too long', { course: 'a'.repeat(201) }, /Please shorten this: 200 characters fit, and 500 for a reason\./],
    ['a certificate that is too long', { certificate: 'a'.repeat(201) }, /Please shorten this: 200 characters fit/],
    ['more people than one form holds', { people: picked(501) }, /Please pick 500 people at most, or choose everybody of a kind\./],
  ];
  it('answers each beside its field, with everything typed still there, and writes nothing', async () => {
    school = await trainedSchool();
    for (const [what, data, says] of wrong) {
      const came = await record({ course: 'INSET day', certificate: 'C-9', ...data });
      assert.match(came.said, says, what);
      if (!('certificate' in data)) assert.equal(came.inputs.certificate, 'C-9', what);
    }
    assert.equal((await storedTraining(school, 'robyn')).events.length, 3);
  });

  it('says of people who are none of the school’s that nothing was recorded for them', async () => {
    school = await trainedSchool();
    const came = await record({ people: 'b2000000-0000-4000-8000-000000000001' });
    assert.match(came.said, /is recorded for nobody\.[\s\S]*A former colleague: they are not on the school’s list, or have left\./);
  });

  it('marks as not applicable only for those of a kind that the policy leaves it open for', async () => {
    school = await trainedSchool();
    const people = (await Promise.all(['keisha', 'robyn'].map((name) => school.teams.idOf(name)))).join(',');
    const came = await record({ how: 'not-applicable', topic: 'cyber-bullying', reason: 'Never meets pupils', on: '', people });
    assert.match(
      came.said,
      /is recorded for 1 person\.[\s\S]*Ms Robyn Patel: the school’s policy asks this of everybody in their position\./,
    );
  });

  it('makes each of two topics apply again that were pressed on one screen', async () => {
    school = await trainedSchool();
    const person = `${school.file.tenantId}:${await school.teams.idOf('keisha')}`;
    const marked = async () => Object.keys((await storedTraining(school, 'keisha')).record.notApplicable);
    for (const topic of ['cyber-bullying', 'reporting'])
      await idris().submit({ verb: 'training.mark-save', person, topic, command: `marks-${topic}`, reason: 'Never meets pupils' });
    assert.deepEqual(await marked(), ['cyber-bullying', 'reporting']);
    for (const topic of ['cyber-bullying', 'reporting']) await idris().submit({ verb: 'training.unmark', person, topic, command });
    assert.deepEqual(await marked(), []);
  });

  it('writes nothing over when the same press comes with something else in it', async () => {
    school = await trainedSchool();
    await record({});
    const came = await record({ on: '2026-11-19' });
    assert.match(came.said, /something else was recorded for them by the same form/);
    assert.deepEqual((await storedTraining(school, 'robyn')).record.entries.at(-1)?.on, '2026-11-20');
  });

  it('takes half a character out of whatever is pasted, chosen or typed, and goes on', async () => {
    school = await trainedSchool();
    const rows = 'Name\tTopic\tDate\tCourse\nRobyn Patel\tprevent\t2/3/25\tHalf \ud83d here';
    assert.match(
      (await idris().submit({ verb: 'import.check', command, rows })).said,
      /^Checked\. Nothing is written yet\nBring in 1 record/,
    );
    const said = { verb: 'training.said-save', command, topic: 'prevent\ud83d', on: '2026-11-20\ud83d', certificate: '\ude00C-1' };
    assert.match((await idris().submit(said)).said, /^Thank you/);
  });

  it('asks why an entry is struck out or a topic marked, and for rows where none were pasted', async () => {
    school = await trainedSchool();
    const of = { person: await robynId(), command };
    assert.match(
      (await idris().submit({ verb: 'training.strike-out', entry: 'seed-1', ...of })).said,
      /Please say why\. A few words are enough\./,
    );
    const keisha = `${school.file.tenantId}:${await school.teams.idOf('keisha')}`;
    const mark = { verb: 'training.mark-save', topic: 'reporting', command, person: keisha };
    assert.match((await idris().submit(mark)).said, /Please say why\. A few words are enough\./);
    assert.match((await idris().submit({ ...mark, reason: 'a'.repeat(501) })).said, /200 characters fit, and 500 for a reason\./);
    assert.match((await idris().submit({ verb: 'import.check', command, rows: ' \n' })).said, /Please paste some rows first\./);
    assert.equal((await storedTraining(school, 'robyn')).events.length, 3);
    assert.deepEqual((await storedTraining(school, 'keisha')).record.notApplicable, {});
  });

  it('lists nobody else for a page that was tampered with', async () => {
    school = await trainedSchool();
    const cursors = ['x', '../../settings', 'WyJhIiwiaW5jaWRlbnQuMSJd', 7, { after: 1 }, 'a'.repeat(400)];
    for (const after of cursors) {
      const { said, status } = await idris().submit({ verb: 'training.list', after, topic: 'any', only: 'all' });
      assert.equal(status, 200);
      assert.match(said, /^Who is due\n|That card is no longer valid/, String(after));
    }
  });

  it('has nothing to correct where the entry is gone, another’s, or was never', async () => {
    school = await trainedSchool();
    const person = await robynId();
    const data = { verb: 'training.correct', person, command, reason: 'x', topic: 'refresher', on: '2026-11-01' };
    for (const entry of ['seed-99', '__proto__', 'e'.repeat(120)])
      assert.match((await idris().submit({ ...data, entry })).said, /This entry is no longer there/, entry);
    for (const entry of [undefined, {}, 'a b', 'e'.repeat(200)])
      assert.match((await idris().submit({ ...data, entry })).said, /There is nothing here for you/);
    assert.match((await idris().submit({ ...data, entry: 'seed-1', person: 'nobody' })).said, /There is nothing here for you/);
    assert.equal((await storedTraining(school, 'robyn')).events.length, 3);
  });

  it('takes no correction to a day that there is not, or to nothing, or without a reason', async () => {
    school = await trainedSchool();
    const data = {
      verb: 'training.correct',
      person: await robynId(),
      command,
      entry: 'seed-1',
      topic: 'refresher',
      certificate: 'LF-1-400',
    };
    const same = { on: '2025-10-19', course: 'Online safety for schools, 20 minutes online' };
    assert.match((await idris().submit({ ...data, ...same, reason: 'x' })).said, /Nothing is different yet/);
    assert.match((await idris().submit({ ...data, ...same, on: '2026-12-01', reason: 'x' })).said, /still to come/);
    assert.match((await idris().submit({ ...data, ...same, on: '2025-10-18' })).said, /Please say why/);
    assert.equal((await storedTraining(school, 'robyn')).events.length, 3);
  });

  it('shows names and words as they were written, whatever they would mean to Teams', async () => {
    school = await trainedSchool({ called: { robyn: 'Ms **Robyn** [x](https://x.example) <at>Patel</at>' } });
    const people = [await school.teams.idOf('a1000000-0000-4000-8000-000000000001')];
    const person = school.teams.as('idris');
    await recordTraining(person, {
      topic: 'refresher',
      on: '2026-11-20',
      people,
      course: '[free](https://x.example) **bold** <at>all</at>',
    });
    const said = await openRecordOf(school, person, 'a1000000-0000-4000-8000-000000000001');
    assert.match(said, /^Ms Robyn x\(?https?:?/m);
    assert.match(said, /\[free\]\(https:\/\/x\.example\) \*\*bold\*\* ‹at›all‹\/at›/);
  });

  it('answers a button from a card of before, of somebody who has left since', async () => {
    school = await trainedSchool({ more: 1 });
    await openRecordOf(school, school.teams.as('idris'), 'extra');
    const gone = `${school.file.tenantId}:${await school.teams.idOf('extra')}`;
    await leaves(school, 'extra');
    const came = await record({ people: await school.teams.idOf('extra') });
    assert.match(came.said, /Mx Extra 001: they are not on the school’s list, or have left/);
    assert.match((await idris().submit({ verb: 'training.person', person: gone })).said, /They have left\. Nothing is due/);
  });
});
