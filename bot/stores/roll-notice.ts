import type { PersonId, SchoolKey } from '#domain/people.ts';
import { newPosting, type Posting } from '#domain/posting.ts';
import type { Instant } from '#domain/time.ts';
import type { Doubt } from '#domain/training/roll.ts';
import type { RollSource, RollTrouble } from '#domain/training/roll-source.ts';
import type { Records } from './records.ts';

/** Tells whoever runs training what is wrong with the list of people, or who on it is not taken for new. */
export type RollNoticeBody = { about: 'roll'; at: Instant; postings: Posting[] } & (
  | { what: 'trouble'; reason: RollTrouble }
  | { what: 'doubt'; doubt: Doubt; here: number; leaving: number }
  | { what: 'new-place'; source: RollSource; here: number }
);
type What = RollNoticeBody extends infer Each ? (Each extends RollNoticeBody ? Omit<Each, 'about' | 'at' | 'postings'> : never) : never;

/** One notice for one thing that went wrong, however often the worker comes to it. */
export async function oweRollNotice(records: Records, school: SchoolKey, to: PersonId[], at: Instant, what: What): Promise<void> {
  const key = `roll-${what.what}-${at.replace(/\D/g, '')}`;
  const postings = to.map((person, i) => newPosting(`${key}-${i + 1}`, { person }, 'notice'));
  const id = `notice.${key}`;
  const body = { about: 'roll', at, postings, ...what };
  await records.create({ school, kind: 'notice', id, index: { at, about: 'roll', dueAt: at }, body }, { wake: { school, id } });
}
