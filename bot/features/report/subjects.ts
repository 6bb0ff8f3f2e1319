import { isTitled, mayBeMeant } from '#domain/named.ts';
import type { Person, PersonId } from '#domain/people.ts';
import type { SubjectKind, Tile } from '#domain/policy.ts';
import type { Child, Subject } from '#domain/report.ts';
import { subjectKindOf } from '#domain/subject-kind.ts';
import type { FormContext } from './fill.ts';
import type { Inputs } from './inputs.ts';
import { readPicker } from './people-fields.ts';

type Subjects = { subjects: Subject[]; walled: PersonId[]; mine: boolean; errors: Record<string, string> };

/** "Whose behaviour worries you?" (S-11): adults picked or typed, me, the children named so, and the author of a reported message (S-14). */
export function readSubjects(tile: Tile, inputs: Inputs, children: Child[], context: FormContext): Subjects {
  const adultFields = ['x.adult', ...tile.questions.filter((question) => question.kind === 'adult').map((question) => `q.${question.key}`)];
  const read = adultFields.map((field) => readAdult(field, inputs, context));
  const mine = read.some((entry) => entry.mine);
  const adults = [...read.flatMap((entry) => entry.subjects), ...(mine ? [ofPerson(context.author, context)] : [])];
  const blamed = children.filter(({ role }) => role === 'may-have-done' || role === 'both').map(({ name }) => name);
  const pupils = blamed.filter((name) => !isTitled(name)).map((name): Subject => ({ kind: 'pupil', name }));
  const misplaced = blamed.filter(isTitled);
  const author = messageAuthor(inputs, context);
  const found = [
    ...adults,
    ...misplaced.flatMap((name) => namedAdults(name, meantBy(name, context), context)),
    ...pupils,
    ...(author === undefined ? [] : [author]),
  ];
  const meant = [...read.map(({ typed }) => typed), ...misplaced].flatMap((typed) => meantBy(typed, context));
  return {
    subjects: found.length > 0 ? distinct(found) : unnamed(tile.subject),
    walled: [...new Set([...found.flatMap(({ person }) => (person === undefined ? [] : [person])), ...meant])],
    mine,
    errors: Object.assign({}, ...read.map((entry) => entry.errors)),
  };
}

const meantBy = (typed: string, { directory, school, world }: FormContext) => mayBeMeant(typed, directory.people(school), world.settings);

const unnamed = (kind: SubjectKind | undefined): Subject[] => (kind === undefined ? [] : [{ kind }]);

function readAdult(field: string, inputs: Inputs, context: FormContext) {
  const picked = readPicker(inputs, `${field}.people`, context);
  const typed = (inputs[`${field}.name`] ?? '').trim();
  const errors: Record<string, string> = {};
  if (picked.malformed) errors[`${field}.people`] = 'Please choose people from the list that opens while you type.';
  if (picked.unknown.length > 0 && typed === '') {
    errors[`${field}.name`] = 'Somebody you chose is not on the school’s list. They are kept; please type their name here as well.';
  }
  const known = picked.known.filter((person) => person.id !== context.author.id).map((person) => ofPerson(person, context));
  const unknown = picked.unknown.map((person): Subject => ({ kind: 'staff-member', person, name: typed }));
  const meant = meantBy(typed, context);
  const byName = typed === '' ? [] : namedAdults(typed, meant, context);
  const mine = inputs[`${field}.me`] === 'true' || picked.known.some((person) => person.id === context.author.id);
  return { subjects: [...known, ...unknown, ...(unknown.length > 0 ? [] : byName)], typed, mine, errors };
}

/** A typed name that may mean somebody of the school takes that person's route; otherwise it is some adult of the school. */
function namedAdults(typed: string, meant: PersonId[], context: FormContext): Subject[] {
  const people = meant.map((id) => context.directory.person(context.school, id)).filter((person) => person !== undefined);
  if (people.length === 0) return [{ kind: 'staff-member', name: typed }];
  return people.map((person) => ({ ...ofPerson(person, context), name: typed }));
}

const ofPerson = (person: Person, context: FormContext): Subject => ({
  kind: subjectKindOf(person, context.world.settings),
  person: person.id,
});

/** S-14: possibly involved until ruled out. Somebody who is not on the school's list is taken for a pupil. */
function messageAuthor(inputs: Inputs, context: FormContext): Subject | undefined {
  const id = inputs['m.author'];
  if (id === undefined || !id.startsWith(`${context.tenantId}:`) || id === context.author.id) return undefined;
  const person = context.directory.person(context.school, id);
  return person === undefined ? { kind: 'pupil', person: id, name: inputs['m.author-name'] ?? '' } : ofPerson(person, context);
}

function distinct(subjects: Subject[]): Subject[] {
  return subjects.filter(
    (subject, i) => subjects.findIndex((other) => other.person === subject.person && other.name === subject.name) === i,
  );
}
