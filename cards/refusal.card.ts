import type { Refusal } from '#domain/decide.ts';
import { notSaved } from './words.ts';

/** A sentence for every reason. A reason without one does not compile. Only what the reader is entitled to know (S-24). */
const sentences: Record<Refusal | 'not-saved' | 'uncertain' | 'closed-to-you' | 'form-incomplete' | 'changed-meanwhile', string> = {
  'nothing-here': 'There is nothing here for you to open. If you are worried about a child, press *Report*.',
  'already-acknowledged': 'A colleague is dealing with this already. Nothing has changed.',
  'already-closed': 'This is closed already. Nothing has changed.',
  'closed-to-you': 'This is closed. If you are still worried, copy your words and press *Report a concern*.',
  'nobody-to-pass-to': 'There is nobody left to pass this to here. Please speak to a colleague in person.',
  'needs-a-reason': 'Please write a reason first. A few words are enough.',
  'needs-words': 'Please write something first.',
  'too-long': 'Please shorten this to 4,000 characters.',
  'not-yours-to-withdraw': 'Only whoever is dealing with this can close it. Press *I’m dealing with it* first.',
  'dsl-must-answer-first': 'The DSL or a deputy has to answer this first. Then it can be closed.',
  'not-saved': `${notSaved} Nothing was opened. Please try again in a minute, and tell a colleague in person.`,
  uncertain: 'It is not certain that this was saved. Please do it again: it counts only once. Until then, tell a colleague in person.',
  'form-incomplete': 'That card is no longer valid. Write *home* to start again.',
  'changed-meanwhile': 'Somebody else changed this at the same moment. Please try again.',
};

export function refusal(reason: keyof typeof sentences): string {
  return sentences[reason];
}
