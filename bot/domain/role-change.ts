import type { PersonId, Role } from './people.ts';
import { holdersOf, isVacant } from './roles.ts';
import { type Assignment, assignmentOf, evolve, type Pending, type SetUp, type SetUpEvent } from './set-up.ts';
import { type Notice, refused, type SetUpCommand, type SetUpDecision } from './set-up-command.ts';
import type { Settings } from './settings.ts';
import type { Instant } from './time.ts';

/**
 * Who may agree to a change of this role: the headteacher, and for the headteacher's own role the chair (S-21). Never the one who
 * proposed it. Where that leaves nobody, the next in line: the chair, or the vice-chair. Empty: it must wait until one is named.
 */
export function confirmers(settings: Settings, role: Role, proposer: PersonId): PersonId[] {
  const line: Role[] = role === 'headteacher' ? ['chair', 'vice-chair'] : ['headteacher', 'chair'];
  const able = line.map((second) => holdersOf(settings, second).filter((person) => person !== proposer));
  return able.find((people) => people.length > 0) ?? [];
}

/** A vacant role is given at once, unless to the administrator themself; every other change waits for a second person (S-21). */
export function decideRole(setUp: SetUp, command: { id: string; role: Role; to: Assignment }, by: PersonId, now: Instant): SetUpDecision {
  const { role, to, id: change } = command;
  const before = assignmentOf(setUp.settings, role);
  if (sameAssignment(before, to)) return { kind: 'unchanged' };
  const atOnce = isVacant(setUp.settings, role) && !to.holders.includes(by);
  const event: SetUpEvent = { at: now, by, type: atOnce ? 'role-given' : 'role-proposed', change, role, to };
  const asked: Notice = atOnce
    ? { about: 'role-named', change, role, to: to.holders }
    : { about: 'role-confirm', change, role, to: confirmers(setUp.settings, role, by) };
  return accepted(setUp, event, [asked]);
}

/** The second person agrees or not; or the person named says whether it is right that they hold the role. */
export function decideAnswer(
  setUp: SetUp,
  command: Extract<SetUpCommand, { type: 'answer-role' }>,
  by: PersonId,
  now: Instant,
): SetUpDecision {
  const entries = setUp.pending.filter((entry) => entry.change === command.change);
  const named = entries.find((entry) => entry.kind === 'named' && entry.person === by);
  if (named !== undefined) return answerNamed(setUp, named, command.agree, now, by);
  const proposed = entries.find((entry) => entry.kind === 'proposed');
  if (proposed === undefined) return refused('nothing-to-answer');
  if (proposed.by === by) return refused('own-proposal');
  if (!confirmers(setUp.settings, proposed.role, proposed.by).includes(by)) return refused('nothing-to-answer');
  return answerProposed(setUp, proposed, command.agree, now, by);
}

function answerNamed(setUp: SetUp, entry: Pending, agree: boolean, now: Instant, by: PersonId): SetUpDecision {
  const { change, role } = entry;
  const event: SetUpEvent = { at: now, by, type: agree ? 'role-accepted' : 'role-declined', change, role };
  return accepted(setUp, event, agree ? [] : [{ about: 'role-change', change, role, to: [entry.by] }]);
}

function answerProposed(
  setUp: SetUp,
  entry: Extract<Pending, { kind: 'proposed' }>,
  agree: boolean,
  now: Instant,
  by: PersonId,
): SetUpDecision {
  const { change, role, to } = entry;
  if (!agree) {
    return accepted(setUp, { at: now, by, type: 'role-refused', change, role }, [{ about: 'role-change', change, role, to: [entry.by] }]);
  }
  // Old and new holders are told (S-21), and whoever proposed it.
  const told = [...new Set([...holdersOf(setUp.settings, role), ...to.holders, entry.by])];
  return accepted(setUp, { at: now, by, type: 'role-agreed', change, role, to }, [{ about: 'role-change', change, role, to: told }]);
}

/** Adds a request to whoever becomes able to agree through this very event: a proposal may have been waiting for a headteacher. */
function accepted(setUp: SetUp, event: SetUpEvent, notices: Notice[]): SetUpDecision {
  const after = evolve(setUp, event);
  const newlyAsked = after.pending.flatMap((entry): Notice[] => {
    if (entry.kind !== 'proposed' || !setUp.pending.includes(entry)) return [];
    const before = confirmers(setUp.settings, entry.role, entry.by);
    const to = confirmers(after.settings, entry.role, entry.by).filter((person) => !before.includes(person));
    return [{ about: 'role-confirm', change: entry.change, role: entry.role, to }];
  });
  return { kind: 'accepted', events: [event], notices: [...notices, ...newlyAsked].filter((notice) => notice.to.length > 0) };
}

function sameAssignment(a: Assignment, b: Assignment): boolean {
  const people = a.holders.length === b.holders.length && a.holders.every((person, place) => person === b.holders[place]);
  return people && a.outsider?.name === b.outsider?.name && a.outsider?.phone === b.outsider?.phone;
}
