import { listed } from '#cards/names.ts';
import { changedCard, saidCard } from '#cards/pass-on.card.ts';
import { refusal } from '#cards/refusal.card.ts';
import { nobodyYet } from '#cards/words.ts';
import { whoHasIt } from '#domain/asked.ts';
import { decideAdd, decidePhoneAnswer } from '#domain/decide.ts';
import type { Incident } from '#domain/incident.ts';
import { typedText } from '#domain/typed-text.ts';
import { applyDecision, delayed } from '#features/case/change.ts';
import { type Visible, visibleIncident } from '#features/case/load-case.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { pressOf } from '#features/press-of.ts';
import { commandIn, oneOfIn } from '#features/read-data.ts';
import { contactsOf, namesOf } from '#features/world.ts';
import { isApplied } from '#stores/incident-record.ts';

const title = 'Something has changed';
const stillWorried = 'If you are still worried, press *Report a concern*.';
const nothing: Answer = { kind: 'message', text: refusal('nothing-here') };

/** "Something has changed": opens a dialog for it. A self-reporter adds nothing later (S-11). */
export async function changed(request: CardRequest, deps: Deps): Promise<Answer> {
  const seen = await ownIncident(request, deps);
  if (seen === undefined) return nothing;
  // From a card of before: nobody is to write in vain.
  if (seen.loaded.incident.status === 'closed') return { kind: 'dialog', title, card: saidCard('This is closed', [stillWorried]) };
  return { kind: 'dialog', title, card: changedCard({ key: seen.loaded.incident.key, command: deps.newId(), text: '' }) };
}

export async function changedSend(request: CardRequest, deps: Deps): Promise<Answer> {
  const seen = await ownIncident(request, deps);
  const command = commandIn(request.data);
  if (seen === undefined || command === undefined) return nothing;
  const text = typedText(request.data['text']);
  const press = pressOf(command, text);
  const decision = decideAdd(seen.loaded.incident, request.actor.person.id, text, seen.world);
  // Sent once already and closed since: said to be added, as it was.
  if (decision.kind === 'refused' && !isApplied(seen.loaded, press)) {
    const error = refusal(decision.reason === 'already-closed' ? 'closed-to-you' : decision.reason);
    return { kind: 'dialog', title, card: changedCard({ key: seen.loaded.incident.key, command, text, error }) };
  }
  const { incident, woken } = await applyDecision(seen, decision, press, deps);
  return {
    kind: 'dialog',
    title,
    card: saidCard('Added', [woken ? addedWords(seen, incident, request, deps) : delayed(seen, incident, request, deps)]),
  };
}

/** Nobody may have been asked yet: then it must not seem that somebody is told. */
function addedWords({ world }: Visible, incident: Incident, { actor }: CardRequest, deps: Deps): string {
  const names = namesOf(deps.directory, actor.school);
  const told = listed(whoHasIt(incident, actor.person.id).map(names));
  if (told !== '') return `It is added to your report, and ${told} ${told.includes(' and ') ? 'are' : 'is'} told now.`;
  const contacts = contactsOf(world, names, [...incident.walled, actor.person.id]);
  return `It is added to your report. Nobody has been told of it yet: it is sent ${contacts.opens}. ${nobodyYet('', contacts)[1] ?? ''}`;
}

/** "Have you rung …?": the answer of whoever reported. */
export async function rang(request: CardRequest, deps: Deps): Promise<Answer> {
  const seen = await ownIncident(request, deps);
  const command = commandIn(request.data);
  const answer = oneOfIn(request.data, 'answer', ['spoke', 'no-answer']);
  if (seen === undefined || command === undefined || answer === undefined) return nothing;
  const decision = decidePhoneAnswer(seen.loaded.incident, request.actor.person.id, answer, seen.world);
  const { refused } = await applyDecision(seen, decision, command, deps);
  const thanks =
    answer === 'spoke'
      ? 'Thank you. It is written down that you have spoken to them.'
      : 'Thank you. Please try again in a few minutes; if a child may be harmed, ring the LADO or 999.';
  return { kind: 'message', text: refused ?? thanks };
}

async function ownIncident(request: CardRequest, deps: Deps): Promise<Visible | undefined> {
  const seen = await visibleIncident(request, deps);
  return seen !== undefined && seen.sight !== 'own-frozen' && seen.loaded.incident.reporter === request.actor.person.id ? seen : undefined;
}
