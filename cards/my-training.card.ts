import type { Owed } from '#domain/training/owed.ts';
import type { Topic } from '#domain/training/policy.ts';
import type { Day, Entry } from '#domain/training/record.ts';
import type { Broke } from './broke.ts';
import { dateInput, fieldError, textInput } from './inputs.ts';
import { newestSteps } from './newest.part.ts';
import {
  type Action,
  box,
  button,
  buttons,
  type Card,
  card,
  close,
  type Element,
  heading,
  line,
  opener,
  plain,
  subheading,
  submit,
} from './parts.ts';
import { entryLines, owedLine, type RecordWords } from './training-entries.part.ts';
import { troubleBox } from './training-words.ts';

/** A topic that somebody owes, and how it is done. */
export type MyTopic = { owed: Owed; by: Topic['by']; quiz: boolean; minutes: number };

type MyTrainingView = {
  topics: MyTopic[];
  /** Pieces of training in their record. */
  done: number;
  words: RecordWords;
  /** For *I need help*; each topic makes its own command of it. */
  command: string;
  said?: string;
  /** Where fuller detail is written (duties A-121). */
  moreIn?: string;
};

/** `my training`: what is due, first due first, and what can be done about it now. */
export function myTrainingCard(view: MyTrainingView): Card {
  const near = view.topics.filter(({ owed }) => owed.standing !== 'later');
  const later = view.topics.filter(({ owed }) => owed.standing === 'later');
  return card(
    [
      heading('My training'),
      ...(view.said === undefined ? [] : [box([line(view.said, { bold: true })], 'good')]),
      ...(near.length === 0 ? [line('Nothing is due in the next 30 days.')] : near.flatMap((one) => topicPart(one, view))),
      ...(later.length === 0 ? [] : [subheading('Later'), ...later.flatMap((one) => laterPart(one, view))]),
      ...(view.moreIn === undefined ? [] : [line(`More about training: ${plain(view.moreIn)}.`, { subtle: true })]),
    ],
    [
      ...(later.some(({ by }) => by === 'course') ? [opener('I’ve done something early', 'training.said')] : []),
      opener(view.done === 0 ? 'What I have done' : `What I have done (${view.done})`, 'training.history'),
    ],
    { speak: 'My training.' },
  );
}

function topicPart({ owed, by, quiz, minutes }: MyTopic, { words, command }: MyTrainingView): Element[] {
  const { topic } = owed;
  const label = words.label(topic);
  return [
    { type: 'Container', separator: true, items: close([owedLine(owed, words), line(`About ${minutes} minutes.`, { subtle: true })]) },
    buttons([
      ...(by === 'course' ? [opener('I’ve done it', 'training.said', { topic }, about('I’ve done it', label))] : []),
      ...quizWay(quiz, topic, label),
      ...(by === 'audit' ? auditWay(topic) : []),
      ...(owed.help ? [] : [button('I need help', 'training.help', { topic, command }, about('I need help', label))]),
    ]),
  ];
}

/** What is done here may be done before its day, and again. */
function laterPart({ owed, by, quiz }: MyTopic, { words }: MyTrainingView): Element[] {
  const ways = by === 'audit' ? auditWay(owed.topic) : quizWay(quiz, owed.topic, words.label(owed.topic));
  return [owedLine(owed, words), ...(ways.length === 0 ? [] : [{ ...buttons(ways), spacing: 'small' as const }])];
}

const quizWay = (quiz: boolean, topic: string, label: string): Action[] =>
  quiz ? [opener('Take the quiz', 'quiz.open', { topic }, about('Take the quiz', label))] : [];

const auditWay = (topic: string): Action[] => [opener('Answer the self-audit', 'audit.open', { topic })];

/** What a screen reader calls a button that stands on the card once for each topic. */
const about = (title: string, label: string) => ({ tooltip: `${title}: ${label}` });

/** All that one has done, and what was changed of it. */
export function myHistoryCard(view: { entries: Entry[]; page: number; older: boolean; changes: string[]; words: RecordWords }): Card {
  return card(
    [
      heading('What I have done'),
      ...(view.entries.length === 0 ? [line('Nothing is recorded yet.')] : view.entries.flatMap((entry) => entryLines(entry, view.words))),
      ...(view.changes.length === 0 ? [] : [subheading('Changes'), ...newestSteps(view.changes)]),
      line('Is something missing or wrong? Tell whoever looks after training.', { subtle: true }),
    ],
    view.older ? [submit('Earlier', 'training.history', { page: view.page + 1 })] : [],
    { speak: 'What I have done.' },
  );
}

export type SayDoneView = {
  topics: { title: string; value: string }[];
  topic: string;
  on: string;
  certificate: string;
  command: string;
  error?: { field: 'on' | 'certificate' | 'topic'; words: string };
  trouble?: Broke;
};

/** *I've done it*: a day, and a certificate where there is one. */
export function saidTrainingCard(view: SayDoneView): Card {
  const at = (input: Element) => [input, ...fieldError(view.error?.field === input.id ? view.error?.words : undefined)];
  const choices = {
    type: 'Input.ChoiceSet',
    id: 'topic',
    label: 'What have you done?',
    choices: view.topics,
    style: 'compact',
    wrap: true,
  };
  return card(
    [
      heading('I’ve done it'),
      ...troubleBox(view.trouble),
      ...at({ ...choices, ...(view.topic === '' ? {} : { value: view.topic }) }),
      ...at(dateInput('on', 'On which day?', view.on)),
      ...at(textInput('certificate', 'Certificate number', { value: view.certificate, placeholder: 'You can leave this empty' })),
      line('It is written down as what you say yourself.', { subtle: true }),
    ],
    [submit('Save', 'training.said-save', { command: view.command }, { style: 'positive' })],
    { speak: 'I’ve done it.' },
  );
}

/** Thanks, and when it is due again. */
export function thankedCard(view: { label: string; on: Day; next?: string; already: boolean }): Card {
  return card(
    [
      heading('Thank you'),
      line(
        view.already
          ? `**${plain(view.label)}** of that day is in your record already.`
          : `**${plain(view.label)}** is in your record, and whoever looks after training can see it.`,
      ),
      ...(view.next === undefined ? [] : [line(`It ${view.next}.`)]),
    ],
    [submit('What I have done', 'training.history')],
    { speak: 'Thank you.' },
  );
}
