import { fieldError, textInput } from './inputs.ts';
import { newest, newestSteps } from './newest.part.ts';
import { box, type Card, card, close, type Element, facts, heading, line, notice, plain, reference, subheading, submit } from './parts.ts';

/** One incident for somebody entitled; opening it is logged. Everything people wrote is shown as it was typed. */
export type CaseView = {
  key: string;
  command: string;
  title: string;
  summary: [title: string, value: string][];
  answers: { question: string; answer: string }[];
  people: [title: string, value: string][];
  message?: { title: string; text?: string; link?: string };
  history: string[];
  owed: { words: string; cite: string; offered: boolean }[];
  additions: string[];
  notes: string[];
  /** For those told of the child's welfare or of a task only: what they are told of, and whom to ask. */
  limitedTo?: string;
  canTake: boolean;
  canActAsDsl: boolean;
  mine: boolean;
  /** May close it as raised by mistake. */
  mayWithdraw: boolean;
  note: string;
  error?: string;
  problem?: string;
};

export function caseCard(view: CaseView): Card {
  const ids = { incident: view.key, command: view.command };
  return card(
    [
      ...(view.problem === undefined ? [] : [notice([view.problem], 'warning')]),
      heading(`${reference(view.key)}: ${view.title}`),
      facts(view.summary.map(([title, value]) => [title, plain(value)])),
      ...(view.limitedTo === undefined
        ? [...section('What was said', view.answers.flatMap(answer)), ...messagePart(view)]
        : [line(view.limitedTo, { bold: true })]),
      ...section('Who', view.people.length === 0 ? [] : [facts(view.people.map(([title, value]) => [title, plain(value)]))]),
      ...section('Added since', newest(view.additions)),
      ...section('What happened with it', newestSteps(view.history)),
      ...owedPart(view),
      ...section('What has been done or decided', newest(view.notes)),
      ...(view.mine ? noteInput(view) : []),
    ],
    [
      ...(view.canTake ? [submit('I’m dealing with it', 'incident.acknowledge', ids, { style: 'positive' })] : []),
      ...(view.canActAsDsl ? [submit('I am acting as DSL', 'incident.act-as-dsl', ids)] : []),
      ...(view.mine ? noteButtons(ids, view.mayWithdraw) : []),
    ],
    { speak: `${reference(view.key)}. ${view.title}.` },
  );
}

type Note = { note: string; error?: string };

const noteInput = ({ note, error }: Note): Element[] => [
  textInput('note', 'Write what you have done or decided so far', { value: note, multiline: true, maxLength: 4000 }),
  ...fieldError(error),
];

const noteButtons = (ids: { incident: string; command: string }, mayWithdraw: boolean) => [
  submit('Save', 'incident.note', ids, { style: 'positive' }),
  ...(mayWithdraw
    ? [submit('Close: raised by mistake', 'incident.withdraw', ids, { tooltip: 'Write the reason in the box first. The record is kept.' })]
    : []),
];

/** Only the box and its words, for while the record cannot be read. */
export function noteCard(view: Note & { key: string; command: string }): Card {
  const title = reference(view.key);
  return card([heading(title), ...noteInput(view)], noteButtons({ incident: view.key, command: view.command }, true), { speak: title });
}

const section = (title: string, items: Element[]): Element[] => (items.length === 0 ? [] : [subheading(title), ...items]);

const answer = (entry: { question: string; answer: string }): Element[] =>
  close([line(plain(entry.question), { subtle: true }), line(plain(entry.answer))]);

function messagePart({ message }: CaseView): Element[] {
  if (message === undefined) return [];
  return [
    box([
      line(plain(message.title), { bold: true }),
      ...(message.text === undefined ? [line('Its words were not kept.', { subtle: true })] : [line(plain(message.text))]),
      ...(message.link === undefined
        ? []
        : [{ type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: 'Go to the message', url: message.link }] }]),
    ]),
  ];
}

/** Owed by policy. Answering them comes with the case's own dialogs; here they are seen, each with its section. */
function owedPart(view: CaseView): Element[] {
  const must = view.owed.filter((step) => !step.offered);
  const may = view.owed.filter((step) => step.offered);
  const rows = (steps: CaseView['owed']) => close(steps.map(({ words, cite }) => line(`☐ ${words} — *${cite}*`)));
  return [...section('What the policy asks for', rows(must)), ...section('If it helps', rows(may))];
}
