import type { PersonId } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import type { Member } from './member.ts';
import type { Day } from './record.ts';

/**
 * One person as a source of the roll gives them. What is left out stays as it was known; an empty job title or e-mail address and
 * the manager `null` mean that there is none.
 */
export type RollRow = Omit<Member, 'left' | 'firstSeen' | 'manager'> & { manager?: PersonId | null };

/** Whole members as they are to be stored. `joined` are new or back again, `left` were on the roll and are not any more. */
export type RollChange = { joined: Member[]; left: Member[]; changed: Member[]; same: number };

/** Why a source is not believed until somebody says that it is right. */
export type Doubt = 'nobody' | 'many-leavers';

/** Fewer than this may go at once without a question, however small the school. */
const fewLeavers = 3;

/**
 * What changes when the roll is to be as `rows` say. `known` holds leavers too. `first`: the roll begins with these rows, so nobody
 * in them is new to the school. A person who is twice in `rows` counts as the first of them.
 */
export function diffRoll(
  known: readonly Member[],
  rows: readonly RollRow[],
  { now, today, first }: { now: Instant; today: Day; first: boolean },
): RollChange {
  const before = new Map(known.map((member) => [member.id, member]));
  const wanted = new Map<PersonId, RollRow>();
  for (const row of rows) if (!wanted.has(row.id)) wanted.set(row.id, row);
  const change: RollChange = { joined: [], left: [], changed: [], same: 0 };
  for (const row of wanted.values()) {
    const member = before.get(row.id);
    if (member === undefined || member.left !== undefined) change.joined.push(newcomer(member, row, first ? undefined : now));
    else if (differs(member, updated(member, row))) change.changed.push(updated(member, row));
    else change.same += 1;
  }
  for (const member of known) if (member.left === undefined && !wanted.has(member.id)) change.left.push({ ...member, left: today });
  return change;
}

/** A source that suddenly gives nobody, or from which more than a third are gone, is more often broken than right. */
export function doubtOf(known: readonly Member[], { joined, left, changed, same }: RollChange): Doubt | undefined {
  const here = known.filter((member) => member.left === undefined).length;
  if (joined.length + changed.length + same === 0) return 'nobody';
  return left.length >= fewLeavers && left.length * 3 > here ? 'many-leavers' : undefined;
}

/** Whoever comes back is new again, from the day on which they are back. */
function newcomer(before: Member | undefined, row: RollRow, firstSeen: Instant | undefined): Member {
  const { left: _left, firstSeen: _seen, started: _started, ...rest } = before ?? {};
  return { ...merged(rest, row), ...(firstSeen === undefined ? {} : { firstSeen }) };
}

const updated = (member: Member, row: RollRow): Member => merged(member, row);

function merged(before: Partial<Member>, { jobTitle, email, started, manager, ...who }: RollRow): Member {
  const { jobTitle: oldTitle, email: oldEmail, started: oldStart, manager: oldManager, ...rest } = before;
  return tidy({
    ...rest,
    ...who,
    jobTitle: jobTitle ?? oldTitle,
    email: email ?? oldEmail,
    started: started ?? oldStart,
    manager: manager === undefined ? oldManager : (manager ?? undefined),
  });
}

type Loose = Omit<Member, 'jobTitle' | 'email' | 'started' | 'manager'> & {
  jobTitle: string | undefined;
  email: string | undefined;
  started: Day | undefined;
  manager: PersonId | undefined;
};

/** Leaves out what there is none of, so that members compare and are stored alike. */
function tidy({ jobTitle, email, started, manager, ...rest }: Loose): Member {
  return {
    ...rest,
    ...(jobTitle ? { jobTitle } : {}),
    ...(email ? { email } : {}),
    ...(started ? { started } : {}),
    ...(manager ? { manager } : {}),
  };
}

const compared = ['name', 'kind', 'jobTitle', 'email', 'started', 'manager'] as const;
const differs = (one: Member, other: Member) => compared.some((field) => one[field] !== other[field]);
