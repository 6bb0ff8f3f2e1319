import fc from 'fast-check';
import { decideRaise, decideReport } from '#domain/begin.ts';
import {
  type Decision,
  decideAcknowledge,
  decideAdd,
  decideNote,
  decidePassOn,
  decidePhoneAnswer,
  decideWithdraw,
  type World,
} from '#domain/decide.ts';
import type { Incident } from '#domain/incident.ts';
import { minutesAfter } from '#domain/minutes.ts';
import type { PersonId } from '#domain/people.ts';
import { subjectKinds } from '#domain/policy-keys.ts';
import { route } from '#domain/routing.ts';
import { sightOf } from '#domain/visibility.ts';
import { patel, reportOf, type Sending, sendingOf, settings, vaughan } from './incident-world.ts';
import { dslFirst, ruleSets } from './rule-sets.ts';
import { ali, cole, lowe, shah, vice } from './set-up-people.ts';

const everybody = [patel, shah, cole, lowe, ali, vice, vaughan];
const who = fc.constantFrom(...everybody);
const walls = fc.uniqueArray(fc.constantFrom(shah, cole, lowe, ali, vaughan), { maxLength: 2 });
const words = fc.constantFrom('I am out', '', 'x'.repeat(4_001));

/** One thing that somebody does, or that the worker meets, so many minutes after the one before. */
export type Command = { after: number; by: PersonId } & (
  | { type: 'raise'; walled: PersonId[] }
  | { type: 'send'; given: Partial<Sending> }
  | { type: 'take'; acting: boolean }
  | { type: 'pass-on' | 'add' | 'note' | 'withdraw'; text: string }
  | { type: 'rang'; answer: 'spoke' | 'no-answer' }
  | { type: 'look' }
);

const sending = fc.constantFrom(...ruleSets).chain(({ categories }) =>
  fc.record({
    category: fc.constantFrom(...categories.map(({ key }) => key)),
    subjects: fc.uniqueArray(fc.constantFrom(...subjectKinds), { maxLength: 2 }),
    walled: walls,
    flags: fc.constantFrom({}, { cp: 'yes' as const }, { immediateDanger: 'yes' as const }, { childImagery: 'unsure' as const }),
    report: fc.record({ mine: fc.boolean(), keepNamePrivate: fc.boolean() }).map((change) => ({ ...change })),
  }),
);
const timing = { after: fc.constantFrom(0, 1, 5, 10, 31, 61, 300, 1_500, 5_000), by: who };
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ ...timing, type: fc.constant('send' as const), given: sending }) },
  { weight: 3, arbitrary: fc.record({ ...timing, type: fc.constant('take' as const), acting: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      ...timing,
      type: fc.constantFrom('pass-on' as const, 'add' as const, 'note' as const, 'withdraw' as const),
      text: words,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      ...timing,
      type: fc.constant('rang' as const),
      answer: fc.constantFrom('spoke' as const, 'no-answer' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ ...timing, type: fc.constant('look' as const) }) },
);
/** How it begins, by whom, and when: any hour of three weeks around a half term. */
export const story = fc.record({
  start: fc.integer({ min: 0, max: 21 * 24 * 60 }).map((minutes) => minutesAfter('2026-10-19T00:00:00.000Z', minutes)),
  reporter: fc.constantFrom(patel, shah, lowe),
  rules: fc.nat({ max: ruleSets.length - 1 }),
  chairHasAccount: fc.boolean(),
  first: fc.oneof(
    fc.record({ type: fc.constant('raise' as const), walled: walls }),
    fc.record({ type: fc.constant('send' as const), given: sending }),
  ),
  commands: fc.array(command, { maxLength: 10 }),
});
export type Story = typeof story extends fc.Arbitrary<infer S> ? S : never;

export function worldOf({ rules, chairHasAccount, start }: Story, newId: () => string): World {
  const ruleSet = ruleSets[rules] ?? dslFirst;
  const holders = chairHasAccount ? settings.holders : { ...settings.holders, chair: [] };
  const outsiders = chairHasAccount ? {} : { chair: { name: 'Mr Ali', phone: '01632 960 140' } };
  return { now: start, newId, ruleSet, settings: { ...settings, holders, outsiders } };
}

export function begin(first: Story['first'], reporter: PersonId, world: World): Decision {
  if (first.type === 'send') return decideReport(undefined, sendingFor(first.given, reporter, world), world);
  const facts = {
    category: 'child-protection-complaint',
    flags: { immediateDanger: 'yes' as const },
    subjects: [],
    affected: ['pupil' as const],
  };
  return decideRaise(undefined, { reporter, about: [], walled: first.walled, route: route(world.ruleSet, facts) }, world);
}

/** What the handlers ask before any gate: may this person see it at all, and as more than its reporter? */
function isLet({ type, by }: Command, incident: Incident, world: World): boolean {
  const sight = sightOf(incident, by, world.settings, world.now);
  if (type === 'add') return by === incident.reporter && sight !== undefined && sight !== 'own-frozen';
  if (type === 'note' || type === 'withdraw') return sight === 'case';
  return (type !== 'take' && type !== 'pass-on') || sight === 'case' || sight === 'welfare';
}

/** What a gate says to it. Reports name categories of either rule set: those that this one lacks are sent as something else. */
export function decide(command: Command, incident: Incident, world: World): Decision {
  if (!isLet(command, incident, world)) return { kind: 'refused', reason: 'nothing-here' };
  switch (command.type) {
    case 'raise':
    case 'send':
      return command.type === 'raise'
        ? { kind: 'unchanged' }
        : decideReport(incident, sendingFor(command.given, incident.reporter, world), world);
    case 'take':
      return decideAcknowledge(incident, command.by, command.acting, world);
    case 'pass-on':
      return decidePassOn(incident, command.by, command.text, world);
    case 'add':
      return decideAdd(incident, command.by, command.text, world);
    case 'note':
      return decideNote(incident, command.by, command.text, world);
    case 'withdraw':
      return decideWithdraw(incident, command.by, command.text, world);
    case 'rang':
      return decidePhoneAnswer(incident, incident.reporter, command.answer, world);
    case 'look':
      return { kind: 'unchanged' };
  }
}

function sendingFor(given: Partial<Sending>, reporter: PersonId, world: World) {
  const known = world.ruleSet.categories.some(({ key }) => key === given.category);
  const category = known ? given.category : 'suspicious-use';
  const mine = given.report?.mine === true;
  const walled = mine ? [...(given.walled ?? []), reporter] : (given.walled ?? []);
  const sent = sendingOf({ ...given, category: category ?? 'suspicious-use', reporter, walled }, world);
  return { ...sent, report: { ...reportOf(sent.report), mine } };
}
