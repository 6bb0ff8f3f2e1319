import { decideReport } from './begin.ts';
import type { World } from './decide.ts';
import { evolve, fold, type Incident } from './incident.ts';
import { nextRung } from './ladder.ts';
import type { PersonId } from './people.ts';
import type { Report } from './report.ts';
import type { Route } from './routing.ts';
import { tick } from './tick.ts';

/** Whom a report would go to if it were sent now: the strip above *Send* and the receipt. */
export type Preview = {
  /** Asked as soon as it is sent, or when the school opens. */
  first: PersonId[];
  /** Asked next, in order, while nobody answers. */
  next: PersonId[];
  /** Somebody without an account, whom the reporter is asked to ring. */
  phone?: { name: string; phone: string };
  held: boolean;
};

const furthestRungs = 8;

/** Walks the real ladder: what is shown here is what happens. */
export function preview(sending: { reporter: PersonId; report: Report; walled: PersonId[]; route: Route }, world: World): Preview {
  const decision = decideReport(undefined, sending, world);
  const begun = decision.kind === 'accepted' ? fold('00000000', decision.events) : undefined;
  if (begun === undefined) return { first: [], next: [], held: false };
  let state = advance(begun, world);
  const held = state.shown.includes('held');
  const early = asked(state);
  for (let step = 0; step < furthestRungs; step += 1) {
    const [at] = state.tellings.slice(0, 1).map((telling) => nextRung(world.ruleSet.ladders, telling.climb, world.settings.calendar)?.at);
    if (at === undefined) break;
    state = advance(state, { ...world, now: at > world.now ? at : world.now });
  }
  const everybody = asked(state);
  const first = early.length > 0 ? early : everybody.slice(0, 1);
  const phone = state.phone === undefined ? undefined : world.settings.outsiders[state.phone.role];
  return { first, next: everybody.filter((person) => !first.includes(person)), held, ...(phone === undefined ? {} : { phone }) };
}

const advance = (incident: Incident, world: World): Incident =>
  tick(incident, world).reduce((state, event) => evolve(state.key, state, event), incident);

const asked = (incident: Incident): PersonId[] => [...new Set(incident.tellings.flatMap((telling) => telling.people))];
