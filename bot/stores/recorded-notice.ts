import type { PersonId, SchoolKey } from '#domain/people.ts';
import { newPosting, type Posting } from '#domain/posting.ts';
import type { Instant } from '#domain/time.ts';
import type { RecordingTally } from './recording-record.ts';
import type { Records } from './records.ts';

/** Tells whoever recorded training for many people that it is done, and for whom not. */
export type RecordedBody = { about: 'training-recorded'; topic: string; tally: RecordingTally; at: Instant; postings: Posting[] };

/** One notice a command. It does not ring: nothing waits for it. */
export async function oweRecordedNotice(
  records: Records,
  school: SchoolKey,
  { command, to, ...what }: { command: string; to: PersonId; topic: string; tally: RecordingTally; at: Instant },
): Promise<void> {
  const key = `training-recorded-${command}`;
  const body: RecordedBody = { about: 'training-recorded', ...what, postings: [newPosting(`${key}-1`, { person: to }, 'notice', false)] };
  const id = `notice.${key}`;
  await records.create({ school, kind: 'notice', id, index: { at: what.at, dueAt: what.at }, body }, { wake: { school, id } });
}
