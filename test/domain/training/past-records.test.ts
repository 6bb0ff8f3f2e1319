import assert from 'node:assert/strict';
import type { Member } from '#domain/training/member.ts';
import { notYetRecorded, pastEvents, pastRecordsCheck } from '#domain/training/past-records.ts';
import type { Topic } from '#domain/training/policy.ts';
import { foldTraining } from '#domain/training/record.ts';
import { rollNames } from '#domain/training/roll-names.ts';
import { columnsOf, kindOf, missingColumns } from '#domain/training/sheet.ts';

const topics = [
  { key: 'refresher', label: 'Online-safety refresher' },
  { key: 'induction', label: 'Induction: online safeguarding', covers: ['refresher'] },
] as Topic[];

const guid = (n: number) => `a1000000-0000-4000-8000-00000000000${n}`;
const member = (n: number, name: string, more: Partial<Member> = {}): Member => ({ id: `t:${guid(n)}`, name, kind: 'staff', ...more });
const robyn = member(1, 'Ms Robyn Patel', { email: 'r.patel@larkfield.example' });
const members = [
  robyn,
  member(2, 'Mr Owen Brandt'),
  member(3, 'Miss Amy Jones', { email: 'a.jones@larkfield.example' }),
  member(4, 'Mrs Amy Jones', { email: 'amy.jones@larkfield.example' }),
  member(5, 'Mr Carl Left', { left: '2026-08-31' }),
  member(6, 'Mrs Zoë Müller-O’Neill'),
  member(7, 'Mrs Ivy Wright', { email: 'ivy@larkfield.example' }),
  member(8, 'Miss Ivy Young', { email: 'Ivy@larkfield.example', left: '2026-08-31' }),
  member(9, 'Mr Ed Office', { email: 'office@larkfield.example' }),
  { ...member(1, 'Ms Fay Office', { email: 'office@larkfield.example' }), id: 't:a1000000-0000-4000-8000-000000000010' },
];

const header = ['E-mail', 'Name', 'Object ID', 'Topic', 'Date', 'Course', 'Certificate no.'];
const checker = () => pastRecordsCheck({ columns: columnsOf(header), find: rollNames(members), topics, today: '2026-11-23' });
const judge = (cells: string[]) => checker()({ line: 2, cells });
const saying = (cells: string[]) => {
  const verdict = judge(cells);
  return 'says' in verdict ? `${verdict.kind}: ${verdict.says}` : verdict.person;
};

describe('a row of past records', () => {
  const whole = ['R.Patel@Larkfield.example', 'Robyn Patel', '', 'Refresher', '2/3/25', 'INSET', 'C-1'];

  it('is ready to be written when its person, topic and date are known', () => {
    const record = { line: 2, topic: 'refresher', on: '2025-03-02', course: 'INSET', certificate: 'C-1' };
    assert.deepEqual(judge(whole), { person: robyn.id, record });
  });

  const people: [what: string, cells: string[], expected: string | RegExp][] = [
    ['an e-mail address alone', ['r.patel@larkfield.example', '', ''], robyn.id],
    ['an object id alone', ['', '', guid(1).toUpperCase()], robyn.id],
    ['a whole name', ['', 'Ms Robyn Patel', ''], robyn.id],
    ['a name without its title, in small letters', ['', 'robyn  patel', ''], robyn.id],
    ['a name with the last name first', ['', 'Patel, Robyn', ''], robyn.id],
    ['a name without its accents', ['', "Zoe Muller-O'Neill", ''], members[5]?.id ?? ''],
    ['an address in the column of names', ['', 'r.patel@larkfield.example', ''], robyn.id],
    [
      'an address that the list does not have, of somebody without one',
      ['owen@larkfield.example', 'Owen Brandt', ''],
      members[1]?.id ?? '',
    ],
    ['one of two with the same name, by title', ['', 'Mrs Amy Jones', ''], members[3]?.id ?? ''],
    ['one of two with the same name, by address', ['a.jones@larkfield.example', 'Amy Jones', ''], members[2]?.id ?? ''],
    ['two with the same name', ['', 'Amy Jones', ''], /^bad: 2 people are called “Amy Jones”\. Give the e-mail address as well\.$/],
    ['nobody', ['', '', ''], /^bad: Nobody is named\.$/],
    ['a stranger', ['', 'Eve Nobody', ''], /^bad: Nobody on the school’s list is called “Eve Nobody”\.$/],
    [
      'an unknown address',
      ['x@y.example', 'Robyn Patel', ''],
      /^bad: Nobody on the school’s list has the e-mail address “x@y\.example”\.$/,
    ],
    ['an address and a name of two people', ['r.patel@larkfield.example', 'Owen Brandt', ''], /^bad: .* are not the same person here\.$/],
    ['the address of a new account, and of the old one that has left', ['ivy@larkfield.example', '', ''], members[6]?.id ?? ''],
    [
      'an address of two people',
      ['office@larkfield.example', '', ''],
      /^bad: 2 people have the e-mail address “office@larkfield\.example”\./,
    ],
    ['one of two with the same address, by name', ['office@larkfield.example', 'Fay Office', ''], members[9]?.id ?? ''],
    ['somebody who has left', ['', 'Carl Left', ''], /^left-out: This person has left/],
  ];
  for (const [what, who, expected] of people) {
    it(`that names ${what} is understood`, () => {
      const said = saying([...who, 'refresher', '2/3/25', '', '']);
      if (typeof expected === 'string') assert.equal(said, expected);
      else assert.match(said, expected);
    });
  }

  it('names its topic by key or label, with or without what stands before the colon', () => {
    for (const topic of [
      'induction',
      'INDUCTION: Online Safeguarding',
      'Online safeguarding',
      'Online-Safety Refresher',
      'online_safety refresher',
    ])
      assert.ok('record' in judge(['', 'Robyn Patel', '', topic, '2/3/25', '', '']), topic);
    assert.match(
      saying(['', 'Robyn Patel', '', 'Fire drill', '2/3/25', '', '']),
      /^bad: “Fire drill” is not a topic of this school’s training\.$/,
    );
  });

  it('says everything that is wrong with it at once', () => {
    assert.match(
      saying(['', 'Eve', '', '', '31/11/2025', 'x'.repeat(201), '']),
      /^bad: Nobody.*topic is missing.*November 2025.*longer than 200/,
    );
  });

  it('is brought in once, however often it stands in the list', () => {
    const check = checker();
    check({ line: 2, cells: whole });
    assert.deepEqual(check({ line: 9, cells: ['', 'Robyn Patel', '', 'refresher', '2025-03-02', '', ''] }), {
      line: 9,
      kind: 'left-out',
      says: 'The same as line 2.',
    });
  });

  it('does not make one person’s record longer than it can be', () => {
    const check = checker();
    const days = Array.from({ length: 301 }, (_, i) => new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10));
    const verdicts = days.map((day, i) => check({ line: i + 2, cells: ['', 'Robyn Patel', '', 'refresher', day, '', ''] }));
    assert.ok('record' in (verdicts[299] ?? {}));
    assert.match(JSON.stringify(verdicts[300]), /More than 300 rows/);
  });

  it('of our own export that nobody has done yet is left out, and what shields a formula is no part of it', () => {
    const columns = columnsOf(['Name', 'Topic', 'Last done', 'Standing', 'Course']);
    const check = pastRecordsCheck({ columns, find: rollNames(members), topics, today: '2026-11-23' });
    assert.match(
      JSON.stringify(check({ line: 2, cells: ['Robyn Patel', 'refresher', '', 'Was due', ''] })),
      /left-out.*By this line it has not been done/,
    );
    assert.match(JSON.stringify(check({ line: 3, cells: ['Robyn Patel', 'refresher', '2025-01-02', '', "'=1+1"] })), /"course":"=1\+1"/);
  });
});

describe('rows that are in the register already', () => {
  const row = (line: number, topic: string, on: string) => ({ line, topic, on });
  const events = pastEvents([row(2, 'induction', '2025-03-02')], { by: robyn.id, at: '2026-11-23T10:00:00.000Z', key: 'k' });
  const { entries } = foldTraining(events);

  it('are known by topic and day, and by what another topic counts for', () => {
    const rows = [row(5, 'induction', '2025-03-02'), row(6, 'refresher', '2025-03-02'), row(7, 'refresher', '2025-03-03')];
    const { fresh, known } = notYetRecorded(rows, entries, topics);
    assert.deepEqual([fresh.map(({ line }) => line), known.map(({ line }) => line)], [[7], [5, 6]]);
  });

  it('carry entries that the same list names alike again', () => {
    assert.equal(entries[0]?.entry, 'k-2');
    assert.equal(entries[0]?.source, 'import');
  });
});

describe('the first line of a list', () => {
  it('names its columns in any order, case and with the words that schools use', () => {
    assert.deepEqual(columnsOf(['DATE COMPLETED', 'Work e-mail', 'Trainer / Course', 'training topic', 'Certificate No', 'Shoe size']), {
      date: 0,
      email: 1,
      course: 2,
      topic: 3,
      certificate: 4,
    });
  });

  it('tells what the list is of, or does not', () => {
    const kind = (...header: string[]) => kindOf(columnsOf(header));
    assert.equal(kind('Name', 'Topic', 'Date'), 'records');
    assert.equal(kind('Name', 'E-mail', 'Kind', 'Job title', 'Started', 'Manager', 'Object id'), 'people');
    assert.equal(kind('Name', 'E-mail'), undefined);
  });

  it('is missed where it does not name what is needed', () => {
    assert.deepEqual(missingColumns('records', columnsOf(['Name', 'Course'])), ['the topic (“Topic”)', 'the day (“Date”)']);
    assert.deepEqual(missingColumns('people', columnsOf(['Forename', 'Surname', 'E-mail'])), []);
  });
});
