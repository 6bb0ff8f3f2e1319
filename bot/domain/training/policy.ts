import { z } from 'zod';
import { RoleKey } from '#domain/people.ts';
import { Cite } from '#domain/policy-keys.ts';

/** Kinds of person a school has; a role is an audience too. */
const personKinds = ['staff', 'volunteer', 'governor'] as const;
const Audience = z.union([z.enum(personKinds), RoleKey]);

const Key = z.string().regex(/^[a-z0-9-]{2,40}$/, 'a short key in small letters');

/** How often the self-audit begins anew: with the school year, or with each of its terms. */
export const AuditEvery = z.enum(['year', 'term']);
export type AuditEvery = z.infer<typeof AuditEvery>;

/** One thing that people are trained in. */
export const Topic = z.strictObject({
  key: Key,
  label: z.string().min(3),
  /** One plain sentence for the reminder card: what it is for. */
  why: z.string().min(10),
  /** About how long it takes. */
  minutes: z.int().min(1),
  cite: Cite,
  /** Whoever is of one of these kinds, or holds one of these roles, owes it. */
  for: z.array(Audience).min(1),
  /** Kinds for whom a coordinator may mark it as not applicable, with a reason (duties ). */
  whereApplicable: z.array(z.enum(personKinds)).optional(),
  /** First due so many days after starting, or after taking on the role. */
  withinDays: z.int().min(0).max(366),
  /** Due again; left out when it is owed once. `readings`: what an unclear word may mean (duties G-17). */
  again: z
    .strictObject({
      months: z.int().min(1).max(24),
      readings: z.array(z.int()).optional(),
      /** Also before the end of the academic year after the one it was last done in (31 August). */
      academicYear: z.literal(true).optional(),
      /** The school may set its own interval in set-up; never longer than 12 months (S-22). */
      bySchool: z.literal(true).optional(),
    })
    .optional(),
  /** Given whenever there is something new: it is recorded, and nobody owes it (duties A-116). */
  asNeeded: z.literal(true).optional(),
  /** On the checklist of everybody who is new. */
  induction: z.literal(true).optional(),
  /** Doing this counts for these topics too. */
  covers: z.array(Key).optional(),
  /** How it is done: outside the app, by passing a quiz here, or by answering the self-audit here. */
  by: z.enum(['course', 'quiz', 'audit']),
  /** The quiz that goes with it (`bot/quizzes/<key>.json`); with `by: "quiz"` passing it is doing it. */
  quiz: Key.optional(),
});
export type Topic = z.infer<typeof Topic>;

export const TrainingPolicy = z.strictObject({
  /** Who records training, sends reminders and sees the register. */
  runBy: z.array(RoleKey).min(1),
  /** Who sees the register and its figures besides. */
  seenBy: z.array(RoleKey),
  topics: z.array(Topic).min(1),
  remind: z.strictObject({
    /** Days before the due day on which a reminder goes out by itself. */
    daysBefore: z.array(z.int().min(0)).min(1),
    overdueEveryDays: z.int().min(1),
    /** From so many days overdue the coordinator and the line manager are told too. */
    escalateAfterDays: z.int().min(1),
    cite: Cite,
  }),
  audit: z.strictObject({
    /** The topic by which the self-audit is owed. */
    topic: Key,
    /** Where there are two the school chooses in set-up; the first holds until it has. By term it is owed in each, whatever the topic's months. */
    every: z.tuple([AuditEvery], AuditEvery),
    /** From least to most confident. */
    scale: z.array(z.string()).length(4),
    /** Each is about one topic. */
    statements: z.array(z.strictObject({ key: Key, text: z.string(), topic: Key })).min(1),
    cite: Cite,
  }),
  /** Where fuller detail is written (duties A-121); shown on the reminder, under *my training*, and with each quiz and the self-audit. */
  moreIn: z.string().optional(),
});
export type TrainingPolicy = z.infer<typeof TrainingPolicy>;

export function findTopic({ topics }: TrainingPolicy, key: string): Topic | undefined {
  return topics.find((topic) => topic.key === key);
}
