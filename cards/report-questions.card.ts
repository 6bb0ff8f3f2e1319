import type { Question, Tile } from '#domain/policy.ts';
import { type Choice, choiceInput, fieldError, peopleInput, textInput, toggleInput } from './inputs.ts';
import { box, buttons, type Card, card, type Element, heading, line, notice, submit, toggle } from './parts.ts';
import { childRows } from './report-children.part.ts';
import { type DraftIds, dangerPart, draftIds, raisedPart } from './report-danger.part.ts';
import { type GoesTo, goesToPart } from './report-goes-to.part.ts';
import { messagePart } from './report-message.part.ts';
import { adultConcern, type Contacts, imagery, onlyWhatYouKnow, recordingWords } from './words.ts';

export type QuestionsView = DraftIds & {
  tile: Tile;
  inputs: Record<string, string>;
  rows: Record<string, number>;
  errors: Record<string, string>;
  contacts: Contacts;
  /** The school's year groups, youngest first. */
  yearGroups: string[];
  goesTo: GoesTo;
  raised?: string;
  /** Shown above everything: the report is not sent, and why. */
  problem?: string[];
};

/** The tile's questions on one screen. No input is required and every button sends all of them. */
export function questionsCard(view: QuestionsView): Card {
  const { tile, contacts } = view;
  const ids = draftIds(view);
  return card(
    [
      ...(view.problem === undefined ? [] : [notice(view.problem)]),
      ...(view.raised === undefined ? dangerPart({ ...ids, tile: tile.key }, contacts, view.inputs['x.room']) : raisedPart(view.raised)),
      heading(tile.label),
      ...(tile.hint === undefined ? [] : [line(tile.hint, { subtle: true })]),
      line(onlyWhatYouKnow),
      ...(tile.warning === undefined ? [] : [line(tile.warning, { bold: true })]),
      ...guidancePart(tile, contacts),
      buttons([submit('Send now, add more later', 'report.send-now', { ...ids, tile: tile.key })]),
      ...messagePart(view.inputs),
      ...tile.questions.flatMap((question) => questionPart(question, view)),
      ...morePart(view),
      ...goesToPart(view.goesTo),
    ],
    [
      submit(view.problem === undefined ? 'Send' : 'Try again', 'report.send', { ...ids, tile: tile.key }, { style: 'positive' }),
      submit(
        'Who will it go to?',
        'report.refresh',
        { ...ids, tile: tile.key },
        { tooltip: 'Shows again who will be told, with what you have filled in' },
      ),
      submit('Back', 'report.tiles', { ...ids, tile: tile.key }),
    ],
    { speak: `${tile.label}. ${onlyWhatYouKnow}` },
  );
}

function guidancePart(tile: Tile, contacts: Contacts): Element[] {
  const texts = (tile.guidance ?? []).flatMap((name) => guidance(name, contacts));
  return texts.length === 0
    ? []
    : [
        box(
          texts.map((text) => line(text)),
          'warning',
        ),
      ];
}

function guidance(name: NonNullable<Tile['guidance']>[number], contacts: Contacts): string[] {
  if (name === 'imagery') return imagery(contacts);
  return name === 'adult-concern' ? adultConcern : recordingWords;
}

function questionPart(question: Question, view: QuestionsView): Element[] {
  const id = `q.${question.key}`;
  const value = view.inputs[id];
  const given = value === undefined ? {} : { value };
  const hint = question.hint === undefined ? [] : [line(question.hint, { subtle: true })];
  switch (question.kind) {
    case 'text':
    case 'line':
      return [
        textInput(id, question.label, { ...given, multiline: question.kind === 'text', maxLength: question.max ?? 200 }),
        ...hint,
        ...fieldError(view.errors[id]),
      ];
    case 'toggle':
      return [toggleInput(id, question.label, value === 'true'), ...hint];
    case 'choice':
      return [choiceInput(id, question.label, choicesOf(question), { value: value ?? question.whenUnanswered ?? '' }), ...hint];
    case 'adult':
      return adultPart(id, question.label, view);
    case 'children':
      return [...childRows(question, view), ...hint];
  }
}

const choicesOf = (question: Question): Choice[] => (question.choices ?? []).map(({ key, label }) => ({ title: label, value: key }));

function adultPart(id: string, label: string, view: QuestionsView): Element[] {
  const { inputs, errors } = view;
  return [
    peopleInput(`${id}.people`, label, inputs[`${id}.people`] === undefined ? {} : { value: inputs[`${id}.people`] ?? '' }),
    ...fieldError(errors[`${id}.people`]),
    textInput(`${id}.name`, 'Or type their name', { value: inputs[`${id}.name`] ?? '', maxLength: 200 }),
    ...fieldError(errors[`${id}.name`]),
    toggleInput(`${id}.me`, 'It is about me', inputs[`${id}.me`] === 'true'),
  ];
}

/** What few reports need, one tap away and sent all the same. */
function morePart(view: QuestionsView): Element[] {
  const { inputs, errors } = view;
  const open = Object.keys(inputs).some(
    (id) => id.startsWith('x.') && id !== 'x.room' && (inputs[id] ?? '') !== '' && inputs[id] !== 'false',
  );
  const asksAdult = view.tile.questions.some(({ kind }) => kind === 'adult');
  const text = (id: string, label: string) => [
    textInput(id, label, { value: inputs[id] ?? '', maxLength: 200 }),
    ...fieldError(errors[id]),
  ];
  const people = (id: string, label: string) => [peopleInput(id, label, { value: inputs[id] ?? '' }), ...fieldError(errors[id])];
  return [
    buttons([toggle('More, if you need it', ['more'])]),
    line(`${asksAdult ? 'W' : 'An adult’s behaviour, w'}ho should not see this, whom you have told, reporting for somebody else.`, {
      subtle: true,
    }),
    {
      type: 'Container',
      id: 'more',
      isVisible: open,
      items: [
        ...(asksAdult ? [] : adultPart('x.adult', 'Does an adult’s behaviour worry you? Whose?', view)),
        ...people('x.harmed', 'Has an adult of the school been harmed or upset? Who?'),
        ...people('x.hide', 'Is there anyone who should not see this?'),
        ...people('x.told', 'Have you already told somebody in person? Who?'),
        ...text('x.behalf.name', 'Are you reporting for somebody without an account? Their name'),
        ...text('x.behalf.role', 'Who they are (volunteer, visitor, parent …)'),
        ...text('x.behalf.contact', 'How to reach them'),
        ...text('x.behalf.when', 'When did they tell you?'),
      ],
    },
  ];
}
