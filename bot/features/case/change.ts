import { refusal } from '#cards/refusal.card.ts';
import { alertsDelayed } from '#cards/words.ts';
import type { Decision } from '#domain/decide.ts';
import { evolve, type Incident } from '#domain/incident.ts';
import { tick } from '#domain/tick.ts';
import type { CardRequest, Deps } from '#features/handler.ts';
import { contactsOf, namesOf } from '#features/world.ts';
import { isApplied, saveIncident } from '#stores/incident-record.ts';
import type { Visible } from './load-case.ts';

/** `woken` is false when it is saved and those to be told wait for the next sweep. */
type Changed = { incident: Incident; refused?: string; woken: boolean };

/**
 * Saves what a gate decided, with what the clock owes after it, in one write. A command that was applied already, or that
 * changes nothing, gives the incident as it is: twice is once.
 */
export async function applyDecision({ loaded, world }: Visible, decision: Decision, command: string, deps: Deps): Promise<Changed> {
  if (isApplied(loaded, command) || decision.kind === 'unchanged') return { incident: loaded.incident, woken: true };
  if (decision.kind === 'refused') return { incident: loaded.incident, refused: refusal(decision.reason), woken: true };
  const { key } = loaded.incident;
  const decided = decision.events.reduce((state, event) => evolve(key, state, event), loaded.incident);
  const events = [...decision.events, ...tick(decided, world)];
  const { woken, saved } = await saveIncident(deps.records, { school: loaded.school, key }, loaded, { events, command }, world);
  deps.nudge();
  return { incident: saved.incident, woken };
}

/** Saved, and nobody is told before the next sweep: whom to tell in person. */
export function delayed({ world }: Visible, incident: Incident, { actor }: CardRequest, deps: Deps): string {
  return alertsDelayed(contactsOf(world, namesOf(deps.directory, actor.school), [...incident.walled, actor.person.id]));
}
