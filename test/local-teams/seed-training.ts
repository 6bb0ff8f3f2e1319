import type { SchoolFile } from '#bot/graph/school-file.ts';
import { dayOf, daysAfter } from '#domain/days.ts';
import type { Instant } from '#domain/time.ts';
import type { TrainingEvent } from '#domain/training/record.ts';
import { seal } from '#stores/chain.ts';
import type { Records } from '#stores/records.ts';
import { trainingDoc } from '#stores/training-record.ts';

/** The made-up school with its newcomers as new as the file says. */
export function withNewcomers(file: SchoolFile, now: Instant): SchoolFile {
  const today = dayOf(file.settings.calendar, now);
  const started = new Map(file.local.training.started.map(({ person, daysAgo }) => [person, daysAfter(today, -daysAgo)]));
  const people = file.people.map((person) => {
    const first = started.get(person.id);
    return first === undefined ? person : { ...person, started: first };
  });
  return { ...file, people };
}

/**
 * Past training of the made-up school, as if the coordinator had brought it in, into an empty store and before the bot starts: the
 * first roll then puts each record where the register lists it.
 */
export async function seedTraining(records: Records, file: SchoolFile, now: Instant): Promise<void> {
  const today = dayOf(file.settings.calendar, now);
  const personId = (guid: string) => `${file.tenantId}:${guid}`;
  const by = file.settings.holders['computing-coordinator']?.[0] ?? personId(file.people[0]?.id ?? '');
  for (const guid of new Set(file.local.training.done.map(({ person }) => person))) {
    const own = file.local.training.done.filter(({ person }) => person === guid);
    const events = own.map(({ topic, daysAgo, course, certificate }, i): TrainingEvent => {
      const more = { ...(course === undefined ? {} : { course }), ...(certificate === undefined ? {} : { certificate }) };
      return { type: 'done', at: now, by, entry: `seed-${i + 1}`, topic, on: daysAfter(today, -daysAgo), source: 'import', ...more };
    });
    const person = { school: file.school, person: personId(guid) };
    await records.create(trainingDoc(person, { events: seal([], events), applied: ['seed'] }, { owed: [], left: false }));
  }
}
