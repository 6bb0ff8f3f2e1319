import type { PersonId, SchoolKey } from '#domain/people.ts';
import { newPosting, type Posting } from '#domain/posting.ts';
import type { Instant } from '#domain/time.ts';
import type { Records } from './records.ts';

/** Tells whoever runs training that somebody asked for help with a topic. */
export type HelpBody = { about: 'training-help'; person: PersonId; topic: string; at: Instant; postings: Posting[] };

/** One notice a command, however often it is asked for. */
export async function oweHelpNotice(
  records: Records,
  school: SchoolKey,
  { command, to, ...asked }: { command: string; to: PersonId[]; person: PersonId; topic: string; at: Instant },
): Promise<void> {
  if (to.length === 0) return;
  const key = `training-help-${command}`;
  const postings = to.map((person, i) => newPosting(`${key}-${i + 1}`, { person }, 'notice'));
  const body: HelpBody = { about: 'training-help', ...asked, postings };
  const id = `notice.${key}`;
  await records.create({ school, kind: 'notice', id, index: { at: asked.at, dueAt: asked.at }, body }, { wake: { school, id } });
}
