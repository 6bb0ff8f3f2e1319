import { takenCard } from '#cards/alert.card.ts';
import { refusal } from '#cards/refusal.card.ts';
import { dslStillAsked } from '#cards/words.ts';
import { dslIsAsked } from '#domain/asked.ts';
import { decideAcknowledge, inDslTeam } from '#domain/decide.ts';
import type { Incident } from '#domain/incident.ts';
import type { PersonId } from '#domain/people.ts';
import { clockTime } from '#domain/when.ts';
import { applyDecision } from '#features/case/change.ts';
import { drawCase } from '#features/case/draw-case.ts';
import { type Visible, visibleIncident } from '#features/case/load-case.ts';
import { logReading } from '#features/case/log-reading.ts';
import type { Answer, CardHandler, CardRequest, Deps } from '#features/handler.ts';
import { commandIn } from '#features/read-data.ts';
import { namesOf } from '#features/world.ts';

/** "I'm dealing with it". The posted cards of everybody else are redrawn by the worker. */
export const acknowledge: CardHandler = (request, deps) => take(request, deps, false);

/** "I am acting as DSL": a senior leader's answer that stops a ladder which only the DSL team may stop (S-03). */
export const actAsDsl: CardHandler = (request, deps) => take(request, deps, true);

async function take(request: CardRequest, deps: Deps, acting: boolean): Promise<Answer> {
  const seen = await visibleIncident(request, deps);
  const command = commandIn(request.data);
  if (seen === undefined || command === undefined) return { kind: 'message', text: refusal('nothing-here') };
  if (!mayAnswer(seen, request.actor.person.id)) return { kind: 'message', text: refusal('nothing-here') };
  if (request.inDialog) await logReading(seen.loaded.incident.key, 'case', request, deps);
  const decision = decideAcknowledge(seen.loaded.incident, request.actor.person.id, acting, seen.world);
  const { incident, refused } = await applyDecision(seen, decision, command, deps);
  if (refused !== undefined) return { kind: 'message', text: withWho(refused, incident, request, deps, seen) };
  if (request.inDialog) return drawCase({ ...seen, loaded: { ...seen.loaded, incident } }, request, deps);
  return answer(incident, request, deps, seen);
}

/** Sight of one's own report is not a right to answer it; the DSL team may take their own (safeguarding rules, section 3). */
function mayAnswer({ sight, loaded, world }: Visible, actor: PersonId): boolean {
  if (sight === 'own' || sight === 'own-frozen') return false;
  return loaded.incident.reporter !== actor || inDslTeam(world, actor);
}

/** A second person is told kindly who was first. */
function withWho(text: string, incident: Incident, request: CardRequest, deps: Deps, { world, sight }: Visible): string {
  if (incident.taken === undefined || incident.status === 'closed' || sight !== 'case') return text;
  const { by, at } = incident.taken;
  return `${namesOf(deps.directory, request.actor.school)(by)} is dealing with this (${clockTime(at, world.settings.calendar.zone, world.now)}). Nothing for you to do.`;
}

function answer(incident: Incident, request: CardRequest, deps: Deps, { world }: Visible): Answer {
  const me = request.actor.person.id;
  const mine = incident.tellings.find((telling) => telling.taken?.by === me)?.taken ?? incident.taken;
  if (mine === undefined || !incident.tellings.some((telling) => telling.taken?.by === me)) {
    return {
      kind: 'message',
      text: 'Thank you. You are not asked again, but the alert goes on until the DSL or a deputy answers. If you are acting as DSL, press *I am acting as DSL*.',
    };
  }
  const names = namesOf(deps.directory, request.actor.school);
  const at = clockTime(mine.at, world.settings.calendar.zone, world.now);
  return { kind: 'card', card: takenCard({ key: incident.key, by: names(mine.by), at, mine: mine.by === me, ...stillOpen(incident) }) };
}

/** S-03: who answered for themselves only must not think that it is over. */
export function stillOpen(incident: Incident): { othersOpen?: string } {
  return dslIsAsked(incident) ? { othersOpen: dslStillAsked } : {};
}
