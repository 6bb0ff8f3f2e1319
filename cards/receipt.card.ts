import { button, type Card, card, close, heading, line, opener, reference } from './parts.ts';
import { type Contacts, dslStillAsked, neutral, nobodyYet, seen } from './words.ts';

/** The reporter's own card: every step of who was asked and who answered, and nothing of what comes after (duties G-42). */
export type ReceiptView = {
  key: string;
  sentAt: string;
  /** A danger alert whose report has not been sent yet. */
  detailsMissing: boolean;
  /** "Sent to Mrs Shah (15:21)", "Could not be delivered to …", in order. */
  steps: string[];
  taken?: { by: string; at: string };
  /** Only the DSL's answer counts, and it is still awaited, whoever else has answered (S-03). */
  dslIsAsked?: boolean;
  waitingFor: string;
  held: boolean;
  /** Why nobody is told at all. */
  nobody?: string;
  showNobodyYet: boolean;
  numbers: boolean;
  /** Walled, or a self-reporter: nothing added later is shown (S-11). */
  frozen: boolean;
  closed: boolean;
  /** The reporter is of the DSL team and may take their own report. */
  mayTake: boolean;
  contacts: Contacts;
  change: number;
  posting: string;
};

export function receiptCard(view: ReceiptView): Card {
  const title = `Your report ${reference(view.key)}`;
  return card([heading(title), line(`Sent ${view.sentAt}.`), ...state(view)], actions(view), {
    speak: `${title}. ${spoken(view)}`,
  });
}

function spoken(view: ReceiptView): string {
  if (view.closed) return 'It is closed.';
  if (view.taken !== undefined) return `${view.taken.by} is dealing with it.`;
  if (view.nobody !== undefined) return view.nobody;
  return `${view.held ? 'The school is closed. ' : ''}${answers(view)}`;
}

const answers = ({ waitingFor }: ReceiptView): string => (waitingFor === '' ? 'Nobody has been told yet.' : 'Nobody has answered yet.');

function state(view: ReceiptView) {
  if (view.closed) return [line('This is closed. Thank you for reporting it.')];
  const steps = close(view.steps.map((step) => line(step, { subtle: true })));
  const details = view.detailsMissing ? [line('The alert is out. You have not written down what happened yet.', { bold: true })] : [];
  if (view.taken !== undefined) {
    const social = view.showNobodyYet ? nobodyYet(view.waitingFor, view.contacts).slice(1) : [];
    const open = view.dslIsAsked ? [dslStillAsked, ...social] : [];
    return [...steps, ...details, line(seen(view.taken.by, view.taken.at)), ...open.map((text) => line(text, { bold: true }))];
  }
  if (view.nobody !== undefined) return [line(view.nobody, { bold: true, colour: 'attention' as const })];
  if (view.showNobodyYet && !view.held)
    return [...steps, ...details, ...nobodyYet(view.waitingFor, view.contacts).map((text) => line(text, { bold: true }))];
  const held = view.held
    ? [
        line(
          `The school is closed. They are ${view.waitingFor === '' ? 'told' : 'asked again'} ${view.contacts.opens}. If a child may be harmed before then, ring children’s social care or 999.`,
        ),
      ]
    : [];
  const numbers = view.numbers
    ? nobodyYet(view.waitingFor, view.contacts)
        .slice(1)
        .map((text) => line(text, { bold: true }))
    : [];
  return [
    ...steps,
    ...details,
    line(view.waitingFor === '' ? answers(view) : `${answers(view)} This card changes when somebody does.`),
    ...held,
    ...numbers,
  ];
}

function actions(view: ReceiptView) {
  const show = opener('Show my report', 'mine.open', { incident: view.key });
  if (view.closed) return [show];
  return [
    ...(view.mayTake && view.taken === undefined
      ? [
          button(
            'I am dealing with this',
            'incident.acknowledge',
            { incident: view.key, command: `${view.posting}-${view.change}` },
            { style: 'positive' as const },
          ),
        ]
      : []),
    ...(view.detailsMissing ? [opener('Write what happened', 'report.continue', { draft: view.key })] : []),
    ...(view.frozen ? [] : [opener('Something has changed', 'mine.changed', { incident: view.key })]),
    show,
  ];
}

/** A new message that rings: go to somebody now. */
export function nobodyYetCard(view: { key: string; alerted: string; contacts: Contacts; answered?: string }): Card {
  const [nobody = '', social = ''] = nobodyYet(view.alerted, view.contacts);
  const lines = view.answered === undefined ? [nobody, social] : [`${view.answered} is dealing with this. ${dslStillAsked}`, social];
  const title = view.answered === undefined ? 'Nobody has answered' : 'The DSL has not answered';
  return card(
    [heading(`${title} ${reference(view.key)}`), ...lines.map((text) => line(text, { bold: true }))],
    [opener('Something has changed', 'mine.changed', { incident: view.key })],
    {
      speak: lines.join(' '),
    },
  );
}

/** "Have you rung …?": somebody who must be told has no account. It counts as a call, never as told. */
export function phoneCard(view: {
  key: string;
  posting: string;
  change: number;
  name: string;
  phone: string;
  /** False where the LADO is no help. */
  advice?: false;
  lado?: string;
  /** Who else may be rung, and the number. */
  other?: string;
  again: number;
  answer?: 'spoke' | 'no-answer';
}): Card {
  const ids = { incident: view.key, command: `${view.posting}-${view.change}` };
  if (view.answer === 'spoke')
    return card([heading(reference(view.key)), line(`You told us that you have spoken to ${view.name}. Thank you.`)], [], {
      speak: 'Thank you.',
    });
  const lado =
    view.again < 3 || view.advice === false
      ? []
      : [
          line(
            `If you cannot reach ${view.name}, ring the LADO${view.lado === undefined ? '' : ` on ${view.lado}`}${view.other === undefined ? '' : `, or ${view.other}`}. You do not need permission.`,
            { bold: true },
          ),
        ];
  return card(
    [
      heading(`Have you rung ${view.name}?`),
      line(`${reference(view.key)} goes to ${view.name}, who cannot be reached in Teams. Please ring ${view.phone} now.`),
      ...lado,
    ],
    [
      button('Yes, I have spoken to them', 'mine.rang', { ...ids, answer: 'spoke' }, { style: 'positive' }),
      button('No answer', 'mine.rang', { ...ids, answer: 'no-answer' }),
    ],
    { speak: `Have you rung ${view.name}?` },
  );
}

/** The card that rang once: somebody has answered since. */
export function answeredReceiptCard(view: { key: string; sentAt: string; taken: { by: string; at: string } }): Card {
  const words = seen(view.taken.by, view.taken.at);
  return card(
    [heading(`Your report ${reference(view.key)}`), line(`Sent ${view.sentAt}.`), line(words)],
    [opener('Something has changed', 'mine.changed', { incident: view.key })],
    { speak: `${view.taken.by} is dealing with it.` },
  );
}

/** S-11: a self-reporter keeps sight of "seen by" and of nothing else. */
export function frozenReceiptCard(view: { key: string; sentAt: string; taken?: { by: string; at: string } }): Card {
  const state = view.taken === undefined ? neutral : `Seen by ${view.taken.by} (${view.taken.at}).`;
  return card(
    [heading(`Your report ${reference(view.key)}`), line(`Sent ${view.sentAt}.`), line(state)],
    [opener('Show my report', 'mine.open', { incident: view.key })],
    { speak: state },
  );
}
