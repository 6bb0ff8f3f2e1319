import { passOnCard, saidCard } from '#cards/pass-on.card.ts';
import { refusal } from '#cards/refusal.card.ts';
import { askedOf } from '#domain/asked.ts';
import { decidePassOn } from '#domain/decide.ts';
import type { Incident } from '#domain/incident.ts';
import { typedText } from '#domain/typed-text.ts';
import { applyDecision, delayed } from '#features/case/change.ts';
import { type Visible, visibleIncident } from '#features/case/load-case.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { commandIn } from '#features/read-data.ts';

const title = 'Pass it on';

/** "I can't: pass it on" opens a dialog for the reason. */
export async function passOn(request: CardRequest, deps: Deps): Promise<Answer> {
  const seen = await visibleIncident(request, deps);
  if (seen === undefined || seen.sight === 'own' || seen.sight === 'own-frozen') return { kind: 'message', text: refusal('nothing-here') };
  return { kind: 'dialog', title, card: passOnCard({ key: seen.loaded.incident.key, command: deps.newId(), reason: '' }) };
}

/** Nobody may be left to ask; then whoever passes it on is still the one who knows. */
function passedOnTo({ loaded }: Visible, after: Incident): string {
  const before = askedOf(loaded.incident);
  const next = askedOf(after).some((person) => !before.includes(person));
  const others = before.some((person) => !after.passedOn.includes(person));
  if (next || others || after.taken !== undefined) return 'The next people are being asked now. You need do nothing more.';
  return 'There is nobody left to ask here just now. Please speak to a colleague in person now. The reporter is shown whom else to ring.';
}

export async function passOnSend(request: CardRequest, deps: Deps): Promise<Answer> {
  const seen = await visibleIncident(request, deps);
  const command = commandIn(request.data);
  if (seen === undefined || command === undefined || seen.sight === 'own' || seen.sight === 'own-frozen')
    return { kind: 'message', text: refusal('nothing-here') };
  const reason = typedText(request.data['reason']);
  const decision = decidePassOn(seen.loaded.incident, request.actor.person.id, reason, seen.world);
  if (decision.kind === 'refused' && (decision.reason === 'needs-a-reason' || decision.reason === 'too-long')) {
    return { kind: 'dialog', title, card: passOnCard({ key: seen.loaded.incident.key, command, reason, error: refusal(decision.reason) }) };
  }
  const { refused, incident, woken } = await applyDecision(seen, decision, command, deps);
  if (refused !== undefined) return { kind: 'message', text: refused };
  return {
    kind: 'dialog',
    title,
    card: saidCard('Passed on', [woken ? passedOnTo(seen, incident) : delayed(seen, incident, request, deps)]),
  };
}
