import { type Step, type Stretch, stretchAt } from './ladder-stretch.ts';
import { minutesAfter } from './minutes.ts';
import type { Role } from './people.ts';
import type { Ladders, Priority } from './policy.ts';
import type { Calendar } from './settings.ts';
import type { Instant } from './time.ts';

/** What a rung does. Roles only: who holds them, and who may not be told, is the caller's to settle. */
export type Deed =
  | { kind: 'tell'; roles: Role[] }
  /** Once more to everybody told in this stretch: a new message that makes a sound. */
  | { kind: 'repeat'; roles: Role[] }
  /** To those who are told when the school is shut. */
  | { kind: 'tell-while-closed'; roles: Role[] }
  | { kind: 'friday-list'; roles: Role[] }
  /** On the reporter's card: nobody has answered; held until the next opening; telephone numbers to ring. */
  | { kind: 'show'; what: Shown };
export type Shown = 'nobody-yet' | 'held' | 'numbers';

/** Where a climb stands: the stretch of time it is in, the steps of it that are behind, and by how many milliseconds the rest comes early. */
type Cursor = { from: Instant; next: number; ahead: number };

/** One step of a climb. `leaves` is where the climb stands after it, for `climbed` alone. */
export type Rung = { at: Instant; does: Deed; leaves: Cursor };

/** One telling that waits for an answer. Plain data, folded from events without the policy or the calendar. */
export type Climb = {
  role: Role;
  kind: 'to' | 'also';
  priority: Priority;
  raisedAt: Instant;
  cursor: Cursor;
  /** When each was really told, not when it was due: so that an outage of days ends in one message each. */
  toldAt: Partial<Record<Role, Instant>>;
  shownAt: Partial<Record<Shown, Instant>>;
  /** When the latest rung was really taken. */
  lastAt?: Instant;
  /** When it turned out that the latest rung reached nobody, or that somebody passed it on. */
  skippedAt?: Instant;
};

/** Longer than a year of days and nights: faulty policy data ends here and not in an endless search. */
const mostStretches = 800;

export function beginClimb(telling: { role: Role; kind: 'to' | 'also'; priority: Priority }, at: Instant): Climb {
  return { ...telling, raisedAt: at, cursor: { from: at, next: 0, ahead: 0 }, toldAt: {}, shownAt: {} };
}

/** One climb is asked for its next step several times while it stands there. */
const known = new WeakMap<Climb, { ladders: Ladders; calendar: Calendar; rung: Rung | undefined }>();

/** The next step, perhaps overdue. Undefined when nothing more will happen by itself. Taking what is due with `climbed` always comes to an end. */
export function nextRung(ladders: Ladders, climb: Climb, calendar: Calendar): Rung | undefined {
  const before = known.get(climb);
  if (before?.ladders === ladders && before.calendar === calendar) return before.rung;
  const rung = lookAhead(ladders, climb, calendar);
  known.set(climb, { ladders, calendar, rung });
  return rung;
}

function lookAhead(ladders: Ladders, climb: Climb, calendar: Calendar): Rung | undefined {
  let cursor: Cursor | undefined = climb.cursor;
  for (let i = 0; i < mostStretches && cursor !== undefined; i += 1) {
    const stretch: Stretch = stretchAt(ladders, climb, calendar, cursor.from);
    const rung = isBehind(stretch, climb)
      ? undefined
      : (scripted(stretch, climb, cursor) ?? stranded(stretch, climb, cursor) ?? again(stretch, climb, cursor));
    if (rung !== undefined) return rung;
    cursor = stretch.until === undefined ? undefined : { from: stretch.until, next: 0, ahead: 0 };
  }
  return undefined;
}

/** The climb after `rung`. `now` is when it was really taken: what a late clock missed is owed once, not once for each time. */
export function climbed(climb: Climb, rung: Rung, now: Instant): Climb {
  const { skippedAt, ...rest } = climb;
  const after = { ...rest, cursor: rung.leaves, lastAt: now };
  if (rung.does.kind !== 'show')
    return { ...after, toldAt: { ...climb.toldAt, ...Object.fromEntries(rung.does.roles.map((role) => [role, now])) } };
  const shown = { ...after, shownAt: { ...climb.shownAt, [rung.does.what]: now } };
  // To show that it is held, or numbers, is not yet to have moved on.
  return skippedAt === undefined || rung.does.what === 'nobody-yet' ? shown : { ...shown, skippedAt };
}

/** The latest rung reached nobody (vacant, walled, undeliverable) or was passed on: the next is due at `now`. */
export function skipToNextRung(climb: Climb, now: Instant): Climb {
  return { ...climb, skippedAt: now };
}

/** It was in somebody's hands, or moved on, until after this stretch: nobody is told now for a night that is over. */
function isBehind(stretch: Stretch, climb: Climb): boolean {
  return climb.skippedAt !== undefined && stretch.until !== undefined && stretch.until <= climb.skippedAt;
}

/** When a skip in this stretch makes the next step due; undefined when there was none, or when here nothing is brought forward. */
function hurriedTo(stretch: Stretch, climb: Climb): Instant | undefined {
  if (climb.skippedAt === undefined || climb.skippedAt < stretch.from) return undefined;
  return stretch.hurried?.(climb.skippedAt);
}

function scripted(stretch: Stretch, climb: Climb, cursor: Cursor): Rung | undefined {
  const hurried = hurriedTo(stretch, climb);
  for (const [i, step] of stretch.script.entries()) {
    if (i < cursor.next) continue;
    const due = earlier(step.at, cursor.ahead);
    const early = hurried === undefined ? 0 : Math.max(0, Date.parse(due) - Date.parse(hurried));
    const at = earlier(due, early);
    const does = stillOwed({ at, does: step.does }, climb);
    const ahead = stretch.keepsPace ? cursor.ahead + early : 0;
    if (does !== undefined) return { at, does, leaves: { from: cursor.from, next: i + 1, ahead } };
  }
  return undefined;
}

/** An alert that cannot be delivered is itself an alert, also when there is no rung left to move on to. */
function stranded(stretch: Stretch, climb: Climb, cursor: Cursor): Rung | undefined {
  const at = hurriedTo(stretch, climb);
  if (at === undefined || stretch.stranded === undefined) return undefined;
  const { stranded: deed } = stretch;
  if (deed.kind === 'show' && (climb.shownAt[deed.what] ?? '') >= stretch.from) return undefined;
  const does = stillOwed({ at, does: deed }, climb);
  return does && { at, does, leaves: cursor };
}

function again(stretch: Stretch, climb: Climb, cursor: Cursor): Rung | undefined {
  const last = climb.lastAt === undefined || climb.lastAt < stretch.from ? stretch.from : climb.lastAt;
  const at = stretch.again?.(last);
  if (at === undefined || (stretch.until !== undefined && at >= stretch.until)) return undefined;
  const roles = [...new Set(stretch.script.flatMap(({ does }) => (does.kind === 'show' ? [] : does.roles)))];
  return { at, does: { kind: 'repeat', roles }, leaves: cursor };
}

/** What is left of a step once everybody who was told after it was due is taken out. */
function stillOwed({ at, does }: Step, climb: Climb): Deed | undefined {
  if (does.kind === 'show') return (climb.shownAt[does.what] ?? '') < at ? does : undefined;
  const roles = does.roles.filter((role) => (climb.toldAt[role] ?? '') < at);
  return roles.length === 0 ? undefined : { ...does, roles };
}

const earlier = (at: Instant, milliseconds: number) => (milliseconds === 0 ? at : minutesAfter(at, -milliseconds / 60_000));
