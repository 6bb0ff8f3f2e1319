import { datedDay } from '#domain/training/day-words.ts';
import type { Day } from '#domain/training/record.ts';
import type { RecordForm, RecordOutcome, RecordProblems } from '#domain/training/recording.ts';
import type { Broke } from './broke.ts';
import { type Choice, choiceInput, dateInput, peopleInput, textInput } from './inputs.ts';
import { type Card, card, type Element, heading, line, notice, plain, submit, toggle } from './parts.ts';
import { pickerValue } from './setup-parts.ts';
import { problemAt, troubleBox } from './training-words.ts';

export type RecordView = {
  form: RecordForm;
  problems: RecordProblems;
  topics: Choice[];
  /** Kinds of people and roles, each with everybody who is of it. */
  groups: Choice[];
  command: string;
  trouble?: Broke;
  /** What an earlier press of the same form recorded, where that was something else. */
  before?: { label: string; day?: Day; total: number };
};

const hows: Choice[] = [
  { title: 'They have done it', value: 'done' },
  { title: 'It does not apply to them', value: 'not-applicable' },
];

/** *Record training*, for one person or for many. */
export function trainingRecordCard(view: RecordView): Card {
  const { form, problems, command } = view;
  const at = problemAt(problems);
  const wrong = Object.keys(problems).length > 0;
  return card(
    [
      heading('Who did what, and when?'),
      ...troubleBox(view.trouble),
      ...(view.before === undefined ? [] : [notice(beforeLines(view.before))]),
      ...(wrong ? [notice(['Nothing has been saved yet. Please look at the lines marked below.'])] : []),
      ...at(choiceInput('topic', 'Topic', view.topics, { value: form.topic, style: 'compact', placeholder: 'Choose a topic' })),
      ...at(dateInput('on', 'On which day?', form.on)),
      ...at(peopleInput('people', 'Who?', pickerValue(form.people))),
      ...at(
        choiceInput('group', 'Or everybody of a kind', view.groups, { value: form.group, style: 'compact', placeholder: 'Nobody else' }),
      ),
      ...at(textInput('course', 'Trainer or course', { value: form.course, placeholder: 'You can leave this empty' })),
      ...at(textInput('certificate', 'Certificate number', { value: form.certificate, placeholder: 'You can leave this empty' })),
      ...notApplicable(view),
    ],
    [submit('Save', 'training.record-save', { command }, { style: 'positive' }), submit('Back', 'training.open')],
    { speak: 'Record training.' },
  );
}

function beforeLines({ label, day, total }: NonNullable<RecordView['before']>): string[] {
  const what = `${plain(label)}, ${day === undefined ? 'as not applicable' : datedDay(day)}`;
  return [`An earlier press counted: ${what}, for ${total} people.`, 'What stands below is not saved. Press *Save* to record it as well.'];
}

/** Seldom needed, so behind a button, unless something is wrong with it. */
function notApplicable({ form, problems }: RecordView): Element[] {
  const at = problemAt(problems);
  const open = form.how !== 'done' || problems['how'] !== undefined || problems['reason'] !== undefined;
  return [
    { type: 'ActionSet', actions: [toggle('It does not apply to them', ['not-applicable'])] },
    {
      type: 'Container',
      id: 'not-applicable',
      isVisible: open,
      items: [
        ...at(choiceInput('how', 'What is recorded', hows, { value: form.how })),
        ...at(textInput('reason', 'Why does it not apply? (then the day above does not count)', { value: form.reason })),
      ],
    },
  ];
}

export type RecordedView = {
  label: string;
  recorded: number;
  skipped: { name: string; outcome: RecordOutcome }[];
  /** More than are named. */
  skippedInAll: number;
};

const outcomeWords: Record<RecordOutcome, string> = {
  recorded: 'recorded',
  already: 'it is in their record already',
  different: 'something else was recorded for them by the same form; please look at their record',
  'must-do': 'the school’s policy asks this of everybody in their position',
  left: 'they are not on the school’s list, or have left',
};

/** For how many, whom not, and why. */
function recordedLines({ label, recorded, skipped, skippedInAll }: RecordedView): Element[] {
  const people = recorded === 1 ? '1 person' : `${recorded} people`;
  const rest = skippedInAll - skipped.length;
  return [
    line(`**${plain(label)}** is recorded for ${recorded === 0 ? 'nobody' : people}.`),
    ...(skipped.length === 0 ? [] : [line('Nothing was changed for:', { bold: true })]),
    ...skipped.map(({ name, outcome }) => line(`${plain(name)}: ${outcomeWords[outcome]}.`)),
    ...(rest > 0 ? [line(`And ${rest} more.`, { subtle: true })] : []),
  ];
}

/** The last screen of the dialog. */
export function trainingSavedCard(view: RecordedView): Card {
  return card(
    [heading(view.recorded === 0 ? 'Nothing was recorded' : 'Saved'), ...recordedLines(view)],
    [submit('Record more', 'training.record', {}, { style: 'positive' }), submit('Back to training', 'training.open')],
    { speak: 'Saved.' },
  );
}

/** So many people that it is written behind the scenes. */
export function trainingUnderWayCard(view: { label: string; total: number }): Card {
  return card(
    [
      heading('Being saved'),
      line(`**${plain(view.label)}** is being recorded for ${view.total} people. You get a message in our chat when all of it is written.`),
      line('You can close this window.'),
    ],
    [submit('Back to training', 'training.open')],
    { speak: 'Being saved.' },
  );
}

/** The message in the chat, once all of it is written. */
export function trainingRecordedCard(view: RecordedView): Card {
  return card([heading('Training is recorded'), ...recordedLines(view)], [], { speak: 'Training is recorded.' });
}
