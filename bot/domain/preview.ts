import { askedOf } from './asked.ts';
import { decideReport } from './begin.ts';
import type { World } from './decide.ts';
import { evolve, fold, type Incident } from './incident.ts';
import { nextRung } from './ladder.ts';
import type { PersonId } from './people.ts';
import type { Report } from './report.ts';
import type { Route } from './routing.ts';
import { tick } from './tick.ts';

/** Whom a report would go to if it were sent now: the strip above *Send* and the receipt. */
type Preview = {
  /** Asked as soon as it is sent, or when the school opens. */
  first: PersonId[];
  /** Asked next, in order, while nobody answers. */
  next: PersonId[];
  /** Somebody without an account, whom the reporter is asked to ring. */
  phone?: { name: string; phone: string };
  held: boolean;
};

const furthestRungs = 8;

type Sending = { reporter: PersonId; report: Report; walled: PersonId[]; route: Route };

/** Walks the real ladder: what is shown here is what happens. */
export function preview(sending: Sending, world: World): Preview {
  const [sent, ...later] = rungs(sending, world);
  if (sent === undefined) return { first: [], next: [], held: false };
  const state = later.at(-1) ?? sent;
  const everybody = askedOf(state);
  const first = askedOf(sent).length > 0 ? askedOf(sent) : everybody.slice(0, 1);
  const phone = state.phone === undefined ? undefined : world.settings.outsiders[state.phone.role];
  return {
    first,
    next: everybody.filter((person) => !first.includes(person)),
    held: sent.shown.includes('held'),
    ...(phone === undefined ? {} : { phone }),
  };
}

/** The `first` of `preview`, walked no further than to whoever is asked first. */
export function askedFirst(sending: Sending, world: World): PersonId[] {
  let atOnce = true;
  for (const state of rungs(sending, world)) {
    const people = askedOf(state);
    if (people.length > 0) return atOnce ? people : people.slice(0, 1);
    atOnce = false;
  }
  return [];
}

/** The incident as it would be once sent, then after each rung. */
function* rungs(sending: Sending, world: World): Generator<Incident> {
  const decision = decideReport(undefined, sending, world);
  if (decision.kind !== 'accepted') return;
  let state = advance(fold('00000000', decision.events), world);
  yield state;
  for (let step = 0; step < furthestRungs; step += 1) {
    const [at] = state.tellings.slice(0, 1).map((telling) => nextRung(world.ruleSet.ladders, telling.climb, world.settings.calendar)?.at);
    if (at === undefined) return;
    state = advance(state, { ...world, now: at > world.now ? at : world.now });
    yield state;
  }
}

const advance = (incident: Incident, world: World): Incident =>
  tick(incident, world).reduce((state, event) => evolve(state.key, state, event), incident);
