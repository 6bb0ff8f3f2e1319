import type { PersonId, SchoolKey } from '#domain/people.ts';
import { newPosting, type Posting } from '#domain/posting.ts';
import type { Instant } from '#domain/time.ts';
import { personKey } from './document-id.ts';
import type { Records } from './records.ts';

/** The welcome card that an installation owes to one person. */
export type WelcomeBody = { about: 'welcome'; at: Instant; postings: Posting[] };

/** One welcome a person, however often Teams says that the app was installed. */
export async function oweWelcome(records: Records, school: SchoolKey, person: PersonId, at: Instant): Promise<void> {
  const key = `welcome-${personKey(person)}`;
  const body: WelcomeBody = { about: 'welcome', at, postings: [newPosting(`${key}-1`, { person }, 'welcome', false)] };
  const id = `notice.${key}`;
  await records.create({ school, kind: 'notice', id, index: { at, dueAt: at }, body }, { wake: { school, id } });
}
