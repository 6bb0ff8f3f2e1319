import type { CampaignState } from '#domain/training/campaign.ts';
import { progressBar } from './chart.part.ts';
import { counted } from './counted.ts';
import { type Action, box, button, buttons, type Card, card, type Element, facts, heading, line, opener, plain, submit } from './parts.ts';
import { unreachedInWords } from './people-words.ts';
import { people } from './remind-words.ts';

/** How far a reminder is. Times are in words, as the school's clock has them. */
export type CampaignView = {
  campaign: string;
  /** `Online-safety refresher`, `A message`. */
  title: string;
  /** `Mr Field`; undefined for the daily round. */
  by?: string;
  to: string;
  state: CampaignState;
  /** What the state means just now: `It goes out on Monday 30 November at 07:45.` */
  says: string;
  override?: string;
  total: number;
  /** Of how many it is known what became of their message. */
  settled: number;
  /** Teams took it. */
  delivered: number;
  /** Later, or help. */
  later: number;
  help: number;
  done: number;
  unreached: { reason: string; count: number }[];
  left: number;
  doneBefore: number;
  /** Done is said of a topic; a message without one is only read. */
  aboutTopic: boolean;
  /** `Mr Field paused it (Mon 23 Nov, 10:04).` */
  steps: string[];
  /** They may pause, resume, cancel and nudge. */
  maySteer: boolean;
  mayNudge: boolean;
  /** The id that a press of *Pause* or *Resume* carries. */
  command: string;
};

/** Delivery proves nothing: nobody has "seen" it until they answer (S-25). */
export function campaignCard(view: CampaignView): Card {
  return card([heading(`Reminder: ${plain(view.title)}`), ...progress(view), ...steering(view)], [], { speak: spoken(view) });
}

/** The same in a dialog, for whoever looks it up. */
export function campaignDialog(view: CampaignView, said?: string): Card {
  const { campaign } = view;
  return card(
    [
      ...(said === undefined ? [] : [box([line(said, { bold: true })], 'good')]),
      heading(`Reminder: ${plain(view.title)}`),
      ...progress(view, submit),
      ...steering(view, true),
    ],
    [submit('Look again', 'campaign.open', { campaign }), submit('All reminders', 'campaign.list')],
    { speak: spoken(view) },
  );
}

/** In the chat of somebody who no longer looks after training: no figures, no names. */
export function campaignElsewhereCard(): Card {
  const title = 'This is with the coordinator now';
  return card([heading(title), line('You no longer look after training, so this card does not say how far the reminder is.')], [], {
    speak: title,
  });
}

const spoken = (view: CampaignView) => `${view.says} ${farInWords(view)}`.replace(/[*_\\]/g, '');

/** `3 of 8 have done it.` */
export const farInWords = (view: CampaignView): string => howFar(view).words;

/** Before it has begun there is nothing to count, nor where it was cancelled before that. */
const hasNotBegun = ({ state, settled }: CampaignView) => (state === 'scheduled' || state === 'cancelled') && settled === 0;

/** What the bar shows and the words beside it: while it goes out how many it has come to, once it has gone out how many have done it. */
function howFar(view: CampaignView): { value: number; of: number; words: string } {
  const { state, total, settled } = view;
  if (hasNotBegun(view)) return { value: 0, of: total, words: `It ${state === 'cancelled' ? 'was to go' : 'goes'} to ${people(total)}.` };
  if (state === 'sent') return whoHasDone(view);
  const when = state === 'cancelled' ? 'before that' : 'so far';
  return { value: settled, of: total, words: `${counted(settled)} of ${people(total)} ${when}.` };
}

function whoHasDone({ total, done, doneBefore, left, aboutTopic }: CampaignView) {
  const value = done + doneBefore;
  const of = total - left;
  const [have, say] = value === 1 ? ['has', 'says'] : ['have', 'say'];
  return { value, of, words: `${counted(value)} of ${counted(of)} ${aboutTopic ? `${have} done it` : `${say} that they have read it`}.` };
}

function progress(view: CampaignView, show: typeof opener = opener): Element[] {
  const sender = view.by === undefined ? 'Sent by itself' : `From ${plain(view.by)}`;
  const first = [
    line(view.says, { bold: true }),
    line(`${sender}, to ${view.to}.`, { subtle: true }),
    ...(view.override === undefined ? [] : [line(`It did not wait for school hours: ${plain(view.override)}`, { subtle: true })]),
  ];
  const { value, of, words } = howFar(view);
  if (hasNotBegun(view)) return [...first, line(words), ...stepLines(view)];
  return [
    ...first,
    ...progressBar(value, of, words),
    facts(figures(view)),
    line('Delivered means that Teams took it, not that it was read.', { subtle: true }),
    ...unreachedLines(view, show),
    ...stepLines(view),
  ];
}

const stepLines = ({ steps }: CampaignView) => steps.map((step) => line(plain(step), { subtle: true }));

function figures(view: CampaignView): [string, string][] {
  const rows: [string, number, boolean][] = [
    ['Delivered', view.delivered, true],
    ['Done', view.done, view.aboutTopic],
    ['Say that they have read it', view.done, !view.aboutTopic],
    ['Chose a later day', view.later, view.aboutTopic],
    ['Asked for help', view.help, view.aboutTopic],
    ['Cannot be reached', view.unreached.reduce((sum, { count }) => sum + count, 0), true],
    ['Had done it already', view.doneBefore, view.doneBefore > 0],
    ['Have left the school', view.left, view.left > 0],
  ];
  return rows.filter(([, , shown]) => shown).map(([title, count]) => [title, counted(count)]);
}

function unreachedLines({ unreached, campaign }: CampaignView, show: typeof opener): Element[] {
  if (unreached.length === 0) return [];
  const lines = unreached.map(({ reason, count }) => line(`${people(count)}: ${unreachedInWords(reason)}.`));
  return [...lines, buttons([show('Show who', 'campaign.unreached', { campaign })])];
}

/** In the chat a press acts there and then, or opens the dialog. */
function steering(view: CampaignView, inDialog = false): Element[] {
  const { campaign, command } = view;
  const [act, open] = inDialog ? [submit, submit] : [button, opener];
  const steers: Action[] = [
    ...(canPause(view) ? [act('Pause', 'campaign.pause', { campaign, command })] : []),
    ...(view.state === 'paused' ? [act('Resume', 'campaign.resume', { campaign, command }, { style: 'positive' })] : []),
    ...(isOver(view) ? [] : [open('Cancel', 'campaign.cancel', { campaign })]),
    ...(view.mayNudge ? [open('Nudge those who haven’t', 'campaign.nudge', { campaign })] : []),
    ...(inDialog ? [submit('Put its card in my chat', 'campaign.show', { campaign, command: `${command}-show` })] : []),
  ];
  const actions = [...(view.maySteer ? steers : []), ...(inDialog ? [] : [opener('Open', 'campaign.open', { campaign })])];
  return actions.length === 0 ? [] : [buttons(actions)];
}

const canPause = ({ state }: CampaignView) => state === 'sending' || state === 'scheduled';
const isOver = ({ state }: CampaignView) => state === 'sent' || state === 'cancelled';
