import assert from 'node:assert/strict';
import { apology } from '#cards/apology.card.ts';
import { refusal } from '#cards/refusal.card.ts';
import { apologyText, onlyInAWindow, outdatedText } from '#cards/rim.card.ts';
import { tenantWarning } from '#cards/setup-words.ts';
import { stepWords } from '#cards/step-words.ts';
import { strangerText } from '#cards/stranger.card.ts';
import { refusals } from '#domain/decide.ts';
import { stepKeys } from '#domain/steps.ts';
import { textOf } from '#test/support/check-card.ts';
import { samples } from './samples/all.ts';

const messages = [apology('7K3M'), apologyText(), onlyInAWindow(), outdatedText(), strangerText('Larkfield'), ...refusals.map(refusal)];
const lines = new Set(
  [...samples.map(({ draw }) => textOf(draw())), ...messages, ...stepKeys.map(stepWords)]
    .flatMap((text) => text.split('\n'))
    .filter((line) => line !== tenantWarning),
);

const rules: [sentence: string, never: RegExp, such: string][] = [
  ['does not guess who is a man or a woman', /\b(s?he|him|hers?|his|himself|herself)\b/i, 'Go to her now.'],
  [
    'blames nobody',
    /\b(you (failed|forgot|should have|did not bother)|(?<!not )your (fault|mistake)|wrongly|careless|incorrect|must not have)\b/i,
    'You forgot a name.',
  ],
  [
    'is free of the words of computing and offices',
    /\b(invalid|errors?|denied|unauthori[sz]ed|submit(ted)?|click|tap here|payload|database|server|timeout|escalat\w+|workflow|tickets?|stakeholders?|users?|utili[sz]e|asap|fyi|tenant|json|id)\b/i,
    'Please submit the ticket.',
  ],
  [
    'is British',
    /\b(\w+iz(e|ed|ing|ation)|behaviors?|colors?|centers?|program|gotten|grade|principal|recess|cell ?phone)\b/i,
    'The behavior.',
  ],
  ['calls the action by its one name', /\breport (a|an|your|my) (worry|incident|issue|problem)\b/i, 'Report a worry'],
  [
    'does not shout, but for what must be seen',
    /\b(?!URGENT|NOT|CSV|SENT|SAVED|DSL|SENCO|LADO|CPOMS|INSET|NSPCC|CEOP|KCSIE|UKCIS|PCSO|GDPR|UK|OS|ICO|AI|ID|IT|PIN|QR|VPN|USB|CSC|SLT|TV|DPO|MTX|QTX)[A-Z]{2,}\b/,
    'PLEASE ANSWER',
  ],
  ['ends no sentence with a mark of excitement', /!/, 'Thank you!'],
];

describe('everything that people read', () => {
  for (const [sentence, never, such] of rules) {
    it(sentence, () => {
      assert.match(such, never);
      assert.deepEqual(
        [...lines].filter((line) => never.test(line)),
        [],
      );
    });
  }
});
