import { box, buttons, type Element, line, notice, toggle } from './parts.ts';
import { notSetUp } from './words.ts';

/** Whom the report would go to if it were sent now; names, never roles alone. */
export type GoesTo = {
  first: string;
  next: string;
  /** The rule that settles it, with the policy's section. */
  why: string;
  /** Somebody without an account: the reporter rings them. */
  phone?: string;
  /** When it is sent, where it waits until the school opens. */
  held?: string;
  /** Further lines, such as the words for a report about the headteacher. */
  notes: string[];
};

/** The strip above *Send*: who, in which order, and why. */
export function goesToPart(goesTo: GoesTo): Element[] {
  if (goesTo.first === '' && goesTo.phone === undefined) return [notice([notSetUp])];
  const first = goesTo.first === '' ? (goesTo.phone ?? '') : goesTo.first;
  const sentence = `Goes to ${first}${goesTo.next === '' ? '' : `, then ${goesTo.next}`}.`;
  return [
    box([
      line(`**${sentence}**`),
      ...(goesTo.held === undefined ? [] : [line(`The school is closed: they are told ${goesTo.held}.`)]),
      ...goesTo.notes.map((note) => line(note)),
      buttons([toggle('Why?', ['why'])]),
      line(`${goesTo.why} Anybody it is about is left out.`, { id: 'why', visible: false, subtle: true }),
    ]),
  ];
}
