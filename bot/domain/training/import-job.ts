import { minutesAfter } from '#domain/minutes.ts';
import type { PersonId, Role } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import type { SheetKind } from './sheet.ts';

/**
 * A list on its way in. `fetching`: it is read and checked. `unclear`: somebody must say what it is a list of. `checked`: the dry run
 * is done and nothing is written. `writing`: somebody has said yes. The others are over.
 */
type ImportState = 'fetching' | 'unclear' | 'checked' | 'writing' | 'done' | 'refused' | 'discarded';

export type ImportCounts = {
  rows: number;
  /** Rows that can be brought in, and how many people they are about. */
  good: number;
  people: number;
  bad: number;
  leftOut: number;
};

export type RolesHeld = { person: PersonId; roles: Role[] };

/**
 * What a list of people would change on the school's list. `hereAlready`: so many of those who join it are taken for having been at the
 * school before, since the list comes from another place than the one before it.
 */
export type RollCounts = { joined: number; changed: number; leaving: number; same: number; hereAlready?: number };

export type ImportJob = {
  by: PersonId;
  at: Instant;
  from: 'file' | 'paste';
  state: ImportState;
  kind?: SheetKind;
  /** Where Teams keeps the file, which is a key to it for an hour or so: gone once it is read. */
  source?: string;
  /** Tries to fetch it so far. */
  tries: number;
  /** Why it cannot be used, in a sentence. */
  problem?: string;
  counts: ImportCounts;
  roll?: RollCounts;
  /** Those who would leave, the first few; whoever holds a role stands first. */
  leaving?: PersonId[];
  /** The roles that some of them hold: alerts may go to them. */
  held?: RolesHeld[];
  /** How many documents hold its rows and its problems. */
  parts: { rows: number; problems: number };
  /** Who said yes. */
  confirmedBy?: PersonId;
  confirmedAt?: Instant;
  /** People written so far, and the records of theirs that were new. */
  cursor: number;
  written: number;
  endedAt?: Instant;
};

/** Days for which a list that is checked waits for somebody's yes, and its problems can be looked at. */
const keptDays = 7;

const noCounts: ImportCounts = { rows: 0, good: 0, people: 0, bad: 0, leftOut: 0 };

export function newImport(given: Pick<ImportJob, 'by' | 'at' | 'from' | 'source' | 'kind'>): ImportJob {
  return { ...given, state: 'fetching', tries: 0, counts: noCounts, parts: { rows: 0, problems: 0 }, cursor: 0, written: 0 };
}

/** Something is to be done for it now: read, written, or what nobody needs any more taken away. */
export function isUnderWay({ state, parts }: ImportJob): boolean {
  if (state === 'fetching' || state === 'writing') return true;
  if (state === 'discarded' || state === 'refused') return parts.rows + parts.problems > 0;
  return state === 'done' && parts.rows > 0;
}

/** When what is kept of it is taken away; undefined once nothing is: neither rows nor problems, nor the way to the file. */
export function expiresAt({ at, parts, source }: ImportJob): Instant | undefined {
  if (parts.rows + parts.problems === 0 && source === undefined) return undefined;
  return minutesAfter(at, keptDays * 24 * 60);
}

export function isExpired(job: ImportJob, now: Instant): boolean {
  const expires = expiresAt(job);
  return expires !== undefined && expires <= now;
}

/** What may be brought in now: everything, the good rows only because others are bad, or nothing. */
export function offered(job: ImportJob, now: Instant): 'all' | 'good-only' | 'nothing' {
  const {
    state,
    kind,
    counts: { good, bad },
    roll,
  } = job;
  if (state !== 'checked' || isExpired(job, now)) return 'nothing';
  // Whoever is not in a list of people counts as having left: such a list comes in whole or not at all.
  if (kind === 'people')
    return bad === 0 && good > 0 && roll !== undefined && roll.joined + roll.changed + roll.leaving > 0 ? 'all' : 'nothing';
  if (good === 0) return 'nothing';
  return bad === 0 ? 'all' : 'good-only';
}

/** Somebody said yes to `what`; undefined when something else, or nothing, is offered by now. */
export function confirmed(job: ImportJob, what: 'all' | 'good-only', confirmedBy: PersonId, now: Instant): ImportJob | undefined {
  return offered(job, now) === what ? { ...job, state: 'writing', confirmedBy, confirmedAt: now } : undefined;
}

/** It is read again as a list of that; undefined when nobody asks any more. */
export function kindChosen(job: ImportJob, kind: SheetKind, now: Instant): ImportJob | undefined {
  return job.state === 'unclear' && !isExpired(job, now) ? { ...job, kind, state: 'fetching', tries: 0 } : undefined;
}

/** Undefined when it does not wait for anybody's answer. */
export function discarded(job: ImportJob, now: Instant): ImportJob | undefined {
  return job.state === 'checked' || job.state === 'unclear' ? { ...over(job, now), state: 'discarded' } : undefined;
}

export function refused(job: ImportJob, problem: string, now: Instant): ImportJob {
  return { ...over(job, now), state: 'refused', problem };
}

export function over(job: ImportJob, now: Instant): ImportJob {
  const { source: _source, ...rest } = job;
  return { ...rest, endedAt: now };
}
