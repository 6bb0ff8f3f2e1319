import { atOnce } from '#bot/at-once.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Entry } from '#domain/training/record.ts';
import { pagesOf } from '#stores/pages.ts';
import type { Records } from '#stores/records.ts';
import { loadTraining, type TrainingBody, trainingOf } from '#stores/training-record.ts';

type EntriesOf = { person: PersonId; entries: Entry[] };

const readers = 20;
const pageSize = 200;

/**
 * What is recorded of these people: each is read, or the whole register page by page where that takes fewer turns. Whoever moves within
 * it meanwhile may come twice, or not at all.
 */
export async function* entriesOf(records: Records, school: SchoolKey, people: readonly PersonId[]): AsyncGenerator<EntriesOf> {
  const all = await records.count(school, { kind: 'training' });
  if (people.length / readers > all / pageSize) return yield* everybody(records, school, new Set(people));
  yield* await atOnce(people, readers, async (person) => ({
    person,
    entries: (await loadTraining(records, school, person)).record.entries,
  }));
}

async function* everybody(records: Records, school: SchoolKey, people: ReadonlySet<PersonId>): AsyncGenerator<EntriesOf> {
  for await (const page of pagesOf<TrainingBody>(records, school, { kind: 'training', order: 'oldest', limit: pageSize })) {
    const loaded = page.filter(({ index }) => people.has(index.person ?? '')).map(trainingOf);
    yield* loaded.map(({ person, record }) => ({ person, entries: record.entries }));
  }
}
