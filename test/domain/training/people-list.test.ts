import assert from 'node:assert/strict';
import type { Member } from '#domain/training/member.ts';
import { type ListedPerson, peopleListCheck, rowsForRoll } from '#domain/training/people-list.ts';
import { columnsOf } from '#domain/training/sheet.ts';

const tenantId = '7e1f5a00-0000-4000-8000-00000000c0de';
const guid = (n: number) => `a1000000-0000-4000-8000-00000000000${n}`;
const header = ['Name', 'E-mail', 'Kind', 'Job title', 'Started', 'Manager', 'Object id'];
const checker = () => peopleListCheck({ columns: columnsOf(header), today: '2026-11-23' });
const saying = (...cells: string[]) => JSON.stringify(checker()({ line: 2, cells }));

describe('a row of a list of people', () => {
  it('is read whole', () => {
    const cells = ['Ms Robyn Patel', 'R.Patel@larkfield.example', 'Staff', 'Teacher', '1 Sept 2025', 'head@larkfield.example', guid(1)];
    assert.deepEqual(checker()({ line: 2, cells }), {
      person: {
        line: 2,
        name: 'Ms Robyn Patel',
        email: 'r.patel@larkfield.example',
        objectId: guid(1),
        kind: 'staff',
        jobTitle: 'Teacher',
        started: '2025-09-01',
        managerEmail: 'head@larkfield.example',
      },
    });
  });

  it('needs a name, somebody to find by it, and a kind: nobody is taken for staff unsaid', () => {
    assert.match(saying('', 'a@b.example'), /The name is missing/);
    assert.match(saying('Ann Example'), /Neither an e-mail address nor an Entra object id/);
    assert.match(saying('Ann Example', 'a@b.example'), /The kind is missing: staff, volunteer or governor/);
    assert.match(saying('Ann Example', 'a@b.example', 'Teacher'), /"kind":"staff"/);
    assert.match(saying('Ann Example', 'a@b.example', 'Trustee'), /"kind":"governor"/);
  });

  const bad: [cells: string[], why: RegExp][] = [
    [['A', 'a(at)b', 'staff'], /is not an e-mail address/],
    [['A', 'a@b.example', 'wizard'], /“wizard” is not staff, volunteer or governor/],
    [['A', 'a@b.example', 'Pupil'], /Pupils are never on this list/],
    [['A', 'a@b.example', '', 'Pupil, Year 5'], /Pupils are never on this list/],
    [['A', 'a@b.example', '', '', '31/11/2025'], /November 2025 has 30 days/],
    [['A', 'a@b.example', '', '', '1/9/2031'], /too far ahead/],
    [['A', 'a@b.example', '', '', '', 'Mrs Lowe'], /Manager: .*is not an e-mail address/],
    [['A', '', '', '', '', '', 'none'], /is not an Entra object id/],
  ];
  for (const [cells, why] of bad)
    it(`with ${cells.filter(Boolean).join(', ')} is refused with its reason`, () => assert.match(saying(...cells), why));

  it('may have worked here for fifty years, begin next September, or look after pupils', () => {
    assert.match(saying('A', 'a@b.example', 'staff', 'Pupil premium lead', '1/9/1976'), /"started":"1976-09-01"/);
    assert.match(saying('A', 'a@b.example', 'staff', '', '1/9/2027'), /"started":"2027-09-01"/);
  });

  it('counts once', () => {
    const check = checker();
    check({ line: 2, cells: ['A', 'a@b.example', 'staff'] });
    assert.match(JSON.stringify(check({ line: 3, cells: ['A', 'A@B.example', 'staff'] })), /The same person as line 2/);
  });

  it('is nobody else’s row because they share an e-mail address', () => {
    const check = checker();
    const row = (line: number, id: string) => JSON.stringify(check({ line, cells: ['A', 'office@b.example', 'staff', '', '', '', id] }));
    row(2, guid(1));
    assert.match(row(3, guid(2)), /"bad","says":"Line 2 has the same e-mail address, and another Entra object id\./);
    assert.match(row(4, guid(1)), /"left-out","says":"The same person as line 2/);
  });

  it('ends no job title in half a character', () => {
    assert.doesNotMatch(saying('A', 'a@b.example', 'staff', `${'x'.repeat(99)}😀`), /\\ud83d/);
  });
});

describe('a list of people beside the school’s', () => {
  const members: Member[] = [{ id: `${tenantId}:${guid(1)}`, name: 'Ms Robyn Patel', kind: 'staff', email: 'r.patel@larkfield.example' }];
  const person = (line: number, more: Partial<ListedPerson>): ListedPerson => ({ line, name: 'Ann', kind: 'staff', ...more });
  const found = (...people: ListedPerson[]) => rowsForRoll(people, { members, tenantId });

  it('finds who is known by e-mail address', () => {
    assert.equal(found(person(2, { email: 'r.patel@larkfield.example' })).rows[0]?.id, members[0]?.id);
  });

  it('finds by e-mail address whoever is here, and not an old account that had it', () => {
    const old: Member = {
      id: `${tenantId}:${guid(8)}`,
      name: 'Ms Robyn Smith',
      kind: 'staff',
      email: 'R.Patel@larkfield.example',
      left: '2026-09-01',
    };
    for (const both of [
      [...members, old],
      [old, ...members],
    ])
      assert.equal(
        rowsForRoll([person(2, { email: 'r.patel@larkfield.example' })], { members: both, tenantId }).rows[0]?.id,
        members[0]?.id,
      );
    assert.equal(rowsForRoll([person(2, { email: 'r.patel@larkfield.example' })], { members: [old], tenantId }).rows[0]?.id, old.id);
  });

  it('does not guess which of two is meant by an address that both have', () => {
    const other = members.map((member) => ({ ...member, id: `${tenantId}:${guid(8)}` }));
    const { rows, problems } = rowsForRoll([person(2, { email: 'r.patel@larkfield.example' })], {
      members: [...members, ...other],
      tenantId,
    });
    assert.deepEqual(rows, []);
    assert.match(problems[0]?.says ?? '', /^Several people have “r\.patel@larkfield\.example”, so the Entra object id is needed/);
  });

  it('needs the object id of whoever is new', () => {
    assert.match(
      found(person(2, { email: 'new@larkfield.example' })).problems[0]?.says ?? '',
      /is new here, so the Entra object id is needed/,
    );
    assert.equal(found(person(2, { email: 'new@larkfield.example', objectId: guid(9) })).rows[0]?.id, `${tenantId}:${guid(9)}`);
  });

  it('finds managers in the list itself and on the school’s', () => {
    const boss = person(2, { email: 'boss@larkfield.example', objectId: guid(2) });
    const { rows, problems } = found(
      boss,
      person(3, { objectId: guid(3), managerEmail: 'boss@larkfield.example' }),
      person(4, { objectId: guid(4), managerEmail: 'r.patel@larkfield.example' }),
      person(5, { objectId: guid(5), managerEmail: 'ghost@larkfield.example' }),
    );
    assert.deepEqual(
      rows.map(({ manager }) => manager),
      [undefined, `${tenantId}:${guid(2)}`, members[0]?.id],
    );
    assert.match(problems[0]?.says ?? '', /The manager “ghost@larkfield\.example” is neither in this list nor/);
  });

  it('is told when two rows turn out to be one person', () => {
    const twice = found(person(2, { objectId: guid(1) }), person(3, { email: 'r.patel@larkfield.example' }));
    assert.match(twice.problems[0]?.says ?? '', /The same person as line 2/);
  });
});
