import { listed } from '#cards/names.ts';
import { dslStillAsked, neutral } from '#cards/words.ts';
import { dslIsAsked, reachedOf } from '#domain/asked.ts';
import type { World } from '#domain/decide.ts';
import type { Incident } from '#domain/incident.ts';
import { clockTime } from '#domain/when.ts';
import { type Names, opensAt } from '#features/world.ts';

/** Where a report stands, for its reporter (duties G-42). "Seen" only when somebody answered (S-03, S-25). */
export function stateFor(incident: Incident, names: Names, world: World, frozen: boolean): string {
  const at = (moment: string) => clockTime(moment, world.settings.calendar.zone, world.now);
  if (incident.status === 'closed') return 'Closed.';
  if (incident.taken !== undefined) {
    return `${names(incident.taken.by)} is dealing with this (${at(incident.taken.at)}).${!frozen && dslIsAsked(incident) ? ` ${dslStillAsked}` : ''}`;
  }
  if (frozen) return neutral;
  const asked = listed(reachedOf(incident).map(names));
  if (incident.shown.includes('held') && asked === '') return `The school is closed. It is sent ${opensAt(world)}.`;
  return asked === ''
    ? 'Nobody has been told yet.'
    : `${asked} ${asked.includes(' and ') ? 'have' : 'has'} been asked. Nobody has answered yet.`;
}
