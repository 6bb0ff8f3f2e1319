import type { PersonId, SchoolKey } from '#domain/people.ts';
import { newPosting, type Posting } from '#domain/posting.ts';
import type { Instant } from '#domain/time.ts';
import type { Records } from './records.ts';

/** Tells whoever runs training that somebody asked for help with a topic. */
export type HelpBody = { about: 'training-help'; person: PersonId; topic: string; at: Instant; postings: Posting[] };

/** One notice for each person and command, however often it is asked for: a reminder's card carries the same command for everybody. */
export async function oweHelpNotice(
  records: Records,
  school: SchoolKey,
  { command, to, ...asked }: { command: string; to: PersonId[]; person: PersonId; topic: string; at: Instant },
): Promise<void> {
  if (to.length === 0) return;
  const { person } = asked;
  const key = `training-help-${command}-${person.slice(person.indexOf(':') + 1)}`;
  const postings = to.map((helper, i) => newPosting(`${key}-${i + 1}`, { person: helper }, 'notice'));
  const body: HelpBody = { about: 'training-help', ...asked, postings };
  const id = `notice.${key}`;
  await records.create({ school, kind: 'notice', id, index: { at: asked.at, dueAt: asked.at }, body }, { wake: { school, id } });
}
