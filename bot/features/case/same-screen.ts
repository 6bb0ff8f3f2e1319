import type { Broke } from '#cards/broke.ts';
import { noteCard } from '#cards/case.card.ts';
import { changedCard, passOnCard } from '#cards/pass-on.card.ts';
import { notSent, uncertain } from '#cards/words.ts';
import type { IncidentKey } from '#domain/incident.ts';
import { typedText } from '#domain/typed-text.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { commandIn, incidentKeyIn } from '#features/read-data.ts';
import { contactsOf, namesOf, rememberedWorld } from '#features/world.ts';

type Typed = { key: IncidentKey; command: string; text: string; error: string };

/** The small dialogs again, with what was typed, drawn from what they sent: the store cannot be asked just now. */
const screen =
  (title: string, field: string, button: string, draw: (typed: Typed) => Extract<Answer, { kind: 'dialog' }>['card']) =>
  (request: CardRequest, deps: Deps, broke: Broke): Answer | undefined => {
    const [key, command] = [incidentKeyIn(request.data), commandIn(request.data)];
    if (key === undefined || command === undefined) return undefined;
    const contacts = contactsOf(rememberedWorld(deps, request.actor.school), namesOf(deps.directory, request.actor.school));
    const lines = (broke === 'uncertain' ? uncertain : notSent)(contacts, `Then press *${button}* again.`);
    return { kind: 'dialog', title, card: draw({ key, command, text: typedText(request.data[field]), error: lines.join(' ') }) };
  };

export const samePassOn = screen('Pass it on', 'reason', 'Pass it on', ({ text, ...typed }) => passOnCard({ ...typed, reason: text }));
export const sameChanged = screen('Something has changed', 'text', 'Send', changedCard);
export const sameNote = screen('Report', 'note', 'Save', ({ text, ...typed }) => noteCard({ ...typed, note: text }));
