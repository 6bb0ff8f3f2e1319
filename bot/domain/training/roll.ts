import type { PersonId } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import type { Member } from './member.ts';
import type { Day } from './record.ts';

/**
 * One person as a source of the roll gives them. What is left out stays as it was known; an empty job title or e-mail address and
 * the manager `null` mean that there is none.
 */
export type RollRow = Omit<Member, 'left' | 'firstSeen' | 'countsFrom' | 'manager'> & { manager?: PersonId | null };

/** Whole members as they are to be stored. `joined` are new on it or back again, `left` were on the roll and are not any more. */
export type RollChange = { joined: Member[]; left: Member[]; changed: Member[]; same: number };

/** Why a source is not believed until somebody says that it is right. */
export type Doubt = 'nobody' | 'many-leavers';

/** More people than any school has, and few enough for those of one reminder to stand in one document. */
export const mostPeople = 20_000;

/** Fewer than this may go at once without a question, however small the school. */
const fewLeavers = 3;

/**
 * Where a list comes `from` another place than the roll before, or is the first of all: the day from which training is counted here.
 * Whoever is not known and did not start since then has been at the school all along; a stop-gap only did not name them. Undefined
 * where it comes from the same place: then whoever is not known is new.
 */
export function newSince({ source, since, syncedAt }: { source: string; since: Day; syncedAt?: Instant }, from: string): Day | undefined {
  return syncedAt === undefined || source !== from ? since : undefined;
}

type Arrival = { now: Instant; today: Day; newSince?: Day | undefined };

/** What changes when the roll is to be as `rows` say. `known` holds leavers too. A person who is twice in `rows` counts as the first of them. */
export function diffRoll(known: readonly Member[], rows: readonly RollRow[], arrival: Arrival): RollChange {
  const before = new Map(known.map((member) => [member.id, member]));
  const wanted = new Map<PersonId, RollRow>();
  for (const row of rows) if (!wanted.has(row.id)) wanted.set(row.id, row);
  const change: RollChange = { joined: [], left: [], changed: [], same: 0 };
  for (const row of wanted.values()) {
    const member = before.get(row.id);
    if (member === undefined || member.left !== undefined) change.joined.push(newcomer(member, row, arrival));
    else if (differs(member, updated(member, row))) change.changed.push(updated(member, row));
    else change.same += 1;
  }
  for (const member of known) if (member.left === undefined && !wanted.has(member.id)) change.left.push({ ...member, left: arrival.today });
  return change;
}

/** How many of those who join the roll were at the school already. */
export function hereAlready({ joined }: RollChange): number {
  return joined.filter(({ firstSeen }) => firstSeen === undefined).length;
}

/** A source that suddenly gives nobody, or from which more than a third are gone, is more often broken than right. */
export function doubtOf(known: readonly Member[], { joined, left, changed, same }: RollChange): Doubt | undefined {
  const here = known.filter((member) => member.left === undefined).length;
  if (joined.length + changed.length + same === 0) return 'nobody';
  return left.length >= fewLeavers && left.length * 3 > here ? 'many-leavers' : undefined;
}

/** Whoever comes back is new again, from the day on which they are back. */
function newcomer(before: Member | undefined, row: RollRow, { now, today, newSince }: Arrival): Member {
  const { left: _left, firstSeen: _seen, countsFrom: _counts, started: _started, ...rest } = before ?? {};
  const isNew = newSince === undefined || (row.started !== undefined && row.started >= newSince);
  return { ...merged(rest, row), ...(isNew ? { firstSeen: now } : {}), ...(newSince === undefined ? {} : { countsFrom: today }) };
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
