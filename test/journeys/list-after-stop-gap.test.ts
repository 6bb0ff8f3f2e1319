import assert from 'node:assert/strict';
import { groups, openPeople, schoolInEntra } from '#test/graph/school-in-entra.ts';
import { readSchool } from '#test/local-teams/fake-bot.ts';
import { csv, newestCard, pressOn, sendList } from '#test/support/lists.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { onScreen, ownChat, quiet } from '#test/support/telling.ts';
import { openOverview } from '#test/support/training.ts';

/** So many minutes are ten weeks: far more than the first training has time. */
const tenWeeks = 10 * 7 * 24 * 60;
/** The stop-gap names five people, and Idris Field is one of them. */
const unnamed = ['robyn', 'owen', 'keisha', 'carys', 'wendy', 'tomasz', 'grace'];
const header = ['Object id', 'Name', 'Kind', 'Job title', 'Started'];
/** Quoted, because job titles hold commas. */
const asRows = (rows: TestSchool['file']['people'], started: Record<string, string> = {}) =>
  rows.map(({ id, name, kind, jobTitle }) => [
    id,
    name,
    kind,
    `"${jobTitle}"`,
    Object.entries(started).find(([who]) => name.includes(who))?.[1] ?? '',
  ]);
const fresh = { id: 'c3000000-0000-4000-8000-000000000001', name: 'Ms Hannah Newby', kind: 'staff' as const, jobTitle: '' };

const { people } = readSchool();

describe('the first real list after a stop-gap of five people', () => {
  let close: () => Promise<void>;
  let school: TestSchool;
  afterEach(() => close());
  const as = (name: string) => school.teams.as(name);
  /** What the record says of somebody whom the stop-gap did not name. */
  const recordOf = async (part: string) => {
    await openOverview(as('idris'));
    await as('idris').press('Who is due');
    const id = people.find(({ name }) => name.includes(part))?.id;
    await as('idris').press({ title: 'Open', data: { person: `${school.file.tenantId}:${id}` } });
    return onScreen(as('idris'));
  };
  /** Ten weeks after the school began with a stop-gap. */
  const afterTenWeeks = async () => {
    school = await startSchool({ without: unnamed });
    close = () => school.close();
    await quiet(school);
    await school.later(tenWeeks);
    await quiet(school);
  };

  /** Ten weeks with a stop-gap, until Entra allows itself to be read and the coordinator has it read. */
  const graphMendedAfterTenWeeks = async (started: Awaited<ReturnType<typeof schoolInEntra>>) => {
    ({ school, close } = started);
    await school.later(tenWeeks);
    await quiet(school);
    started.graph.mend();
    await openPeople(as('idris'));
    await as('idris').press('Update now');
    await quiet(school);
  };

  it('sent as a CSV says in words that those new on it are not taken for new, and then they owe no induction', async () => {
    await afterTenWeeks();
    const checked = await sendList(school, as('idris'), csv(header, ...asRows([...people, fresh], { Newby: '30/1/2027' })));
    assert.match(checked.text, /New: 8\n/);
    assert.match(checked.text, /7 people are new on this list\. It comes from a new place, so they are taken as having been here already/);
    assert.match(checked.text, /Whoever really is new needs their first day in the column Started\./);
    await pressOn(school, as('idris'), checked.buttons[0]?.title ?? '');
    const robyn = await recordOf('Patel');
    assert.doesNotMatch(robyn, /Induction|overdue/);
    assert.match(robyn, /is due /);
    assert.match(await openPeople(as('idris')), /1 person is new\. Nobody has left\./);
  });

  it('is right about somebody whose first day comes with a later list', async () => {
    await afterTenWeeks();
    await sendList(school, as('idris'), csv(header, ...asRows(people)));
    await pressOn(school, as('idris'), 'Make 7 changes');
    await sendList(school, as('idris'), csv(header, ...asRows(people, { Patel: '11/1/2027' })));
    await pressOn(school, as('idris'), 'Make 1 change');
    assert.match(await recordOf('Patel'), /^Induction:.* is due .*Part of the induction\.$/m);
    assert.doesNotMatch(await recordOf('Brandt'), /Induction/);
  });

  it('is followed by others that name joiners: whoever they add is new', async () => {
    await afterTenWeeks();
    await sendList(school, as('idris'), csv(header, ...asRows(people)));
    await pressOn(school, as('idris'), 'Make 7 changes');
    const checked = await sendList(school, as('idris'), csv(header, ...asRows([...people, fresh])));
    assert.doesNotMatch(checked.text, /new place/);
    await pressOn(school, as('idris'), 'Make 1 change');
    assert.match(await openPeople(as('idris')), /1 person is new\./);
  });

  it('makes nobody a joiner who was not shown as one: a second list that was checked before is sent again', async () => {
    await afterTenWeeks();
    const few = people.filter(({ name }) => !/Patel/.test(name));
    const mine = await sendList(school, as('idris'), csv(header, ...asRows(people)));
    await sendList(school, as('anita'), csv(header, ...asRows(few)));
    await pressOn(school, as('anita'), 'Make 6 changes');
    const done = await pressOn(school, as('idris'), mine.buttons[0]?.title ?? '');
    assert.match(done.text, /^This list cannot be used\n.*it would now change something else/);
  });

  it('from Entra that does not name most of the stop-gap is asked about first, and is what it is once it is said to be right', async () => {
    const started = await schoolInEntra({
      without: unnamed,
      before: (graph) => {
        for (const { id, name } of people)
          if (/Shah|Cole|Ali/.test(name)) for (const group of Object.values(groups)) graph.leave(group, id);
        graph.fail({ times: 99_999, answer: { status: 403, code: 'Authorization_RequestDenied' } });
      },
    });
    await graphMendedAfterTenWeeks(started);
    assert.match(await openPeople(as('idris')), /3 of 5 would have left/);
    assert.doesNotMatch(await ownChat(as('idris')), /new place/);
    await as('idris').press('It is right: 3 have left');
    await quiet(school);
    assert.match(await ownChat(as('idris')), /7 people are new on this list\. It comes from a new place/);
    assert.doesNotMatch(await recordOf('Patel'), /Induction|overdue/);
  });

  it('from Entra is told to the coordinator once, in words, and nobody is late with anything', async () => {
    const started = await schoolInEntra({
      without: unnamed,
      before: (graph) => graph.fail({ times: 99_999, answer: { status: 403, code: 'Authorization_RequestDenied' } }),
    });
    await graphMendedAfterTenWeeks(started);
    const told = async () => (await ownChat(as('idris'))).match(/7 people are new on this list\. It comes from a new place/g)?.length ?? 0;
    assert.equal(await told(), 1);
    assert.match(await ownChat(as('idris')), /The list of people now comes from Microsoft 365/);
    assert.doesNotMatch(await recordOf('Patel'), /Induction|overdue/);
    await school.later(24 * 60);
    await quiet(school);
    assert.equal(await told(), 1);
  });
});

describe('a list of 50,000 people', () => {
  it('is refused in words before anything is written', async () => {
    const school = await startSchool();
    await quiet(school);
    const idris = school.teams.as('idris');
    const id = (i: number) => `c4000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
    await sendList(school, idris, csv(header, ...Array.from({ length: 50_000 }, (_, i) => [id(i), `Person ${i}`, 'staff', '', ''])));
    const { text, buttons } = await newestCard(idris);
    assert.match(text, /This list has 50,000 people; the most is 20,000\. Only staff, volunteers and governors belong in it\./);
    assert.match(text, /Nothing was written\./);
    assert.deepEqual(buttons, []);
    assert.equal(await school.store.records.count('larkfield', { kind: 'member' }), 12);
    assert.equal(await school.store.records.count('larkfield', { kind: 'import' }), 1);
    await school.close();
  });
});
