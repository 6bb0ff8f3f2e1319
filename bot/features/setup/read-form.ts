import type { PersonId } from '#domain/people.ts';
import { mostRows } from '#domain/set-up-checks.ts';
import { shortened } from '#domain/typed-text.ts';
import type { Context } from './context.ts';

type Data = Record<string, unknown>;

/** Longer than any field may be, and short enough to send back. */
const longestText = 500;

/** What was typed, without the spaces around it; empty when nothing was sent. */
export function readText(data: Data, id: string): string {
  const value = data[id];
  return typeof value === 'string' ? shortened(value, longestText).trim() : '';
}

/** Object ids as a people picker sends them, comma-joined. Ids that the school does not know stay, so that the check can say so. */
export function readPeople(context: Context, id: string): PersonId[] {
  const { request, deps } = context;
  const sent = request.data[id];
  const ids = typeof sent === 'string' ? sent.toLowerCase().split(',').slice(0, 100) : [];
  const people = deps.directory.people(request.actor.school);
  const tenant = request.actor.person.id.split(':')[0] ?? '';
  const found = ids.map((part) => part.trim().slice(0, 80)).filter((part) => part !== '');
  return [...new Set(found)].map((part) => people.find((person) => person.id.endsWith(`:${part}`))?.id ?? `${tenant}:${part}`);
}

/** How many rows the card was drawn with. */
export function readCount(data: Data, id: string): number {
  const value = Number(data[id]);
  return Number.isInteger(value) && value > 0 ? Math.min(value, mostRows + 1) : 0;
}

export function rowsOf<Row>(count: number, read: (row: number) => Row): Row[] {
  return Array.from({ length: count }, (_, row) => read(row));
}
