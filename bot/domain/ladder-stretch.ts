import { addStaffedMinutes, closing, endOfStaffedDay, homeTime, nextFriday, nextOpening, regime } from './calendar.ts';
import type { Climb, Deed } from './ladder.ts';
import { minutesAfter } from './minutes.ts';
import type { Role } from './people.ts';
import type { Ladders, Rung as PolicyRung, PriorityLadder } from './policy.ts';
import type { Calendar } from './settings.ts';
import type { Instant } from './time.ts';

/** What a stretch may depend on: the rest of a climb changes with every rung. */
type StartOfClimb = Pick<Climb, 'role' | 'kind' | 'priority' | 'raisedAt'>;

export type Step = { at: Instant; does: Deed };

/** What a climb owes from one moment until another rule takes over: the cells of the table in safeguarding rules, section 3. */
export type Stretch = {
  from: Instant;
  /** When the next stretch begins; absent when this one is the last. */
  until?: Instant;
  /** In order of time. */
  script: Step[];
  /** After the script, when everybody told is told once more; given when the latest rung was taken. */
  again?: (last: Instant) => Instant;
  /** When a step that is skipped to falls due; absent where nothing is brought forward. */
  hurried?: (skippedAt: Instant) => Instant;
  /** Steps after one that was brought forward come earlier too. */
  keepsPace: boolean;
  /** Owed when a skip finds no step left. */
  stranded?: Deed;
};

const nobodyYet: Deed = { kind: 'show', what: 'nobody-yet' };

/** A turn asks for the same few stretches at every rung. Kept as long as the calendar, which is never changed but replaced. */
const known = new WeakMap<Calendar, WeakMap<Ladders, Map<string, Stretch>>>();
const mostKnown = 100;

/** The stretch of `climb` that begins at `from`. It follows from whose climb it is and when it began, not from how far it has come. */
export function stretchAt(ladders: Ladders, climb: Climb, calendar: Calendar, from: Instant): Stretch {
  const stretches = stretchesOf(calendar, ladders);
  const key = [climb.priority, climb.kind, climb.role, climb.raisedAt, from].join();
  const stretch = stretches.get(key) ?? workOut(ladders, climb, calendar, from);
  if (stretches.size >= mostKnown) stretches.clear();
  stretches.set(key, stretch);
  return stretch;
}

function stretchesOf(calendar: Calendar, ladders: Ladders): Map<string, Stretch> {
  const ofCalendar = known.get(calendar) ?? new WeakMap<Ladders, Map<string, Stretch>>();
  const stretches = ofCalendar.get(ladders) ?? new Map<string, Stretch>();
  known.set(calendar, ofCalendar.set(ladders, stretches));
  return stretches;
}

function workOut(ladders: Ladders, climb: StartOfClimb, calendar: Calendar, from: Instant): Stretch {
  const ladder = ladders[climb.priority];
  if (ladder.held === 'friday') return fridayList(climb, calendar);
  if (climb.kind === 'also') return besides(ladders, climb, calendar);
  if (ladder.rungs.default.some((rung) => rung.endOfStaffedDay !== undefined)) return byDays(ladder, climb, calendar);
  if (regime(calendar, from) === 'staffed') return whileStaffed(ladders, climb, calendar, from);
  const opening = nextOpening(calendar, from);
  return opening === undefined ? withoutTerms(ladders, climb, calendar, from) : whileShut(ladders, climb, calendar, from, opening);
}

/** Routine: no alert, a list on Friday. Where no school day is known ahead it is listed now rather than never. */
function fridayList(climb: StartOfClimb, calendar: Calendar): Stretch {
  const at = nextFriday(calendar, climb.raisedAt) ?? climb.raisedAt;
  return { from: climb.raisedAt, script: [{ at, does: { kind: 'friday-list', roles: [climb.role] } }], keepsPace: false };
}

/** Somebody told besides the owner: asked again a few times in staffed hours, never climbing to others. */
function besides({ also, ...ladders }: Ladders, climb: StartOfClimb, calendar: Calendar): Stretch {
  const roles = [climb.role];
  const held = ladders[climb.priority].held === 'hold';
  const start = held ? (nextOpening(calendar, climb.raisedAt) ?? climb.raisedAt) : climb.raisedAt;
  const repeats = Array.from({ length: also.times }, (_, i): Step => {
    return { at: addStaffedMinutes(calendar, start, (i + 1) * also.everyMinutes), does: { kind: 'repeat', roles } };
  });
  return { from: climb.raisedAt, script: [{ at: start, does: { kind: 'tell', roles } }, ...repeats], keepsPace: false };
}

/** Standard: one climb over days, held while the school is shut. Days whose end is not known are counted as 24 hours. */
function byDays(ladder: PriorityLadder, climb: StartOfClimb, calendar: Calendar): Stretch {
  const { raisedAt } = climb;
  const opens = nextOpening(calendar, raisedAt) ?? raisedAt;
  const held: Step[] = opens > raisedAt ? [{ at: raisedAt, does: { kind: 'show', what: 'held' } }] : [];
  const dueAt = ({ after, endOfStaffedDay: n = 0 }: PolicyRung) =>
    after === undefined ? (endOfStaffedDay(calendar, raisedAt, n) ?? minutesAfter(opens, n * 24 * 60)) : minutesAfter(opens, after);
  const { repeatMinutes } = ladder;
  return {
    from: raisedAt,
    script: inOrder([...held, ...stepsOf(ladder, climb.role, dueAt)]),
    ...(repeatMinutes === undefined ? {} : { again: (last: Instant) => addStaffedMinutes(calendar, last, repeatMinutes) }),
    hurried: (skippedAt) => nextOpening(calendar, skippedAt) ?? skippedAt,
    keepsPace: false,
    stranded: nobodyYet,
  };
}

/** Urgent and high in staffed hours: by minutes of wall clock, begun anew at each opening, high as urgent before home time. */
function whileStaffed(ladders: Ladders, climb: StartOfClimb, calendar: Calendar, from: Instant): Stretch {
  const closes = closing(calendar, from) ?? from;
  const hurryAt = climb.priority === 'high' ? urgentFrom(ladders, calendar, from) : undefined;
  if (hurryAt === undefined) return byMinutes(ladders[climb.priority], climb, from, closes);
  return from < hurryAt ? byMinutes(ladders.high, climb, from, hurryAt) : byMinutes(ladders.urgent, climb, from, closes);
}

function urgentFrom(ladders: Ladders, calendar: Calendar, at: Instant): Instant | undefined {
  const home = homeTime(calendar, at);
  return home && minutesAfter(home, -ladders.urgentBeforeHomeTimeMinutes);
}

function byMinutes(ladder: PriorityLadder, climb: StartOfClimb, from: Instant, until?: Instant): Stretch {
  const steps = stepsOf(ladder, climb.role, ({ after = 0 }) => minutesAfter(from, after));
  const { repeatMinutes } = ladder;
  return {
    from,
    ...(until === undefined ? {} : { until }),
    script: inOrder(steps).filter(({ at }) => until === undefined || at < until),
    ...(repeatMinutes === undefined ? {} : { again: (last: Instant) => minutesAfter(last, repeatMinutes) }),
    hurried: (skippedAt) => skippedAt,
    keepsPace: true,
    stranded: nobodyYet,
  };
}

/** Nights, weekends, holidays. Urgent: those who are told then, once, and the numbers at once. High: held, in holidays the duty contact once. */
function whileShut(ladders: Ladders, climb: StartOfClimb, calendar: Calendar, from: Instant, until: Instant): Stretch {
  const ladder = ladders[climb.priority];
  const script = shutSteps(ladders, climb, calendar, from);
  if (ladder.held === 'tell-once') {
    const told = script.flatMap(({ does }) => (does.kind === 'show' ? [] : does.roles));
    const roles = onLadder(ladder, climb.role).filter((role) => !told.includes(role));
    // If none of those told is within reach, an urgent report does not wait for the morning: the rest of its ladder now.
    return { from, until, script, hurried: (at) => at, keepsPace: false, stranded: { kind: 'tell-while-closed', roles } };
  }
  const shown: Step = { at: from, does: { kind: 'show', what: 'held' } };
  const holiday = script.length > 0;
  const stranded: Deed = { kind: 'show', what: 'numbers' };
  return { from, until, script: [...script, shown], keepsPace: false, ...(holiday ? { hurried: (at: Instant) => at, stranded } : {}) };
}

/** The terms have run out: nobody knows when it opens, so nothing is held. Both those told while shut and the ladder. */
function withoutTerms(ladders: Ladders, climb: StartOfClimb, calendar: Calendar, from: Instant): Stretch {
  const open = byMinutes(ladders[climb.priority], climb, from);
  return { ...open, script: [...shutSteps(ladders, climb, calendar, from), ...open.script] };
}

function shutSteps(ladders: Ladders, climb: StartOfClimb, calendar: Calendar, at: Instant): Step[] {
  const holiday = regime(calendar, at) === 'holiday';
  if (ladders[climb.priority].held === 'tell-once') {
    const away = holiday ? [...ladders.whenHoliday, ...ladders.whenClosed] : ladders.whenClosed;
    return [
      { at, does: { kind: 'tell-while-closed', roles: whileAway(ladders, climb, away) } },
      { at, does: { kind: 'show', what: 'numbers' } },
    ];
  }
  // The first of the list is the duty contact; the others are told of urgent reports only.
  const contact = ladders.whenHoliday.slice(0, 1);
  return holiday ? [{ at, does: { kind: 'tell-while-closed', roles: whileAway(ladders, climb, contact) } }] : [];
}

/**
 * Those who are told while the school is shut stand in for the DSL team. On a ladder that never reaches the DSL (the chair's,
 * when the headteacher is the subject) they must not learn of it by night either (S-14): the owner is told instead.
 */
function whileAway(ladders: Ladders, climb: StartOfClimb, standIns: Role[]): Role[] {
  const own = onLadder(ladders[climb.priority], climb.role);
  if (!own.includes('dsl') && !own.includes('deputy-dsl')) return [climb.role];
  const duty = standIns.includes('dsl') && !standIns.includes(climb.role) ? [climb.role] : [];
  return [...new Set([...duty, ...standIns])];
}

/** Every role that this owner's ladder comes to, the owner first. */
function onLadder(ladder: PriorityLadder, owner: Role): Role[] {
  return [...new Set([owner, ...rungsOf(ladder, owner).flatMap((rung) => rung.tell ?? [])])];
}

function rungsOf(ladder: PriorityLadder, role: Role): PolicyRung[] {
  return ladder.rungs[role] ?? ladder.rungs.default;
}

/** The owner is always in the first rung that tells somebody: a ladder for every other owner cannot name them. */
function stepsOf(ladder: PriorityLadder, owner: Role, dueAt: (rung: PolicyRung) => Instant): Step[] {
  const rungs = rungsOf(ladder, owner);
  const first = rungs.findIndex((rung) => rung.tell !== undefined);
  return rungs.flatMap((rung, i): Step[] => {
    const at = dueAt(rung);
    const roles = i === first ? [...new Set([owner, ...(rung.tell ?? [])])] : (rung.tell ?? []);
    const told: Step[] = roles.length === 0 ? [] : [{ at, does: { kind: 'tell', roles } }];
    return rung.show === undefined ? told : [...told, { at, does: { kind: 'show', what: rung.show } }];
  });
}

function inOrder(steps: Step[]): Step[] {
  let latest = '';
  return steps.map((step) => {
    latest = step.at > latest ? step.at : latest;
    return { ...step, at: latest };
  });
}
