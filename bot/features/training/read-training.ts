import { type PersonId, personIdPattern } from '#domain/people.ts';
import type { CorrectForm } from '#domain/training/correcting.ts';
import { mostPicked, type RecordForm } from '#domain/training/recording.ts';
import { shortened, typedText } from '#domain/typed-text.ts';
import { commandIn } from '#features/case/load-case.ts';
import type { CardRequest } from '#features/handler.ts';

type Data = Record<string, unknown>;

/** One line of text, without the spaces around it. */
export function lineIn(data: Data, id: string): string {
  return typedText(data[id]).replace(/\s+/g, ' ').trim();
}

/** A choice of ours, or what somebody sent instead: short, and checked by whoever uses it. */
export function choiceIn(data: Data, id: string): string {
  const value = data[id];
  return typeof value === 'string' ? shortened(value.trim(), 80) : '';
}

/** The people of a picker, which sends Entra object ids; one more than allowed where there are too many. Whoever is none of the school's is found out later. */
export function pickedIn({ data, actor }: CardRequest, id: string): PersonId[] {
  const tenant = actor.person.id.split(':')[0] ?? '';
  const sent = typeof data[id] === 'string' ? data[id].toLowerCase().split(',') : [];
  const people = sent.slice(0, mostPicked + 1).map((part) => `${tenant}:${part.trim()}`);
  return [...new Set(people)].filter((person) => personIdPattern.test(person));
}

/** The person whom a button names, or the one who was picked. */
export function personIn(request: CardRequest): PersonId | undefined {
  const { person } = request.data;
  if (typeof person === 'string' && personIdPattern.test(person)) return person;
  return pickedIn(request, 'person')[0] ?? pickedIn(request, 'find')[0];
}

/** An id of one piece of training, as a button carries it. */
export function entryIn(data: Data): string | undefined {
  const { entry } = data;
  return typeof entry === 'string' && /^[\w.:-]{1,120}$/.test(entry) ? entry : undefined;
}

/** Where a page ended, as a button carries it. The store reads no other. */
export function afterIn({ after }: Data): string | undefined {
  return typeof after === 'string' && /^[\w-]{1,300}$/.test(after) ? after : undefined;
}

/** More pages than any record has. */
const mostPages = 1_000;

/** Which page of a record, as a button carries it; the first is 0. */
export function pageIn({ page }: Data): number {
  return typeof page === 'number' && Number.isInteger(page) && page > 0 && page < mostPages ? page : 0;
}

export const commandOf = ({ data }: CardRequest) => commandIn(data);

export function recordFormIn(request: CardRequest): RecordForm {
  const { data } = request;
  return {
    how: choiceIn(data, 'how') || 'done',
    topic: choiceIn(data, 'topic'),
    on: choiceIn(data, 'on'),
    course: lineIn(data, 'course'),
    certificate: lineIn(data, 'certificate'),
    reason: lineIn(data, 'reason'),
    people: pickedIn(request, 'people'),
    group: choiceIn(data, 'group'),
  };
}

export function correctFormIn({ data }: CardRequest): CorrectForm {
  return {
    topic: choiceIn(data, 'topic'),
    on: choiceIn(data, 'on'),
    course: lineIn(data, 'course'),
    certificate: lineIn(data, 'certificate'),
    reason: lineIn(data, 'reason'),
  };
}
