import { openerCard } from '#cards/home.card.ts';
import type { Answer, Deps, TextHandler, TextRequest } from '#features/handler.ts';
import { myReports } from '#features/mine/my-reports.ts';
import { sayRemind, sayReminders } from '#features/remind/list.ts';
import { myTraining } from '#features/training/mine.ts';
import { seesTraining } from '#features/training/training-screen.ts';
import { home, showHelp, whatHappens } from './home.ts';

/** What people can write. Matching is of whole phrases: a sentence that contains "report" is answered with the home card. */
const commands: { said: RegExp; answer: TextHandler }[] = [
  { said: /^report( a (concern|worry))?$/, answer: async () => opened('report') },
  { said: /^my reports?$/, answer: ({ actor, conversation }, deps) => myReports(actor, conversation, undefined, deps) },
  { said: /^what happens( to (a|my) report)?$/, answer: ({ actor }, deps) => whatHappens(actor, deps) },
  { said: /^my training$/, answer: ({ actor, conversation }, deps) => myTraining(actor, conversation, deps) },
  {
    said: /^training$/,
    answer: async ({ actor, conversation }, deps) =>
      (await seesTraining(actor, deps)) ? opened('training') : myTraining(actor, conversation, deps),
  },
  { said: /^help$/, answer: showHelp },
  { said: /^remind$/, answer: sayRemind },
  { said: /^reminders$/, answer: sayReminders },
  { said: /^set ?-?up$/, answer: async ({ actor }, deps) => (actor.administrator ? opened('set-up') : home(actor, deps)) },
];

/** Typed text. Anything that is no command is answered with the home card. */
export async function say(request: TextRequest, deps: Deps): Promise<Answer> {
  const text = request.text
    .toLowerCase()
    .replace(/[?!.]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const command = commands.find(({ said }) => said.test(text));
  return command === undefined ? home(request.actor, deps) : command.answer(request, deps);
}

/** Teams opens a dialog on a press only, so a typed command is answered with the button that opens it. */
function opened(what: 'report' | 'set-up' | 'training'): Answer {
  return { kind: 'card', card: openerCard(what) };
}
