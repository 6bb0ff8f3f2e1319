import { listed } from '#cards/names.ts';
import { dslStillAsked, neutral } from '#cards/words.ts';
import type { World } from '#domain/decide.ts';
import type { Incident } from '#domain/incident.ts';
import { clockTime } from '#domain/when.ts';
import type { Names } from '#features/world.ts';

/** Where a report stands, for its reporter (duties G-42). "Seen" only when somebody answered (S-03, S-25). */
export function stateFor(incident: Incident, names: Names, world: World, frozen: boolean): string {
  const at = (moment: string) => clockTime(moment, world.settings.calendar.zone, world.now);
  if (incident.status === 'closed') return 'Closed.';
  if (incident.taken !== undefined) {
    const dslIsAsked = !frozen && incident.tellings.some((telling) => telling.dslMustAnswer && telling.taken === undefined);
    return `${names(incident.taken.by)} is dealing with this (${at(incident.taken.at)}).${dslIsAsked ? ` ${dslStillAsked}` : ''}`;
  }
  if (frozen) return neutral;
  const asked = listed([...new Set(incident.tellings.flatMap((telling) => telling.people))].map(names));
  if (incident.shown.includes('held') && asked === '') return 'The school is closed. It is sent at 07:30 on the next school day.';
  return asked === ''
    ? 'Nobody has been told yet.'
    : `${asked} ${asked.includes(' and ') ? 'have' : 'has'} been asked. Nobody has answered yet.`;
}
