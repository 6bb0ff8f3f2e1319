import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { verbs } from '#cards/verbs.ts';
import { checkCard, partsOf, textOf } from '#test/support/check-card.ts';
import { samples } from './samples/all.ts';
import { type Sample, said } from './samples/sample.ts';

/** Drawn as a message of plain text, not as a card. */
const textOnly = ['apology.card.ts', 'refusal.card.ts', 'rim.card.ts', 'stranger.card.ts'];

/** Bytes in UTF-16; Teams draws up to 100,000. So long only with every text at its limit, and sixteen children. */
const larger: Record<string, number> = { 'report-questions.card.ts': 70_000, 'case.card.ts': 70_000 };

type Part = ReturnType<typeof partsOf>[number];
const isAction = (part: Part) => String(part.type).startsWith('Action.');
const isInput = (part: Part) => String(part.type).startsWith('Input.');
const dataOf = (part: Part) => (part.data ?? {}) as Record<string, unknown>;
const sizeOf = (card: unknown) => Buffer.byteLength(JSON.stringify(card), 'utf16le');

/** What must be true of every card, and how to find where it is not. */
const rules: [sentence: string, wrong: (sample: Sample) => unknown[]][] = [
  [
    'says in which language it is, and aloud what it is',
    ({ draw }) => {
      const { lang, speak = '' } = draw();
      return lang.startsWith('en') && speak.trim() !== '' && !/[*_\\]/.test(speak) ? [] : [speak];
    },
  ],
  ['wraps every line', ({ draw }) => partsOf(draw()).filter((part) => part.type === 'TextBlock' && part.wrap !== true)],
  ['has no empty line', ({ draw }) => partsOf(draw()).filter((part) => part.type === 'TextBlock' && String(part.text).trim() === '')],
  [
    'labels every field that is seen',
    ({ draw }) => partsOf(draw()).filter((part) => isInput(part) && part.isVisible !== false && !(part.label ?? part.title)),
  ],
  ['requires no field, so that no button is blocked', ({ draw }) => partsOf(draw()).filter((part) => part.isRequired !== undefined)],
  [
    'gives each id once',
    ({ draw }) => {
      const ids = partsOf(draw()).flatMap((part) => (part.id === undefined ? [] : [part.id]));
      return ids.filter((id, i) => ids.indexOf(id) !== i);
    },
  ],
  [
    'shows or hides only what is there',
    ({ draw }) => {
      const parts = partsOf(draw());
      const ids = new Set(parts.map((part) => part.id));
      return parts.flatMap((part) => (part.targetElements as string[] | undefined) ?? []).filter((target) => !ids.has(target));
    },
  ],
  [
    'describes every picture, or says that it is only decoration',
    ({ draw }) => partsOf(draw()).filter((part) => part.type === 'Image' && typeof part.altText !== 'string'),
  ],
  ['names every button', ({ draw }) => partsOf(draw()).filter((part) => isAction(part) && !part.title)],
  [
    'has only buttons that are answered',
    ({ draw }) =>
      partsOf(draw()).filter(
        (part) => ['Action.Execute', 'Action.Submit'].includes(String(part.type)) && !verbs.some((verb) => verb === dataOf(part).verb),
      ),
  ],
  [
    'carries ids and choices in its buttons, never a name or words',
    ({ draw }) =>
      partsOf(draw())
        .filter(isAction)
        .filter((part) => {
          const { msteams: _opens, ...data } = dataOf(part);
          const text = JSON.stringify(data);
          return said.some((word) => text.includes(word)) || Object.values(data).some((value) => /\s/.test(String(value)));
        }),
  ],
  [
    'is small enough for Teams with room to spare',
    ({ draw, file }) => [sizeOf(draw())].filter((bytes) => bytes > (larger[file] ?? 50_000)),
  ],
  ['says nothing that is missing', ({ draw }) => /undefined|null|NaN|\[object/.exec(textOf(draw())) ?? []],
];

describe('every card', () => {
  it('has a sample that is checked here', () => {
    const files = readdirSync('cards').filter((name) => name.endsWith('.card.ts') && !textOnly.includes(name));
    assert.deepEqual(
      files.filter((name) => !samples.some((sample) => sample.file === name)),
      [],
    );
  });

  it('is drawn at least once by each function that draws one', () => {
    const drawn = samples.map(({ draw }) => draw.toString()).join('\n');
    const exported = readdirSync('cards')
      .filter((name) => name.endsWith('.card.ts'))
      .flatMap((name) =>
        [...readFileSync(`cards/${name}`, 'utf8').matchAll(/^export function (\w+)\([^)]*\): Card/gms)].map(([, fn]) => fn ?? ''),
      );
    assert.ok(exported.length > 20);
    assert.deepEqual(
      exported.filter((fn) => !drawn.includes(fn)),
      [],
    );
  });

  it('is one that Microsoft’s own renderer reads as version 1.5', () => {
    for (const { draw } of samples) checkCard(draw());
  });

  for (const [sentence, wrong] of rules) {
    it(sentence, () => {
      const found = samples.flatMap((sample) => wrong(sample).map((what) => `${sample.file}, ${sample.what}: ${JSON.stringify(what)}`));
      assert.deepEqual(found.slice(0, 5), []);
    });
  }
});
