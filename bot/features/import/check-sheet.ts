import { setImmediate as breathe } from 'node:timers/promises';
import { displayName } from '#bot/graph/display-name.ts';
import { counted } from '#cards/counted.ts';
import { dayOf } from '#domain/days.ts';
import type { World } from '#domain/decide.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import { rolesOf } from '#domain/roles.ts';
import type { ImportCounts, RolesHeld, RollCounts } from '#domain/training/import-job.ts';
import { notYetRecorded, type PastRecord, pastRecordsCheck, type RowProblem } from '#domain/training/past-records.ts';
import type { ListedPerson } from '#domain/training/people-list.ts';
import { peopleListCheck, rowsForRoll } from '#domain/training/people-list.ts';
import type { Topic } from '#domain/training/policy.ts';
import { diffRoll, hereAlready, mostPeople, newSince, type RollRow } from '#domain/training/roll.ts';
import { rollNames } from '#domain/training/roll-names.ts';
import { columnsOf, kindOf, missingColumns, type Sheet, type SheetKind, type SheetRow } from '#domain/training/sheet.ts';
import type { Deps } from '#features/handler.ts';
import { loadRoll } from '#stores/roll-record.ts';
import { entriesOf } from './entries-of.ts';

/** One person's rows that are new. */
export type PastOf = { person: PersonId; records: PastRecord[] };

/** A dry run: what would be written, what is left out or wrong and why, line by line. */
export type Checked = { counts: ImportCounts; problems: RowProblem[] } & (
  | { kind: 'records'; rows: PastOf[] }
  | { kind: 'people'; rows: RollRow[]; roll: RollCounts; leaving: PersonId[]; held: RolesHeld[] }
);

/** `problem`: nothing in it can be used. `unclear`: somebody must say what it is a list of. */
type SheetCheck = { checked: Checked } | { problem: string } | { unclear: true };

type CheckDeps = Pick<Deps, 'records' | 'directory' | 'ruleSets'>;
/** Rows judged before others have their turn. */
const slice = 1_000;
const leavingShown = 20;

/** Checks every row and writes nothing. `kind` is what somebody said it is; else its first row tells. */
export async function checkSheet(
  deps: CheckDeps,
  world: World,
  { school, by, sheet, kind: told }: { school: SchoolKey; by: PersonId; sheet: Sheet; kind?: SheetKind | undefined },
): Promise<SheetCheck> {
  const columns = columnsOf(sheet.header);
  const kind = told ?? kindOf(columns);
  if (kind === undefined) return { unclear: true };
  const missing = missingColumns(kind, columns);
  if (missing.length > 0)
    return { problem: `No column was found for ${missing.join(', nor for ')}. The first line has to name the columns.` };
  return kind === 'records' ? await checkRecords(deps, world, school, sheet) : await checkPeople(deps, world, school, by, sheet);
}

async function checkRecords(
  { records, directory, ruleSets }: CheckDeps,
  world: World,
  school: SchoolKey,
  sheet: Sheet,
): Promise<SheetCheck> {
  const topics = topicsOf(world, ruleSets);
  const judge = pastRecordsCheck({
    columns: columnsOf(sheet.header),
    find: rollNames(directory.members(school)),
    topics,
    today: dayOf(world.settings.calendar, world.now),
  });
  const problems: RowProblem[] = [];
  const byPerson = new Map<PersonId, PastRecord[]>();
  await slowly(sheet.rows, (row) => {
    const verdict = judge(row);
    if ('says' in verdict) problems.push(verdict);
    else byPerson.set(verdict.person, [...(byPerson.get(verdict.person) ?? []), verdict.record]);
  });
  const rows: PastOf[] = [];
  const add = (person: PersonId, entries: Parameters<typeof notYetRecorded>[1]) => {
    const { fresh, known } = notYetRecorded(byPerson.get(person) ?? [], entries, topics);
    problems.push(...known);
    if (fresh.length > 0) rows.push({ person, records: fresh });
  };
  const seen = new Set<PersonId>();
  for await (const { person, entries } of entriesOf(records, school, [...byPerson.keys()])) {
    if (!seen.has(person)) add(person, entries);
    seen.add(person);
  }
  for (const person of byPerson.keys()) if (!seen.has(person)) add(person, []);
  const good = rows.reduce((sum, one) => sum + one.records.length, 0);
  return { checked: { kind: 'records', rows, ...countsOf(sheet, problems, good, rows.length) } };
}

/** The school's own, and after them those of other rules: a school that changed its rules keeps what was done under the others. */
function topicsOf({ ruleSet }: World, ruleSets: Deps['ruleSets']): Topic[] {
  const all = [ruleSet, ...Object.values(ruleSets)].flatMap(({ training }) => training.topics);
  return [...new Map([...all].reverse().map((topic) => [topic.key, topic])).values()].reverse();
}

async function checkPeople(
  { records, directory }: CheckDeps,
  world: World,
  school: SchoolKey,
  by: PersonId,
  sheet: Sheet,
): Promise<SheetCheck> {
  if (sheet.rows.length > mostPeople) return { problem: tooManyPeople(sheet.rows.length) };
  const today = dayOf(world.settings.calendar, world.now);
  const judge = peopleListCheck({ columns: columnsOf(sheet.header), today });
  const problems: RowProblem[] = [];
  const listed: ListedPerson[] = [];
  await slowly(sheet.rows, (row) => {
    const verdict = judge(row);
    if ('says' in verdict) problems.push(verdict);
    else listed.push({ ...verdict.person, name: displayName(verdict.person.name) });
  });
  const members = directory.members(school);
  const found = rowsForRoll(listed, { members, tenantId: by.slice(0, by.indexOf(':')) });
  problems.push(...found.problems);
  const counts = countsOf(sheet, problems, found.rows.length, found.rows.length);
  // Whoever is not on the list counts as having left, and would be shut out in the middle of this.
  if (counts.counts.bad === 0 && !found.rows.some(({ id }) => id === by))
    return {
      problem: 'You are not in this list yourself. Whoever is not in it counts as having left, so please add everybody who is here.',
    };
  const before = (await loadRoll(records, school))?.body;
  const change = diffRoll(members, found.rows, { now: world.now, today, newSince: before && newSince(before, 'csv') });
  const { joined, changed, left, same } = change;
  const roll = { joined: joined.length, changed: changed.length, leaving: left.length, same, hereAlready: hereAlready(change) };
  return { checked: { kind: 'people', rows: found.rows, roll, ...leavers(left, world), ...counts } };
}

const tooManyPeople = (count: number) =>
  `This list has ${counted(count)} people; the most is ${counted(mostPeople)}. Only staff, volunteers and governors belong in it.`;

function leavers(left: readonly { id: PersonId }[], { settings }: World): { leaving: PersonId[]; held: RolesHeld[] } {
  const held = left.map(({ id }) => ({ person: id, roles: rolesOf(settings, id) })).filter(({ roles }) => roles.length > 0);
  const inOrder = new Set([...held.map(({ person }) => person), ...left.map(({ id }) => id)]);
  return { leaving: [...inOrder].slice(0, leavingShown), held: held.slice(0, leavingShown) };
}

function countsOf(sheet: Sheet, problems: RowProblem[], good: number, people: number) {
  problems.sort((one, other) => one.line - other.line);
  const bad = problems.filter(({ kind }) => kind === 'bad').length;
  return { problems, counts: { rows: sheet.rows.length, good, people, bad, leftOut: problems.length - bad } };
}

async function slowly(rows: readonly SheetRow[], judge: (row: SheetRow) => void): Promise<void> {
  for (const [i, row] of rows.entries()) {
    judge(row);
    if (i % slice === slice - 1) await breathe();
  }
}
