import type { Directory } from '#bot/graph/directory.ts';
import type { World } from '#domain/decide.ts';
import type { Person, PersonId, SchoolKey } from '#domain/people.ts';
import type { Question, Tile } from '#domain/policy.ts';
import { type Child, type ChildRole, childRoles, type Report, type Subject } from '#domain/report.ts';
import { type Route, route } from '#domain/routing.ts';
import { categoryOf, chosen, flagsOf } from '#domain/tiles.ts';
import type { Inputs } from './inputs.ts';
import { pickerError, readPicker } from './people-fields.ts';
import { readSubjects } from './subjects.ts';

export type FormContext = {
  world: World;
  directory: Directory;
  school: SchoolKey;
  tenantId: string;
  author: Person;
  /** A danger alert is out for this report. */
  danger?: boolean;
  /** Whom that alert was said to be about. */
  about?: Subject[];
};

/** A form made into a report, with its route and walls. `errors` are by input id; a report with errors is shown again, never sent. */
export type Filled = { report: Report; walled: PersonId[]; route: Route; errors: Record<string, string> };

/** How many rows of names one question may grow to. */
export const mostRows = 8;
export const noTile = 'other';

/** Everything that was typed, read against the tile's questions. Nothing is required (S-06), so only what is wrong is an error. */
export function fill(tile: Tile, inputs: Inputs, context: FormContext): Filled {
  const answers = Object.fromEntries(tile.questions.map((question) => [question.key, inputs[`q.${question.key}`]]));
  const children = tile.questions.flatMap((question) => readChildren(question, inputs));
  const read = readSubjects(tile, inputs, children, context);
  const subjects = { ...read, subjects: [...read.subjects, ...(context.about ?? [])] };
  const harmed = readPicker(inputs, 'x.harmed', context);
  const hidden = readPicker(inputs, 'x.hide', context);
  const told = readPicker(inputs, 'x.told', context);
  const flags = {
    ...flagsOf(context.world.ruleSet, tile, answers),
    ...(context.danger === true ? { immediateDanger: 'yes' as const } : {}),
  };
  const category = categoryOf(tile, answers);
  const report: Report = {
    tile: tile.key,
    category,
    answers: [...tile.questions, ...leftOver(tile, context)].flatMap((question) => readAnswer(question, inputs)),
    children,
    subjects: subjects.subjects,
    mine: subjects.mine,
    // Nobody hides a report from themself: they would lose sight of their own receipt.
    hideFrom: hidden.known.map(({ id }) => id).filter((id) => id !== context.author.id),
    harmedAdults: harmed.known.map(({ id }) => id),
    keepNamePrivate: inputs['q.keep-private'] === 'true',
    flags,
    ...onBehalf(inputs),
    ...(told.known[0] === undefined ? {} : { toldInPerson: told.known[0].id }),
    ...message(inputs),
  };
  const pupil = mayBeAboutPupil(tile, children, flags) ? (['pupil'] as const) : [];
  const facts = {
    category,
    flags,
    subjects: [...new Set(subjects.subjects.map(({ kind }) => kind))],
    affected: [...pupil, ...(harmed.known.length > 0 ? (['staff'] as const) : [])],
  };
  const found = route(context.world.ruleSet, facts);
  return {
    report,
    walled: [...new Set([...subjects.walled, ...report.hideFrom])],
    route: tile.private === true ? { ...found, private: true } : found,
    errors: {
      ...subjects.errors,
      ...pickerErrors({ 'x.harmed': harmed, 'x.hide': hidden, 'x.told': told }),
      ...lengthErrors(tile, inputs),
    },
  };
}

/** About an adult, "no child is involved" is believed, so that no more people hear of it than need to (KCSIE, Part four). */
function mayBeAboutPupil(tile: Tile, children: Child[], flags: Report['flags']): boolean {
  if (tile.private === true && children.length === 0 && flags.cp === 'no') return false;
  return tile.subject === 'pupil' || tile.questions.some(({ kind }) => kind === 'children');
}

function pickerErrors(picked: Record<string, ReturnType<typeof readPicker>>): Record<string, string> {
  const found = Object.entries(picked).map(([id, people]) => [id, pickerError(people)] as const);
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** 4,000 characters are two pages: more than anybody needs, and small enough for every card. */
const longest = 4_000;

function lengthErrors(tile: Tile, inputs: Inputs): Record<string, string> {
  const limitOf = (id: string) => tile.questions.find((question) => `q.${question.key}` === id)?.max ?? (id === 'm.text' ? longest : 200);
  const isShown = (id: string) => !id.startsWith('q.') || tile.questions.some(({ key }) => id === `q.${key}` || id.startsWith(`q.${key}.`));
  const tooLong = Object.entries(inputs).filter(([id, value]) => !isPicker(id) && isShown(id) && value.length > limitOf(id));
  return Object.fromEntries(
    tooLong.map(([id, value]) => [
      id,
      `This is ${value.length.toLocaleString('en-GB')} characters long. Please shorten it to ${limitOf(id).toLocaleString('en-GB')}.`,
    ]),
  );
}

const isPicker = (id: string) => id.endsWith('.people') || id === 'x.harmed' || id === 'x.hide' || id === 'x.told' || id === 'm.link';

function readChildren(question: Question, inputs: Inputs): Child[] {
  if (question.kind !== 'children') return [];
  return Array.from({ length: mostRows }, (_, row) => `q.${question.key}.${row}`).flatMap((field) => {
    const name = (inputs[`${field}.name`] ?? '').trim();
    const year = (inputs[`${field}.year`] ?? '').trim();
    if (name === '') return [];
    return [{ name, role: childRole(question, inputs[`${field}.role`]), ...(year === '' ? {} : { year }) }];
  });
}

function childRole(question: Question, given: string | undefined): ChildRole {
  const said = childRoles.find((role) => role === given);
  return said ?? childRoles.find((role) => role === question.role) ?? 'not-known';
}

/** What was written under another tile before going *Back* and pressing *Send now* is said all the same. */
function leftOver(tile: Tile, { world }: FormContext): Question[] {
  const seen = new Set(tile.questions.map(({ key }) => key));
  const others = world.ruleSet.tiles.flatMap(({ questions }) => questions).filter(({ kind }) => kind === 'text' || kind === 'line');
  return others.filter(({ key }) => !seen.has(key) && Boolean(seen.add(key)));
}

/** Question and answer in the words that were on the screen: the record must be readable when the policy has changed. */
function readAnswer(question: Question, inputs: Inputs): Report['answers'] {
  if (question.kind === 'children' || question.kind === 'adult') return [];
  const given = (inputs[`q.${question.key}`] ?? '').trim();
  if (question.kind === 'text' || question.kind === 'line') return given === '' ? [] : [{ question: question.label, answer: given }];
  const choice = chosen(question, { [question.key]: given });
  return choice === undefined ? [] : [{ question: question.label, answer: choice.label }];
}

/** G-41: reported for a volunteer, visitor or parent without an account. */
function onBehalf(inputs: Inputs): Pick<Report, 'onBehalfOf'> {
  const [name, role, contact, toldAt] = ['name', 'role', 'contact', 'when'].map((part) => (inputs[`x.behalf.${part}`] ?? '').trim());
  if (name === undefined || name === '') return {};
  return { onBehalfOf: { name, ...(role ? { role } : {}), ...(contact ? { contact } : {}), ...(toldAt ? { toldAt } : {}) } };
}

/** A reported message: always its link, author and time; its text only when the tick was left on. */
function message(inputs: Inputs): Pick<Report, 'message'> {
  if (inputs['m.at'] === undefined && inputs['m.link'] === undefined && inputs['m.text'] === undefined) return {};
  const pairs = { link: inputs['m.link'], sentAt: inputs['m.at'], author: inputs['m.author'], authorName: inputs['m.author-name'] };
  const text = inputs['m.keep'] === 'true' ? inputs['m.text'] : undefined;
  const all = Object.entries({ ...pairs, text }).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '');
  return { message: Object.fromEntries(all) };
}
