import { dslIsAsked } from './asked.ts';
import type { Incident, IncidentEvent } from './incident.ts';
import { skipToNextRung } from './ladder.ts';
import type { PersonId } from './people.ts';
import type { RuleSet } from './policy.ts';
import { rolesAt } from './roles.ts';
import type { Settings } from './settings.ts';
import type { Givens } from './time.ts';

/** What a gate may look at besides the incident: this school's set-up and rules, the time, fresh ids. */
export type World = Givens & {
  settings: Settings;
  ruleSet: RuleSet;
  /** Those entered in a role, or standing in, who have left the school. An alert that does not reach them climbs on; what cannot climb passes them over. */
  gone?: readonly PersonId[];
};

/** Why a command is refused. Every reason has its sentence in `cards/refusal.card.ts`, or that file does not compile. */
export const refusals = [
  'nothing-here',
  'already-acknowledged',
  'already-closed',
  'nobody-to-pass-to',
  'needs-a-reason',
  'needs-words',
  'too-long',
  'not-yours-to-withdraw',
  'dsl-must-answer-first',
] as const;
export type Refusal = (typeof refusals)[number];

export type Decision = { kind: 'accepted'; events: IncidentEvent[] } | { kind: 'unchanged' } | { kind: 'refused'; reason: Refusal };

export const accept = (...events: IncidentEvent[]): Decision => ({ kind: 'accepted', events });
export const refuse = (reason: Refusal): Decision => ({ kind: 'refused', reason });

const longest = 4_000;

/** DSL, deputy, or whoever stands in for one: the only people who stop a ladder with danger, cp, prevent or child imagery (S-03). */
export function inDslTeam(world: World, person: PersonId): boolean {
  return rolesAt(world.settings, person, world.now).some((role) => role === 'dsl' || role === 'deputy-dsl');
}

/** The head and senior leaders may act as DSL when they say so (S-03). */
export function mayActAsDsl(world: World, person: PersonId): boolean {
  return rolesAt(world.settings, person, world.now).some((role) => role === 'headteacher' || role === 'slt');
}

/** Which open tellings this person's "I'm dealing with it" stops: those they were asked by or hold the role of, S-03 permitting. */
function stoppable(incident: Incident, actor: PersonId, acting: boolean, world: World): number[] {
  const held = rolesAt(world.settings, actor, world.now);
  const fit = inDslTeam(world, actor) || (acting && mayActAsDsl(world, actor));
  return incident.tellings.flatMap((telling, i) => {
    if (telling.taken !== undefined) return [];
    const asked = telling.people.includes(actor) || held.includes(telling.role);
    const dslPart = fit && telling.dslMustAnswer;
    return (asked || dslPart) && (fit || !telling.dslMustAnswer) ? [i] : [];
  });
}

/** "I'm dealing with it". Twice by the same person is once; a second person is told who was first. */
export function decideAcknowledge(incident: Incident, actor: PersonId, acting: boolean, world: World): Decision {
  if (incident.status === 'closed') return refuse('already-closed');
  const tellings = stoppable(incident, actor, acting, world);
  const by = { at: world.now, by: actor };
  const as = acting && mayActAsDsl(world, actor) ? 'acting-dsl' : 'holder';
  if (tellings.length > 0) return accept({ type: 'acknowledged', ...by, tellings, as });
  if (incident.tellings.some((telling) => telling.taken?.by === actor)) return { kind: 'unchanged' };
  if (incident.tellings.every((telling) => telling.taken !== undefined)) return refuse('already-acknowledged');
  if (incident.answered.includes(actor)) return { kind: 'unchanged' };
  return accept({ type: 'acknowledged', ...by, tellings: [], as: 'self-only' });
}

/** "I can't: pass it on". Needs a reason; the next people are asked at once. */
export function decidePassOn(incident: Incident, actor: PersonId, reason: string, world: World): Decision {
  if (incident.status === 'closed') return refuse('already-closed');
  if (reason.trim() === '') return refuse('needs-a-reason');
  if (reason.length > longest) return refuse('too-long');
  if (incident.passedOn.includes(actor)) return { kind: 'unchanged' };
  const mine = incident.tellings.flatMap((telling, i) => {
    const theirs = telling.taken === undefined ? telling.people.includes(actor) : telling.taken.by === actor;
    const climb = skipToNextRung(telling.climb, world.now);
    return theirs ? [{ telling: i, climb }] : [];
  });
  if (mine.length === 0) return refuse(incident.taken === undefined ? 'nobody-to-pass-to' : 'already-acknowledged');
  return accept({ type: 'passed-on', at: world.now, by: actor, tellings: mine, reason: reason.trim() });
}

/** "Something has changed": the reporter adds; what was said first stays visible. */
export function decideAdd(incident: Incident, actor: PersonId, text: string, world: World): Decision {
  if (incident.status === 'closed') return refuse('already-closed');
  if (text.trim() === '') return refuse('needs-words');
  if (text.length > longest) return refuse('too-long');
  return accept({ type: 'added', at: world.now, by: actor, text: text.trim() });
}

/** What whoever deals with it has done or decided so far: stops the chase for a first decision. */
export function decideNote(incident: Incident, actor: PersonId, text: string, world: World): Decision {
  if (incident.status === 'closed') return refuse('already-closed');
  if (text.trim() === '') return refuse('needs-words');
  if (text.length > longest) return refuse('too-long');
  return accept({ type: 'noted', at: world.now, by: actor, text: text.trim() });
}

/**
 * Raised by mistake: only whoever deals with it may close it so, as its owner or of the DSL team, with a reason; the record stays.
 * Never while the DSL's own answer is awaited (S-03).
 */
export function decideWithdraw(incident: Incident, actor: PersonId, reason: string, world: World): Decision {
  if (incident.status === 'closed') return refuse('already-closed');
  if (!mayWithdraw(incident, actor, world)) return refuse('not-yours-to-withdraw');
  if (dslIsAsked(incident)) return refuse('dsl-must-answer-first');
  if (reason.trim() === '') return refuse('needs-a-reason');
  if (reason.length > longest) return refuse('too-long');
  return accept({ type: 'withdrawn', at: world.now, by: actor, reason: reason.trim() });
}

/** Whoever deals with it, where they are of the role that owns it, or lead on safeguarding. */
export function mayWithdraw(incident: Incident, actor: PersonId, world: World): boolean {
  if (incident.taken?.by !== actor) return false;
  return inDslTeam(world, actor) || rolesAt(world.settings, actor, world.now).includes(incident.route.owner);
}

/** The reporter's answer to "Have you rung …?": it counts as a telephone call, never as told. */
export function decidePhoneAnswer(incident: Incident, actor: PersonId, answer: 'spoke' | 'no-answer', world: World): Decision {
  if (incident.phone === undefined || incident.status === 'closed') return refuse('already-closed');
  if (incident.phone.answer === 'spoke' || incident.phone.answer === answer) return { kind: 'unchanged' };
  return accept({ type: 'phone-answered', at: world.now, by: actor, role: incident.phone.role, answer });
}
