import { refusal } from '#cards/refusal.card.ts';
import type { Decision } from '#domain/decide.ts';
import { evolve, type Incident } from '#domain/incident.ts';
import { tick } from '#domain/tick.ts';
import type { Deps } from '#features/handler.ts';
import { isApplied, saveIncident } from '#stores/incident-record.ts';
import type { Visible } from './load-case.ts';

export type Changed = { incident: Incident; refused?: string };

/**
 * Saves what a gate decided, with what the clock owes after it, in one write. A command that was applied already, or that
 * changes nothing, gives the incident as it is: twice is once.
 */
export async function applyDecision({ loaded, world }: Visible, decision: Decision, command: string, deps: Deps): Promise<Changed> {
  if (isApplied(loaded, command) || decision.kind === 'unchanged') return { incident: loaded.incident };
  if (decision.kind === 'refused') return { incident: loaded.incident, refused: refusal(decision.reason) };
  const { key } = loaded.incident;
  const decided = decision.events.reduce((state, event) => evolve(key, state, event), loaded.incident);
  const events = [...decision.events, ...tick(decided, world)];
  await saveIncident(deps.records, { school: loaded.school, key }, loaded, { events, command }, world);
  deps.nudge();
  return { incident: events.reduce((state, event) => evolve(key, state, event), loaded.incident) };
}
