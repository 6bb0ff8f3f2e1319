import { daysAfter } from '#domain/days.ts';
import type { Person } from '#domain/people.ts';
import { shortened } from '#domain/typed-text.ts';
import { emailOwners } from './email-owners.ts';
import type { Member } from './member.ts';
import type { RowProblem } from './past-records.ts';
import type { Day } from './record.ts';
import type { RollRow } from './roll.ts';
import { type Columns, cellsOf, nameIn, ranTogether, type SheetRow } from './sheet.ts';
import { quoted, readUkDay } from './uk-date.ts';

/** Somebody as a list of people names them, ready for the roll. */
export type ListedPerson = {
  line: number;
  name: string;
  email?: string;
  objectId?: string;
  kind: Person['kind'];
  jobTitle?: string;
  started?: Day;
  managerEmail?: string;
};

type PersonVerdict = { person: ListedPerson } | RowProblem;

const kinds: Record<Person['kind'], string[]> = {
  staff: ['staff', 'employee', 'teacher', 'teaching', 'support', 'support staff', 'teaching staff'],
  volunteer: ['volunteer', 'volunteers'],
  governor: ['governor', 'governors', 'trustee', 'trustees'],
};

/** Never on the list, whatever else the row says: pupils have accounts too. */
const pupil = /^(pupil|student|learner|child|children)s?(,|$)/i;

const emailPattern = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
const objectIdPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const longest = 100;
/** Days. */
const farthestAhead = 730;

/** Judges rows one after another; whoever stands there twice is taken once. `today` is the school's own day. */
export function peopleListCheck({ columns, today }: { columns: Columns; today: Day }): (row: SheetRow) => PersonVerdict {
  const seen = new Map<string, { line: number; objectId: string }>();
  return (row) => {
    const { line } = row;
    const together = ranTogether(columns, row);
    if (together !== undefined) return { line, kind: 'bad', says: together };
    const cell = cellsOf(columns, row);
    const [name, email, objectId, jobTitle] = [nameIn(cell), cell('email').toLowerCase(), cell('objectId').toLowerCase(), cell('jobTitle')];
    const kind = kindIn(cell('kind'));
    const started = startedIn(cell('started'), today);
    const managerEmail = cell('manager').toLowerCase();
    const problems = [
      ...(name === '' ? ['The name is missing.'] : []),
      ...(name.length > longest ? ['The name is too long.'] : []),
      ...(email === '' && objectId === '' ? ['Neither an e-mail address nor an Entra object id is given.'] : []),
      ...(email !== '' && !emailPattern.test(email) ? [`${quoted(email)} is not an e-mail address.`] : []),
      ...(objectId !== '' && !objectIdPattern.test(objectId) ? [`${quoted(objectId)} is not an Entra object id.`] : []),
      ...(pupil.test(cell('kind')) || pupil.test(jobTitle) ? ['Pupils are never on this list.'] : []),
      ...(kind === undefined && !pupil.test(cell('kind')) ? [noKind(cell('kind'))] : []),
      ...('problem' in started ? [started.problem] : []),
      ...(managerEmail !== '' && !emailPattern.test(managerEmail) ? [`Manager: ${quoted(managerEmail)} is not an e-mail address.`] : []),
    ];
    if (problems.length > 0 || kind === undefined || 'problem' in started) return { line, kind: 'bad', says: problems.join(' ') };
    const first = seen.get(objectId) ?? seen.get(email);
    if (first !== undefined && objectId !== '' && first.objectId !== '' && first.objectId !== objectId)
      return { line, kind: 'bad', says: `Line ${first.line} has the same e-mail address, and another Entra object id.` };
    if (first !== undefined) return { line, kind: 'left-out', says: `The same person as line ${first.line}.` };
    for (const key of [objectId, email]) if (key !== '') seen.set(key, { line, objectId });
    return {
      person: {
        line,
        name,
        kind,
        ...(email === '' ? {} : { email }),
        ...(objectId === '' ? {} : { objectId }),
        ...(jobTitle === '' ? {} : { jobTitle: shortened(jobTitle, longest) }),
        ...(started.day === undefined ? {} : { started: started.day }),
        ...(managerEmail === '' ? {} : { managerEmail }),
      },
    };
  };
}

/** Nobody is taken for staff unsaid: a list of every account of the school would let its pupils in. */
function noKind(written: string): string {
  return written === '' ? 'The kind is missing: staff, volunteer or governor.' : `${quoted(written)} is not staff, volunteer or governor.`;
}

function kindIn(written: string): Person['kind'] | undefined {
  const plain = written.toLowerCase();
  return (Object.keys(kinds) as Person['kind'][]).find((kind) => kinds[kind].includes(plain));
}

/** A first day may lie ahead: somebody who begins in September is listed in July. */
function startedIn(written: string, today: Day): { day?: Day } | { problem: string } {
  if (written === '') return {};
  const read = readUkDay(written);
  if ('problem' in read || read.day <= daysAfter(today, farthestAhead)) return read;
  return { problem: `${quoted(written)} is too far ahead for a first day.` };
}

/** Whom the roll knows, to find who a listed person is: by object id first, then by e-mail address. */
type RollContext = { members: readonly Member[]; tenantId: string };

/** What the list makes of the roll: rows whole enough to be taken over, and what is wrong where one is not. */
export function rowsForRoll(
  listed: readonly ListedPerson[],
  { members, tenantId }: RollContext,
): { rows: RollRow[]; problems: RowProblem[] } {
  const owners = emailOwners(members);
  const byEmail = (email: string) => {
    const [owner, ...others] = owners(email);
    return others.length > 0 ? undefined : owner?.id;
  };
  const idOf = ({ objectId, email = '' }: ListedPerson) => (objectId === undefined ? byEmail(email) : `${tenantId}:${objectId}`);
  const whyUnknown = ({ email = '' }: ListedPerson) =>
    owners(email).length > 1 ? `Several people have ${quoted(email)}` : `${quoted(email)} is new here`;
  const inList = new Map(listed.flatMap((person) => (person.email === undefined ? [] : [[person.email, idOf(person)] as const])));
  const rows: RollRow[] = [];
  const problems: RowProblem[] = [];
  const lines = new Map<string, number>();
  for (const person of listed) {
    const id = idOf(person);
    const manager = person.managerEmail === undefined ? undefined : (inList.get(person.managerEmail) ?? byEmail(person.managerEmail));
    const says = [
      ...(id === undefined ? [`${whyUnknown(person)}, so the Entra object id is needed: the app writes to people by it.`] : []),
      ...(person.managerEmail !== undefined && manager === undefined
        ? [`The manager ${quoted(person.managerEmail)} is neither in this list nor on the school’s.`]
        : []),
      ...(id !== undefined && lines.has(id) ? [`The same person as line ${lines.get(id)}.`] : []),
    ];
    if (id === undefined || says.length > 0) {
      problems.push({ line: person.line, kind: 'bad', says: says.join(' ') });
      continue;
    }
    lines.set(id, person.line);
    const { name, kind, email, jobTitle, started } = person;
    rows.push({
      id,
      name,
      kind,
      ...(email === undefined ? {} : { email }),
      ...(jobTitle === undefined ? {} : { jobTitle }),
      ...(started === undefined ? {} : { started }),
      ...(manager === undefined ? {} : { manager }),
    });
  }
  return { rows, problems };
}
