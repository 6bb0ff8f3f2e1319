import { z } from 'zod';
import { type IncidentKey, incidentKeyPattern } from '#domain/incident.ts';
import { type PersonId, personIdPattern } from '#domain/people.ts';
import { mostPicked } from '#domain/training/recording.ts';
import { shortened, typedText } from '#domain/typed-text.ts';
import type { CardRequest } from '#features/handler.ts';

type Data = CardRequest['data'];

const id = z.string().regex(/^[0-9A-Za-z-]{4,60}$/);
const incidentKey: z.ZodType<IncidentKey> = z.string().regex(incidentKeyPattern);
const personId: z.ZodType<PersonId> = z.string().regex(personIdPattern);
const entryId = z.string().regex(/^[\w.:-]{1,120}$/);
const cursor = z.string().regex(/^[\w-]{1,300}$/);
const count = z.int().nonnegative();

/** What none of our cards would send reads like what is missing. */
const read = <Value>(shape: z.ZodType<Value>, data: Data, name: string): Value | undefined => shape.safeParse(data[name]).data;

/** An id that this app gave something: a reminder, a list, a file. */
export const idIn = (data: Data, name: string): string | undefined => read(id, data, name);

/** The id that the card gave this press. */
export const commandIn = (data: Data): string | undefined => read(id, data, 'command');

/** The incident that a card names. */
export const incidentKeyIn = (data: Data): IncidentKey | undefined => read(incidentKey, data, 'incident');

/** The report that is begun and not sent. */
export const draftKeyIn = (data: Data): IncidentKey | undefined => read(incidentKey, data, 'draft');

/** One piece of somebody's training. */
export const entryIn = (data: Data): string | undefined => read(entryId, data, 'entry');

/** Where the page before ended. The store reads no other. */
export const afterIn = (data: Data): string | undefined => read(cursor, data, 'after');

/** Which page, or the first row of it: 0 is the first, and so is what is no number. */
export const pageIn = (data: Data): number => read(count, data, 'page') ?? 0;
export const fromIn = (data: Data): number => read(count, data, 'from') ?? 0;

/** One of the answers that we offer. */
export function oneOfIn<const Known extends string>(data: Data, name: string, known: readonly Known[]): Known | undefined {
  return known.find((one) => one === data[name]);
}

/** One line of text, without the spaces around it. */
export function lineIn(data: Data, name: string): string {
  return typedText(data[name]).replace(/\s+/g, ' ').trim();
}

/** A choice of ours, or what somebody sent instead: short, and checked by whoever uses it. */
export function choiceIn(data: Data, name: string): string {
  const value = data[name];
  return typeof value === 'string' ? shortened(value.trim(), 80) : '';
}

/** The people of a picker, which sends Entra object ids; one more than allowed where there are too many. Whoever is none of the school's is found out later. */
export function pickedIn({ data, actor }: CardRequest, name: string): PersonId[] {
  const sent = data[name];
  const tenant = actor.person.id.split(':')[0] ?? '';
  const ids = typeof sent === 'string' ? sent.toLowerCase().split(',') : [];
  const people = ids.slice(0, mostPicked + 1).map((part) => `${tenant}:${part.trim()}`);
  return [...new Set(people)].filter((person) => personIdPattern.test(person));
}

/** The person whom a button names, or the one who was picked. */
export function personIn(request: CardRequest): PersonId | undefined {
  return read(personId, request.data, 'person') ?? pickedIn(request, 'person')[0] ?? pickedIn(request, 'find')[0];
}
