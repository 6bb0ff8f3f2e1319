import type { CardView } from './card-view.ts';
import { parts } from './rules.ts';
import type { Json, World } from './world.ts';

/** What a person may type wrongly on a card; its message is for the writer of a test. */
export class NotOnTheCard extends Error {}

const refuse = (message: string): never => {
  throw new NotOnTheCard(message);
};

type Typed = Record<string, string>;

function checkTyped(world: World, view: CardView, typed: Typed): void {
  for (const [id, value] of Object.entries(typed)) {
    const input =
      view.inputs.find((one) => one.id === id) ??
      refuse(`There is no input "${id}" on this card. It has: ${view.inputs.map((one) => one.id).join(', ') || 'none'}`);
    const chosen = input.multiple ? value.split(',').filter(Boolean) : [value].filter(Boolean);
    const offered = input.people ? world.accounts.map((account) => account.id) : [];
    const missing =
      input.type === 'Input.ChoiceSet'
        ? chosen.find((one) => ![...offered, ...input.choices.map((choice) => choice.value)].includes(one))
        : undefined;
    if (missing !== undefined) refuse(`"${missing}" is not among the choices of "${id}"`);
  }
}

/** Rules that the client itself enforces before anything is sent. */
function checkRules(input: Json, value: string | undefined): void {
  if (input.isRequired === true && (value === undefined || value === '')) refuse(`The card does not send: "${input.id}" is required`);
  if (value === undefined || value === '') return;
  if (typeof input.maxLength === 'number' && value.length > input.maxLength)
    refuse(`"${input.id}" takes at most ${input.maxLength} characters`);
  if (typeof input.regex === 'string' && !new RegExp(input.regex).test(value))
    refuse(`The card does not send: "${input.id}" does not match its pattern`);
  const [least, most] = [input.min, input.max].map((limit) => (limit === undefined ? undefined : String(limit)));
  const isNumber = input.type === 'Input.Number';
  const before = (a: string, b: string) => (isNumber ? Number(a) < Number(b) : a < b);
  if ((least !== undefined && before(value, least)) || (most !== undefined && before(most, value)))
    refuse(`The card does not send: "${input.id}" is out of range`);
}

/** The value that is sent for an input, or undefined when an empty one is left out. */
function sentFor(input: Json, typed: string | undefined): string | undefined {
  const value = typed ?? (input.value === undefined ? '' : String(input.value));
  if (input.type === 'Input.Toggle') return value === '' ? String(input.valueOff ?? 'false') : value;
  if (input.type === 'Input.Text') return value;
  return value === '' ? undefined : value;
}

/** The answers of the whole card, hidden inputs and defaults included, as the client sends them with a button. */
export function collectInputs(world: World, view: CardView, action: Json, typed: Typed): Json {
  checkTyped(world, view, typed);
  if (action.associatedInputs === 'none') return {};
  const inputs = [...parts(view.card)].filter((part) => String(part.type).startsWith('Input.'));
  const answers: Json = {};
  for (const input of inputs) {
    const value = sentFor(input, typed[String(input.id)]);
    checkRules(input, value);
    if (value !== undefined) answers[String(input.id)] = value;
  }
  return answers;
}
