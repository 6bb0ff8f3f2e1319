import type { Incident } from './incident.ts';
import type { PersonId } from './people.ts';
import type { Telling } from './routing.ts';

/** Everybody who has been asked, in order, each once. */
export function askedOf(incident: Pick<Incident, 'tellings'>): PersonId[] {
  return [...new Set(incident.tellings.flatMap((telling) => telling.people))];
}

/** S-03: whoever else has answered, the alert to the DSL goes on. */
export function dslIsAsked(incident: Pick<Incident, 'tellings'>): boolean {
  return incident.tellings.some((telling) => telling.dslMustAnswer && telling.taken === undefined);
}

/** S-19: IT support and the data-protection officer are given a task, never the record, and never lead. */
export function isTask({ kind, role }: Pick<Telling, 'kind' | 'role'>): boolean {
  return kind === 'also' && (role === 'it-support' || role === 'dpo');
}
