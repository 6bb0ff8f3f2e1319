import { counted } from './counted.ts';
import { fieldError, textInput } from './inputs.ts';
import { box, type Card, card, type Element, heading, line, notice, subheading, submit } from './parts.ts';
import { unreachedInWords } from './people-words.ts';
import { people, type RemindProblem, remindProblems } from './remind-words.ts';

export type RemindPreviewView = {
  /** The reminder, and whose it is: drawn by the function that draws what arrives. */
  shown: Card;
  shownFor: string;
  /** `all staff`. */
  to: string;
  total: number;
  /** How many of those chosen do not owe it, and get nothing. */
  others: number;
  /** Why some of them cannot be reached, as last known, and how many. */
  unreached: { reason: string; count: number }[];
  /** `now`, or `on Monday 30 November at 07:45`. */
  goes: string;
  /** Why that is later than was asked for. */
  quiet?: string;
  isNow: boolean;
  reason: string;
  problem?: RemindProblem;
  campaign: string;
};

/** The last look before it goes out: what, to how many, and when. */
export function remindPreviewCard(view: RemindPreviewView): Card {
  const data = { campaign: view.campaign };
  return card(
    [
      heading('Before it goes out'),
      box([line(whoGetsIt(view)), ...unreachedLines(view), line(whenItGoes(view))]),
      ...overrideField(view),
      subheading(`As ${view.shownFor} will see it`),
      box(shownParts(view.shown)),
    ],
    [
      submit('Send', 'remind.send', data, { style: 'positive' }),
      ...(view.quiet === undefined
        ? []
        : [submit(view.isNow ? 'Send it now anyway' : 'Send it then anyway', 'remind.send', { ...data, override: true })]),
      submit('Back', 'remind.back', data),
    ],
    { speak: `This goes to ${people(view.total)}.` },
  );
}

function whoGetsIt({ total, others, to }: RemindPreviewView): string {
  if (others === 0) return `This goes to **${people(total)}** (${to}).`;
  return `This goes to **${people(total)}** of those you chose (${to}). ${counted(others)} ${others === 1 ? 'other does' : 'others do'} not owe it.`;
}

function unreachedLines({ unreached }: RemindPreviewView): Element[] {
  const total = unreached.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return [];
  const why = unreached.map(({ reason, count }) => `${people(count)}: ${unreachedInWords(reason)}`).join('; ');
  return [line(`${total} of them could not be reached the last time. ${why}.`, { colour: 'attention' })];
}

function whenItGoes({ quiet, goes }: RemindPreviewView): string {
  return quiet === undefined ? `It goes out ${goes}.` : `${quiet} It goes out **${goes}**.`;
}

function overrideField({ quiet, reason, problem }: RemindPreviewView): Element[] {
  if (quiet === undefined) return [];
  const label = 'Only if it cannot wait: why? (It is kept with the reminder.)';
  return [textInput('reason', label, { value: reason, maxLength: 200 }), ...fieldError(problem && remindProblems[problem])];
}

/** The same parts as arrive. Nothing in a preview may act, so its buttons are there and rest. */
function shownParts({ body, actions = [] }: Card): Element[] {
  const parts = actions.length === 0 ? body : [...body, { type: 'ActionSet', actions }];
  return parts.map((part) => atRest(part) as Element);
}

function atRest(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(atRest);
  if (typeof part !== 'object' || part === null) return part;
  const copy = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, name === 'data' ? value : atRest(value)]));
  // What shows or hides fields rests as well: the fields would be sent with the buttons below. A dialog takes no `Action.Execute` at all.
  if (copy.type === 'Action.ToggleVisibility') return { ...copy, isEnabled: false };
  const acts = copy.type === 'Action.Execute' || copy.type === 'Action.Submit';
  return acts ? { ...copy, type: 'Action.Submit', isEnabled: false } : copy;
}

/** After *Send*. */
export function remindSentCard(view: { total: number; goes: string; isNow: boolean; campaign: string }): Card {
  const title = view.isNow ? 'It is on its way' : 'It will go out by itself';
  return card(
    [
      heading(title),
      line(`It goes to **${people(view.total)}**, ${view.goes}.`),
      line('You can follow it in your chat with this app, and under *reminders*.'),
    ],
    [submit('See how far it is', 'campaign.open', { campaign: view.campaign })],
    { speak: `${title}.` },
  );
}

/** *Send* could not be kept: the same press again, with nothing lost. */
export function remindNotSentCard(view: { words: string[]; maybe: boolean; campaign: string; override: boolean; reason: string }): Card {
  const data = { campaign: view.campaign, ...(view.override ? { override: true } : {}) };
  return card(
    [
      heading(view.maybe ? 'It may not be sent yet' : 'Not sent yet'),
      notice(view.words),
      ...(view.override ? [textInput('reason', 'Why it cannot wait', { value: view.reason, maxLength: 200 })] : []),
    ],
    [submit('Try again', 'remind.send', data, { style: 'positive' }), submit('Back', 'remind.back', { campaign: view.campaign })],
    { speak: `${view.maybe ? 'It may not be sent yet' : 'Not sent yet'}. Try again.` },
  );
}
