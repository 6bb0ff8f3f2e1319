import type { PersonId, Role, SchoolKey } from '#domain/people.ts';
import { newPosting, type Posting } from '#domain/posting.ts';
import type { Instant } from '#domain/time.ts';
import type { Listed } from '#domain/training/digest.ts';
import type { Day } from '#domain/training/record.ts';
import type { Standing, StandingOf } from '#domain/training/standing.ts';
import type { Records } from './records.ts';
import type { Own } from './round-record.ts';

/** Figures as they were when the message was made: drawing it again reads nobody's record. */
type Figures = { rows: StandingOf[]; people: Standing['people'] };

type Common = {
  at: Instant;
  postings: Posting[];
  /** The school's day of `at`. */
  day: Day;
  /** What its readers owe themself: on that day they get no reminder besides. */
  own: Record<PersonId, Own[]>;
};

/** Each week to everybody who runs training. */
export type WeekBody = Common &
  Figures & {
    about: 'training-week';
    /** It goes to the headteacher, because nobody runs training. */
    instead?: true;
    /** As the digest before had it, and how much was recorded since. */
    before?: { people: Standing['people']; recorded: number };
    starters: Listed;
    help: Listed;
    late: Listed;
    /** `more`: only the first so many were looked at. */
    unreached: { count: number; more: boolean; first: { person: PersonId; reason: string }[] };
  };

/** Each month to the headteacher. */
export type MonthBody = Common &
  Figures & {
    about: 'training-month';
    /** New people with part of their induction still open (duties B-44). */
    starters: Listed;
    late: Listed;
    /** Role-holders of whom nothing was recorded for a year (duties B-12); `last` when anything ever was. */
    noEntry: { roles: Role[]; person: PersonId; last?: Day }[];
    /** Of each who runs training: what is due of their own development for it. Empty when nobody does. */
    development: { person: PersonId; owed: Own[]; last?: Day }[];
  };

/** Each week to a line manager: who of their own people is long past the day. */
export type TeamBody = Common & { about: 'training-team'; late: Listed };

export type TrainingNoticeBody = WeekBody | MonthBody | TeamBody;

type Without<Body> = Body extends unknown ? Omit<Body, 'postings'> : never;

/** `occasion` tells one week's, or month's, from another's: made twice it is one message. It does not ring: nothing in it is urgent. */
export async function oweTrainingNotice(
  records: Records,
  school: SchoolKey,
  to: readonly PersonId[],
  occasion: string,
  body: Without<TrainingNoticeBody>,
): Promise<void> {
  if (to.length === 0) return;
  const key = `${body.about}-${occasion}`;
  const id = `notice.${key}`;
  const postings = to.map((person, i) => newPosting(`${key}-${i + 1}`, { person }, 'notice', false));
  const index = { at: body.at, about: body.about, dueAt: body.at };
  await records.create({ school, kind: 'notice', id, index, body: { ...body, postings } }, { wake: { school, id } });
}
