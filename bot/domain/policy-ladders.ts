import { z } from 'zod';
import { RoleKey } from './people.ts';
import { Cite } from './policy-keys.ts';

const Minutes = z.int().min(0);

/**
 * One step of a climb, counted from the start of the run. Either `after` (minutes of wall clock inside staffed hours) or
 * `endOfStaffedDay` (0 is the end of the day it began, 1 the end of the next staffed day, and so on).
 */
export const Rung = z
  .object({
    after: Minutes.optional(),
    endOfStaffedDay: z.int().min(0).optional(),
    tell: z.array(RoleKey).optional(),
    show: z.literal('nobody-yet').optional(),
  })
  .refine((rung) => (rung.after === undefined) !== (rung.endOfStaffedDay === undefined), 'a rung has either after or endOfStaffedDay')
  .refine((rung) => rung.tell !== undefined || rung.show !== undefined, 'a rung tells somebody or shows something');
export type Rung = z.infer<typeof Rung>;

/** What happens for one priority. `held` is what happens while the school is shut. */
export const PriorityLadder = z.object({
  held: z.enum(['tell-once', 'hold', 'friday']),
  /** After the last rung, again every so many minutes until somebody takes it. Absent: the climb stops. */
  repeatMinutes: Minutes.min(1).optional(),
  /** By the role that owns the report; `default` for every other owner. Empty: nobody is alerted (the Friday list). */
  rungs: z.partialRecord(RoleKey, z.array(Rung)).and(z.object({ default: z.array(Rung) })),
  cite: Cite,
});
export type PriorityLadder = z.infer<typeof PriorityLadder>;

/** Who is told next and when, in and out of school hours (safeguarding rules, section 3). */
export const Ladders = z.object({
  urgent: PriorityLadder,
  high: PriorityLadder,
  standard: PriorityLadder,
  routine: PriorityLadder,
  /** Told once when something urgent comes, or stands unanswered, outside staffed hours. */
  whenClosed: z.array(RoleKey).min(1),
  /** The same in the holidays. */
  whenHoliday: z.array(RoleKey).min(1),
  /** A high report climbs as an urgent one from so many minutes before the children go home. */
  urgentBeforeHomeTimeMinutes: Minutes,
  /** After "I'm dealing with it": by when something must have been decided. */
  firstDecisionMinutes: Minutes,
  /** Those told besides the owner: asked again so often, so many times. */
  also: z.object({ everyMinutes: Minutes.min(1), times: z.int().min(0), cite: Cite }),
  /** A report begun and not sent (S-04). */
  unsent: z.object({ remindAfterMinutes: Minutes, tellDslAfterMinutes: Minutes, cite: Cite }),
  cite: Cite,
});
export type Ladders = z.infer<typeof Ladders>;
