import { type Climb, climbed, nextRung, type Rung } from '#domain/ladder.ts';
import type { Ladders } from '#domain/policy.ts';
import type { Calendar } from '#domain/settings.ts';
import type { Instant } from '#domain/time.ts';
import { schoolYear } from './school-year.ts';

const cite = 'Safeguarding rules, section 3';

/** The table of clocks in section 3 of the safeguarding rules, written out by hand and apart from the shipped rule sets. */
export const sectionThree: Ladders = {
  urgent: {
    held: 'tell-once',
    repeatMinutes: 10,
    rungs: {
      default: [
        { after: 0, tell: ['dsl', 'deputy-dsl'] },
        { after: 5, tell: ['headteacher', 'slt'] },
        { after: 10, show: 'nobody-yet' },
      ],
      headteacher: [
        { after: 0, tell: ['headteacher'] },
        { after: 5, tell: ['dsl', 'deputy-dsl'] },
        { after: 10, tell: ['slt'], show: 'nobody-yet' },
      ],
      chair: [
        { after: 0, tell: ['chair'] },
        { after: 5, tell: ['vice-chair'] },
        { after: 10, show: 'nobody-yet' },
      ],
    },
    cite,
  },
  high: {
    held: 'hold',
    rungs: {
      default: [
        { after: 0, tell: ['dsl'] },
        { after: 30, tell: ['deputy-dsl'] },
        { after: 60, tell: ['headteacher'] },
      ],
      chair: [
        { after: 0, tell: ['chair'] },
        { after: 30, tell: ['vice-chair'] },
      ],
    },
    cite,
  },
  standard: {
    held: 'hold',
    rungs: {
      default: [
        { after: 0, tell: ['dsl'] },
        { endOfStaffedDay: 1, tell: ['deputy-dsl'] },
        { endOfStaffedDay: 2, tell: ['headteacher'] },
      ],
      'vice-chair': [{ after: 0, tell: ['vice-chair'] }],
    },
    cite,
  },
  routine: { held: 'friday', rungs: { default: [] }, cite },
  whenClosed: ['on-call', 'dsl', 'deputy-dsl'],
  whenHoliday: ['holiday-contact', 'on-call', 'dsl', 'deputy-dsl'],
  urgentBeforeHomeTimeMinutes: 60,
  firstDecisionMinutes: 60,
  also: { everyMinutes: 60, times: 3, cite },
  unsent: { remindAfterMinutes: 10, tellDslAfterMinutes: 60, cite },
  cite,
};

/** A rung as a line: "2026-11-23 10:05 tell headteacher slt", in Greenwich time. */
export function line({ at, does }: Rung): string {
  const what = does.kind === 'show' ? does.what : does.roles.join(' ');
  return `${at.slice(0, 16).replace('T', ' ')} ${does.kind} ${what}`;
}

/** Takes every rung that is due by `now`, all of them at `now`: what the clock does when it looks. Fails rather than run for ever. */
export function catchUp(climb: Climb, now: Instant, calendar: Calendar = schoolYear): { climb: Climb; taken: Rung[] } {
  const taken: Rung[] = [];
  let at = climb;
  for (let rung = nextRung(sectionThree, at, calendar); rung !== undefined && rung.at <= now; rung = nextRung(sectionThree, at, calendar)) {
    if (taken.length > 500) throw new Error('The climb does not end');
    taken.push(rung);
    at = climbed(at, rung, now);
  }
  return { climb: at, taken };
}

/** Takes every rung up to and at `until` at the moment it is due: a clock that is never late. */
export function punctually(
  climb: Climb,
  until: Instant,
  calendar: Calendar = schoolYear,
  ladders: Ladders = sectionThree,
): { climb: Climb; taken: Rung[] } {
  const taken: Rung[] = [];
  let at = climb;
  for (let rung = nextRung(ladders, at, calendar); rung !== undefined && rung.at <= until; rung = nextRung(ladders, at, calendar)) {
    if (taken.length > 20_000) throw new Error('The climb does not end');
    taken.push(rung);
    at = climbed(at, rung, rung.at);
  }
  return { climb: at, taken };
}
