import { setupNoticeCard } from '#cards/setup-notice.card.ts';
import { refusalWords } from '#cards/setup-words.ts';
import type { SetUpCommand } from '#domain/set-up-command.ts';
import { decideSetUp } from '#domain/set-up-decide.ts';
import type { Answer, CardHandler } from '#features/handler.ts';
import { saveSettings } from '#stores/settings-record.ts';
import { type Context, contextOf } from './context.ts';
import { roleNoticeView } from './notice-view.ts';
import { readText } from './read-form.ts';

/** *I agree*, *Yes, that is right* and their opposites, in the chat of whoever was asked. Whether they may answer is decided here. */
export const confirmRole = answerRole(true);
export const refuseRole = answerRole(false);

function answerRole(agree: boolean): CardHandler {
  return async (request, deps) => {
    const change = readText(request.data, 'change');
    const context = await contextOf(request, deps);
    const person = request.actor.person.id;
    // The answer itself names the command: pressing twice, or on two devices, is answering once.
    const id = `${change}/${agree ? 'yes' : 'no'}/${person}`;
    if (context.loaded.applied.includes(id)) return answered(context, change);
    const command: SetUpCommand = { id, type: 'answer-role', change, agree };
    const now = deps.now();
    const decision = decideSetUp(context.loaded, command, { person, administrator: request.actor.administrator }, now);
    if (decision.kind === 'refused') return { kind: 'message', text: refusalWords[decision.reason] };
    if (decision.kind === 'accepted') {
      await saveSettings(deps.records, context.loaded, { ...decision, command: id, by: person, now, newId: deps.newId });
      deps.nudge();
    }
    return answered(await contextOf(request, deps), change);
  };
}

function answered({ loaded, names, request }: Context, change: string): Answer {
  return { kind: 'card', card: setupNoticeCard({ ...roleNoticeView(loaded, change, request.actor.person.id), names }) };
}
