import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type * as Library from 'adaptivecards';

// The package is CommonJS without a main that Node finds: only this path loads.
const AC = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards') as typeof Library;

// Why: Microsoft's checker knows neither Teams' people picker (`choices.data`), nor that its own `choices` may be empty, nor the charts and
// bars that Teams draws (each must bring a fallback). Its test of `lang` remembers where it last matched, so that every second right value fails.
const known = [
  /Unknown element type "(Chart\.|ProgressBar)/,
  /choices\.data/,
  /must have at least one choice/i,
  /no choices/i,
  /"en" for property "lang"/,
];

/** Fails unless Microsoft's own renderer reads the whole card as version 1.5, and every input has a label and an id of its own. */
export function checkCard(card: unknown): void {
  const context = new AC.SerializationContext(AC.Versions.v1_5);
  const parsed = new AC.AdaptiveCard();
  parsed.parse(card, context);
  const parsing = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
  const validating = parsed.validateProperties().validationEvents.map((event) => event.message);
  const problems = [...parsing, ...validating].filter((message) => !known.some((pattern) => pattern.test(message)));
  assert.deepEqual(problems, []);
  for (const part of partsOf(card).filter(({ type }) => /^(Chart\.|ProgressBar)/.test(String(type))))
    assert.ok(part.fallback !== undefined, `${part.type} without a fallback`);
  const inputs = partsOf(card).filter((part) => String(part.type).startsWith('Input.'));
  for (const input of inputs)
    assert.ok(
      input.id !== undefined && (input.isVisible === false || (input.label ?? input.title) !== undefined),
      `an input without id or label: ${input.id}`,
    );
  assert.equal(new Set(inputs.map((input) => input.id)).size, inputs.length, 'two inputs have the same id');
}

type Part = Record<string, unknown>;

/** Every element and action of a card, however deep. */
export function partsOf(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  const part = value as Part;
  return [...(typeof part.type === 'string' ? [part] : []), ...Object.values(part).flatMap(partsOf)];
}

/** All that a card says, one text a line. */
export function textOf(card: unknown): string {
  return partsOf(card)
    .flatMap((part) => [part.text, part.label, part.title, part.placeholder])
    .filter((text) => typeof text === 'string')
    .join('\n');
}
