import { refusal } from '#cards/refusal.card.ts';
import { decideNote, decideWithdraw } from '#domain/decide.ts';
import { typedText } from '#domain/typed-text.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { pressOf } from '#features/press-of.ts';
import { commandIn } from '#features/read-data.ts';
import { applyDecision } from './change.ts';
import { drawCase } from './draw-case.ts';
import { type Visible, visibleIncident } from './load-case.ts';
import { logReading } from './log-reading.ts';

/** *Open*: the record, for those entitled. The reading is logged before anything is shown. Opening is not acknowledging (S-03). */
export async function openCase(request: CardRequest, deps: Deps): Promise<Answer> {
  const seen = await entitled(request, deps);
  if (seen === undefined) return { kind: 'message', text: refusal('nothing-here') };
  await logReading(seen.loaded.incident.key, 'case', request, deps);
  return drawCase(seen, request, deps);
}

/** What has been done or decided so far, by whoever deals with it. */
export async function note(request: CardRequest, deps: Deps): Promise<Answer> {
  return write(request, deps, (seen, text) => decideNote(seen.loaded.incident, request.actor.person.id, text, seen.world));
}

/** Raised by mistake: closed with the reason; the record is kept. */
export async function withdraw(request: CardRequest, deps: Deps): Promise<Answer> {
  return write(request, deps, (seen, text) => decideWithdraw(seen.loaded.incident, request.actor.person.id, text, seen.world));
}

async function write(
  request: CardRequest,
  deps: Deps,
  gate: (seen: Visible, text: string) => ReturnType<typeof decideNote>,
): Promise<Answer> {
  const seen = await entitled(request, deps);
  const command = commandIn(request.data);
  if (seen === undefined || command === undefined) return { kind: 'message', text: refusal('nothing-here') };
  // A hand-made press shows the record too, so it counts as a reading.
  await logReading(seen.loaded.incident.key, 'case', request, deps);
  const text = typedText(request.data['note']);
  if (!seen.loaded.incident.tellings.some((telling) => telling.taken?.by === request.actor.person.id)) {
    return drawCase(seen, request, deps, { note: text, error: refusal('not-yours-to-withdraw') });
  }
  const decision = gate(seen, text);
  if (decision.kind === 'refused' && decision.reason !== 'already-closed')
    return drawCase(seen, request, deps, { note: text, error: refusal(decision.reason) });
  const { incident, refused } = await applyDecision(seen, decision, pressOf(command, [request.verb, text]), deps);
  return drawCase({ ...seen, loaded: { ...seen.loaded, incident } }, request, deps, { problem: refused ?? 'Saved.' });
}

async function entitled(request: CardRequest, deps: Deps): Promise<Visible | undefined> {
  const seen = await visibleIncident(request, deps);
  return seen?.sight === 'own' || seen?.sight === 'own-frozen' ? undefined : seen;
}
