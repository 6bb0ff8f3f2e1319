import type { Day } from '#domain/training/record.ts';
import { fieldError } from './inputs.ts';
import { type Action, box, button, buttons, type Card, card, close, type Element, heading, line, opener, plain, toggle } from './parts.ts';
import { doneFields, laterFields } from './reminder-fields.part.ts';
import { moreIn } from './training-words.ts';

/** What they said of it on this card, in words: `Friday 20 November`. */
export type SaidView =
  | { kind: 'done'; on: string; mayChange: boolean }
  | { kind: 'later'; until: string }
  | { kind: 'help'; helpers: string };

/** What was typed beside a button that was not taken, and why not. */
export type TypedView = { field: 'on' | 'certificate' | 'until' | 'none'; words: string; on: string; certificate: string; until: string };

export type ReminderTopic = {
  key: string;
  label: string;
  why: string;
  minutes: number;
  cite: string;
  /** In words; `passed` when that day is over. */
  due?: { day: string; passed: boolean };
  /** Given as needed, and not had yet: no day is set for it. */
  isNews?: true;
  /** It is done: when it is due again, in words. */
  next?: string;
  today: Day;
  /** The last day to which it may be put off; undefined when nothing is owed any more. */
  latest?: Day;
  /** How it is done or practised here. */
  start?: 'quiz' | 'practice' | 'audit';
  /** Only a course can be said to be done: the others are done here. */
  mayBeSaid: boolean;
  said?: SaidView;
  typed?: TypedView;
};

export type ReminderView = {
  campaign: string;
  command: string;
  /** Who wrote the words: `Mr Field`. */
  from: string;
  words?: string;
  topics: ReminderTopic[];
  /** Owed besides those shown. */
  more: number;
  /** Where fuller detail is written. */
  moreIn?: string;
  /** Of a message without a topic: they pressed *I've read this*. */
  read?: boolean;
  /** What it was about, where the school has changed to rules that do not ask for it. */
  gone?: string;
};

/** A person's reminder in their own chat, as things stand: what they said is on it, and can be changed. */
export function reminderCard(view: ReminderView): Card {
  const single = view.topics.length === 1;
  const title = titleOf(view);
  return card(
    [heading(title), ...theirWords(view), ...goneLine(view), ...view.topics.flatMap((topic) => topicPart(topic, view)), ...ending(view)],
    [],
    {
      speak: single ? spoken(view.topics) : title,
    },
  );
}

function titleOf({ topics, words, gone }: ReminderView): string {
  if (topics.length > 1) return 'Your training: what is due';
  return topics.length === 0 && gone === undefined && words !== undefined ? 'A message from school' : 'A reminder';
}

function goneLine({ gone }: ReminderView): Element[] {
  if (gone === undefined) return [];
  return [line(`This was about *${plain(gone)}*, which the school’s rules no longer ask for. There is nothing left to do.`)];
}

function spoken([topic]: ReminderTopic[]): string {
  return topic === undefined ? 'A reminder' : dueSentence(topic).replace(/[*_\\]/g, '');
}

/** The coordinator's own words are shown as theirs, never as the school's or the app's. */
function theirWords({ from, words, topics, gone, read, ...ids }: ReminderView): Element[] {
  if (words === undefined) return [];
  const said = [line(`${plain(from)} writes:`, { subtle: true }), line(plain(words))];
  if (topics.length > 0 || gone !== undefined) return [box(close(said))];
  const data = { campaign: ids.campaign, command: ids.command };
  return [
    box(close(said)),
    read === true
      ? line('You said that you have read this. Thank you.', { colour: 'good' })
      : buttons([button('I’ve read this', 'reminder.done', data)]),
  ];
}

function topicPart(topic: ReminderTopic, view: ReminderView): Element[] {
  // On a list it stands once, at the end.
  const more = view.topics.length > 1 ? '' : moreIn(view);
  return [
    {
      type: 'Container',
      ...(view.topics.length > 1 ? { separator: true } : {}),
      items: [
        line(dueSentence(topic), { bold: true }),
        ...close([line(topic.why), line(`From: ${topic.cite}.${more}`, { subtle: true })]),
        ...saidLine(topic),
        ...problemLine(topic),
        ...actions(topic, view),
        ...doneFields(topic, view),
        ...laterFields(topic, view),
      ],
    },
  ];
}

/** Safeguarding rules, section 4: "Your online-safety refresher is due Friday 12 December (20 minutes)." Nobody is blamed for what was due. */
function dueSentence({ label, due, isNews, next, minutes }: ReminderTopic): string {
  if (isNews) return `There is something new: *${plain(label)}* (${lengthInWords(minutes)}).`;
  if (due === undefined) return `${dutyName(label)} is done.${next === undefined ? '' : ` It is next due ${next}.`}`;
  return `${dutyName(label)} ${due.passed ? 'was' : 'is'} due ${due.day} (${lengthInWords(minutes)}).`;
}

/** "Your online-safety refresher", and "Your training *Cyber-bullying*" where the label is a subject. */
function dutyName(label: string): string {
  const isThing = /refresher|update|self-audit/i.test(label) && !/^[A-Z]{2}/.test(label);
  return isThing ? `Your ${label.charAt(0).toLowerCase()}${label.slice(1)}` : `Your training *${label}*`;
}

function lengthInWords(minutes: number): string {
  if (minutes < 120) return `${minutes} minutes`;
  return `about ${Math.round(minutes / 60)} hours`;
}

function saidLine({ said }: ReminderTopic): Element[] {
  return said === undefined ? [] : [box([line(saidInWords(said), { bold: true })], 'good')];
}

function saidInWords(said: SaidView): string {
  switch (said.kind) {
    case 'done':
      return `You said that you did it on ${said.on}. Thank you.`;
    case 'later':
      return `You will be reminded on ${said.until}.`;
    case 'help':
      return `You asked for help. ${said.helpers === '' ? 'Please speak to the office.' : `It has been passed on to ${plain(said.helpers)}.`}`;
  }
}

function problemLine({ typed }: ReminderTopic): Element[] {
  return typed?.field === 'none' ? fieldError(typed.words) : [];
}

function actions(topic: ReminderTopic, { campaign, command }: ReminderView): Element[] {
  const { key, said, latest, isNews, mayBeSaid } = topic;
  const found: Action[] = [];
  if (said?.kind === 'done' && said.mayChange) found.push(toggle('Change the day', [`done-${key}`]));
  if (latest !== undefined || isNews) {
    found.push(...startButton(topic, campaign));
    if (mayBeSaid && said?.kind !== 'done') found.push(toggle('I’ve done it', [`done-${key}`]));
    if (latest !== undefined) found.push(toggle(said?.kind === 'later' ? 'Another day…' : 'Remind me on…', [`later-${key}`]));
    if (said?.kind !== 'help') found.push(button('I need help', 'reminder.help', { campaign, command, topic: key }));
  }
  return found.length === 0 ? [] : [buttons(found)];
}

function startButton({ key, start }: ReminderTopic, campaign: string): Action[] {
  if (start === undefined) return [];
  const look = { style: 'positive' } as const;
  if (start === 'audit') return [opener('Start', 'audit.open', { topic: key, campaign }, look)];
  return [opener(start === 'quiz' ? 'Start' : 'Try the quiz', 'quiz.open', { topic: key, campaign }, look)];
}

function ending(view: ReminderView): Element[] {
  const { more, topics, words, gone } = view;
  if (topics.length === 0)
    return (words ?? gone) ? [] : [line('Nothing of this is due any more. Write *my training* to see what is yours.')];
  const rest = more === 0 ? '' : `And ${more} more. `;
  const where = topics.length > 1 ? moreIn(view) : '';
  return [line(`${rest}Write *my training* to see everything that is yours.${where}`, { subtle: true })];
}
