import { IANAZone } from 'luxon';
import { z } from 'zod';
import { personIdPattern, RoleKey } from './people.ts';
import { AuditEvery } from './training/policy.ts';

const PersonKey = z.string().regex(personIdPattern);
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 07:45');
const Day = z.iso.date();

/** Hours, terms and days off. Times are the school's own wall clock in `zone`. */
export const Calendar = z.object({
  /** Checked here, because every alert goes by it: a zone that does not exist would stop them all. */
  zone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), 'a time zone such as Europe/London')
    .default('Europe/London'),
  /** Staffed hours of a school day (safeguarding rules, section 3: 07:45 to 17:30 unless the school says otherwise). */
  opens: ClockTime.default('07:45'),
  closes: ClockTime.default('17:30'),
  /** When what was held overnight is sent: 07:30. */
  alertsFrom: ClockTime.default('07:30'),
  homeTime: ClockTime.default('15:20'),
  /** Term dates, inclusive. Outside every term is holiday. */
  terms: z.array(z.object({ name: z.string(), from: Day, to: Day })).default([]),
  /** Half terms, bank holidays and other closures inside a term, inclusive. */
  closures: z.array(z.object({ name: z.string(), from: Day, to: Day })).default([]),
  /** INSET days: staffed, without pupils. They may lie outside the term dates. */
  inset: z.array(Day).default([]),
});
export type Calendar = z.infer<typeof Calendar>;

/** Numbers that people are shown at the moment they need them. Missing ones are left out of the sentence. */
export const Phones = z
  .object({
    office: z.string(),
    socialCareDay: z.string(),
    socialCareNight: z.string(),
    lado: z.string(),
    nspcc: z.string(),
    prevent: z.string(),
  })
  .partial();
export type Phones = z.infer<typeof Phones>;

export const Place = z.object({
  /** Conversation id of a channel or group chat that the bot is in. */
  conversationId: z.string(),
  name: z.string(),
  kind: z.enum(['standard-channel', 'shared-channel', 'private-channel', 'group-chat']),
  /** Whose alerts are posted there. */
  use: z.enum(['dsl', 'headteacher']),
});
export type Place = z.infer<typeof Place>;

/**
 * What set-up decides for one school. Folded from the events of the `settings.current` document.
 * Names never stand here, only person ids; except `outsiders`, who have no account and so no id.
 */
export const Settings = z.object({
  ruleSet: z.enum(['headteacher-first', 'dsl-first']).optional(),
  /** Who holds each role, in order; the first is asked first where only one is. */
  holders: z.partialRecord(RoleKey, z.array(PersonKey)).default({}),
  /** On which day a holder took the role on; nothing for those who held it when set-up began. */
  since: z.partialRecord(RoleKey, z.record(PersonKey, Day)).optional(),
  /** Holders without an account, reached by telephone only (a chair, a data-protection officer). */
  outsiders: z.partialRecord(RoleKey, z.object({ name: z.string(), phone: z.string() })).default({}),
  /** Absences: `away` is not on duty between the two days, inclusive; `by` stands in when named. */
  cover: z.array(z.object({ away: PersonKey, by: PersonKey.optional(), from: Day, to: Day })).default([]),
  places: z.array(Place).default([]),
  calendar: Calendar.prefault({}),
  phones: Phones.default({}),
  /** 'none' means: in the holidays show the numbers. Undefined means that set-up has not asked yet. */
  holidayContact: z.enum(['set', 'none']).optional(),
  training: z
    .object({
      /** How often all staff are trained, in months, where the policy leaves it to the school; at most 12 (S-22). */
      staffMonths: z.int().min(1).max(12).optional(),
      /** How often the self-audit begins anew, where the policy leaves it to the school. */
      auditEvery: AuditEvery.optional(),
    })
    .default({}),
});
export type Settings = z.infer<typeof Settings>;
