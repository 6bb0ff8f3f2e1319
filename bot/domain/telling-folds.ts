import { isTask } from './asked.ts';
import type { Incident, IncidentEvent, TellingState } from './incident.ts';
import { climbed } from './ladder.ts';

type Of<Type extends IncidentEvent['type']> = Extract<IncidentEvent, { type: Type }>;

export function onTelling(incident: Incident, index: number, change: (telling: TellingState) => TellingState): Incident {
  return { ...incident, tellings: incident.tellings.map((telling, i) => (i === index ? change(telling) : telling)) };
}

/** Who deals with it follows from the tellings: whoever answered for the part that leads, else whoever answered first. */
function settled({ taken: _before, ...incident }: Incident): Incident {
  const { tellings } = incident;
  const taken = earliest(tellings.filter((telling, i) => leads(incident, telling, i))) ?? earliest(tellings);
  if (incident.reportedAt === undefined) return { ...incident, status: 'raised', ...(taken === undefined ? {} : { taken }) };
  return taken === undefined ? { ...incident, status: 'reported' } : { ...incident, status: 'acknowledged', taken };
}

/** The DSL leads where only the DSL's answer counts (S-03); about an adult, and everywhere else, the owner does. */
function leads({ route, tellings }: Pick<Incident, 'route' | 'tellings'>, telling: TellingState, index: number): boolean {
  const dslLeads = !route.private && tellings.some(({ dslMustAnswer }) => dslMustAnswer);
  return dslLeads ? telling.dslMustAnswer : index === 0;
}

/** To have taken the child's welfare or a task only is not to deal with the case (duties G-27, S-19). */
function earliest(tellings: TellingState[]): Incident['taken'] {
  const answers = tellings.flatMap((telling) =>
    telling.taken === undefined || telling.welfareOnly || isTask(telling) ? [] : [telling.taken],
  );
  return answers.sort((one, other) => (one.at < other.at ? -1 : 1))[0];
}

/**
 * A report sent after a danger alert adds to it: a role told already keeps its climb and its answer, unless the report
 * now walls off whoever answered, or now needs the DSL's answer. After an alert was closed as a mistake everybody is asked anew.
 */
export function withReport(incident: Incident, event: Of<'reported'>): Incident {
  const walled = [...new Set([...incident.walled, ...event.walled])];
  const reopened = incident.status === 'closed';
  // Why: senior leaders whom a danger alert has asked are not to read on once it is about a colleague (KCSIE, Part four).
  const narrows = event.route.private && !incident.route.private;
  const tellings = event.tellings.map((telling): TellingState => {
    const before = reopened ? undefined : incident.tellings.find((known) => known.role === telling.role);
    return before === undefined ? { ...telling, people: [] } : carriedOver(before, telling, walled, narrows);
  });
  return settled({
    ...incident,
    ...(reopened ? { answered: [], passedOn: [] } : {}),
    reportedAt: event.at,
    report: event.report,
    policy: event.policy,
    route: event.route,
    walled,
    tellings,
  });
}

/** "In danger now" of a report that was sent already: everybody is asked anew, whoever has answered before. */
export function withDanger(incident: Incident, event: Of<'danger-raised'>): Incident {
  const people = (role: string) => incident.tellings.find((known) => known.role === role)?.people ?? [];
  return settled({
    ...incident,
    ...(event.room === undefined ? {} : { room: event.room }),
    about: [...incident.about, ...event.about],
    walled: [...new Set([...incident.walled, ...event.walled])],
    route: event.route,
    answered: [],
    passedOn: [],
    tellings: event.tellings.map((telling) => ({ ...telling, people: people(telling.role) })),
  });
}

/** Where it `narrows`, only whoever has answered is carried over: the right people are asked anew, everybody else's card turns neutral. */
function carriedOver(before: TellingState, telling: Of<'reported'>['tellings'][number], walled: string[], narrows: boolean): TellingState {
  const stands = before.taken !== undefined && !walled.includes(before.taken.by) && before.dslMustAnswer === telling.dslMustAnswer;
  const sameClimb = before.climb.kind === telling.climb.kind && before.climb.priority === telling.climb.priority;
  return {
    ...telling,
    climb: sameClimb && !narrows ? before.climb : telling.climb,
    people: narrows ? before.people.filter((person) => stands && person === before.taken?.by) : before.people,
    ...(stands ? { taken: before.taken } : {}),
  };
}

export function withClimb(incident: Incident, event: Of<'climbed'>): Incident {
  const { does } = event.rung;
  const climbing = onTelling(incident, event.telling, (telling) => ({
    ...telling,
    climb: climbed(telling.climb, event.rung, event.at),
    people: [...new Set([...telling.people, ...event.people])],
  }));
  return does.kind === 'show' ? { ...climbing, shown: [...new Set([...incident.shown, does.what])] } : climbing;
}

/** Whoever answers after passing it on has it again, and may pass it on again. */
export function withAcknowledgement(incident: Incident, event: Of<'acknowledged'>): Incident {
  const tellings = incident.tellings.map((telling, i) =>
    event.tellings.includes(i) ? { ...telling, taken: { by: event.by, at: event.at } } : telling,
  );
  const answered = [...new Set([...incident.answered, event.by])];
  const passedOn = incident.passedOn.filter((person) => person !== event.by);
  return settled({ ...incident, tellings, answered, passedOn });
}

/** Whoever passes it on gives back what they had taken; the ladder goes on from its next rung. */
export function withPassingOn(incident: Incident, event: Of<'passed-on'>): Incident {
  const tellings = incident.tellings.map((telling, i): TellingState => {
    const given = event.tellings.find((entry) => entry.telling === i);
    if (given === undefined) return telling;
    const { taken: _taken, ...open } = telling;
    return { ...open, climb: given.climb };
  });
  return settled({
    ...incident,
    passedOn: [...new Set([...incident.passedOn, event.by])],
    answered: incident.answered.filter((person) => person !== event.by),
    tellings,
  });
}
