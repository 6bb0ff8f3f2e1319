import type { Role } from './people.ts';
import type { Ladders, Priority } from './policy.ts';
import type { Calendar } from './settings.ts';
import type { Instant } from './time.ts';

/** What a rung does. Roles only: who holds them, and who may not be told, is the caller's to settle. */
export type Deed =
  | { kind: 'tell'; roles: Role[] }
  /** Once more to everybody told so far in this run: a new message that makes a sound. */
  | { kind: 'repeat'; roles: Role[] }
  /** The people who are told when the school is shut. */
  | { kind: 'tell-while-closed'; roles: Role[] }
  | { kind: 'friday-list'; roles: Role[] }
  /** On the reporter's card: nobody has answered yet; held until the next opening; telephone numbers to ring. */
  | { kind: 'show'; what: Shown };
export type Shown = 'nobody-yet' | 'held' | 'numbers';

/** Where a climb stands: in which stretch of school or shut time, and how many of its rungs are behind. */
export type Cursor = { from: Instant; next: number; /** Milliseconds by which rungs were brought forward. */ ahead: number };

/** One step of a climb. `then` is where the climb stands after it; only `climbed` reads it. */
export type Rung = { at: Instant; does: Deed; then: Cursor };

/** One telling that waits for an answer. Plain data, stored as it is in events. */
export type Climb = {
  role: Role;
  kind: 'to' | 'also';
  priority: Priority;
  raisedAt: Instant;
  cursor: Cursor;
  /** Really told, not when it was due: after an outage nobody is told twice for moments that are past. */
  toldAt: Partial<Record<Role, Instant>>;
  shownAt: Partial<Record<Shown, Instant>>;
  /** The latest rung that was really taken. */
  lastAt?: Instant;
  /** Everybody within reach was passed over at this moment, and there was no rung left to move on to. */
  strandedAt?: Instant;
};

export function beginClimb(telling: { role: Role; kind: 'to' | 'also'; priority: Priority }, at: Instant): Climb {
  return { ...telling, raisedAt: at, cursor: { from: at, next: 0, ahead: 0 }, toldAt: {}, shownAt: {} };
}

/** The next step, which may lie in the past; undefined when nothing more will happen by itself. */
export declare function nextRung(ladders: Ladders, climb: Climb, calendar: Calendar): Rung | undefined;

/** The climb after a rung; `now` is when it was really taken, so that what was missed collapses into one. */
export declare function climbed(climb: Climb, rung: Rung, now: Instant): Climb;

/** Nobody could be told by the latest rung: the next one is due now. */
export declare function skipToNextRung(ladders: Ladders, climb: Climb, calendar: Calendar, now: Instant): Climb;
