import { passOnCard, saidCard } from '#cards/pass-on.card.ts';
import { refusal } from '#cards/refusal.card.ts';
import { decidePassOn } from '#domain/decide.ts';
import { applyDecision, delayed } from '#features/case/change.ts';
import { commandIn, textIn, visibleIncident } from '#features/case/load-case.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';

const title = 'Pass it on';

/** "I can't: pass it on" opens a dialog for the reason. */
export async function passOn(request: CardRequest, deps: Deps): Promise<Answer> {
  const seen = await visibleIncident(request, deps);
  if (seen === undefined || seen.sight === 'own' || seen.sight === 'own-frozen') return { kind: 'message', text: refusal('nothing-here') };
  return { kind: 'dialog', title, card: passOnCard({ key: seen.loaded.incident.key, command: deps.newId(), reason: '' }) };
}

export async function passOnSend(request: CardRequest, deps: Deps): Promise<Answer> {
  const seen = await visibleIncident(request, deps);
  const command = commandIn(request.data);
  if (seen === undefined || command === undefined || seen.sight === 'own' || seen.sight === 'own-frozen')
    return { kind: 'message', text: refusal('nothing-here') };
  const reason = textIn(request.data, 'reason');
  const decision = decidePassOn(seen.loaded.incident, request.actor.person.id, reason, seen.world);
  if (decision.kind === 'refused' && (decision.reason === 'needs-a-reason' || decision.reason === 'too-long')) {
    return { kind: 'dialog', title, card: passOnCard({ key: seen.loaded.incident.key, command, reason, error: refusal(decision.reason) }) };
  }
  const { refused, incident, woken } = await applyDecision(seen, decision, command, deps);
  if (refused !== undefined) return { kind: 'message', text: refused };
  return {
    kind: 'dialog',
    title,
    card: saidCard('Passed on', [
      woken ? 'The next people are being asked now. You need do nothing more.' : delayed(seen, incident, request, deps),
    ]),
  };
}
