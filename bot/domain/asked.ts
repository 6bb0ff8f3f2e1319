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

/**
 * Who hears of what is added: whoever deals with it; while nobody does, everybody asked; those who passed it on again, when
 * nobody else is left. Nobody while it waits for the school to open.
 */
export function whoHasIt(incident: Pick<Incident, 'tellings' | 'taken' | 'walled' | 'passedOn'>, by: PersonId): PersonId[] {
  const { taken, walled, passedOn } = incident;
  const may = (taken === undefined ? askedOf(incident) : [taken.by]).filter((person) => person !== by && !walled.includes(person));
  const willing = may.filter((person) => !passedOn.includes(person));
  return willing.length > 0 ? willing : may;
}

/** Everybody asked, but for those whom Teams would not deliver to. */
export function reachedOf(incident: Pick<Incident, 'tellings' | 'sent' | 'notSent'>): PersonId[] {
  const failed = (person: PersonId) => incident.notSent.some(({ to }) => to === person) && !incident.sent.some(({ to }) => to === person);
  return askedOf(incident).filter((person) => !failed(person));
}

/** S-19: IT support and the data-protection officer are given a task, never the record, and never lead. */
export function isTask({ kind, role }: Pick<Telling, 'kind' | 'role'>): boolean {
  return kind === 'also' && (role === 'it-support' || role === 'dpo');
}
