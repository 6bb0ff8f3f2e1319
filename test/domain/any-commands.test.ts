import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Card } from '#cards/parts.ts';
import { reference } from '#cards/parts.ts';
import { neutral } from '#cards/words.ts';
import type { World } from '#domain/decide.ts';
import { fold, type Incident, type IncidentEvent } from '#domain/incident.ts';
import { minutesAfter } from '#domain/minutes.ts';
import { owe } from '#domain/owe.ts';
import { nextPostingAt, type Posting } from '#domain/posting.ts';
import { nextTickAt, tick } from '#domain/tick.ts';
import { sightOf } from '#domain/visibility.ts';
import { drawIncident } from '#queue/draw-incident.ts';
import { firstBreak, type Sealed, seal } from '#stores/chain.ts';
import { textOf } from '#test/support/check-card.ts';
import { countingIds } from '#test/support/ids.ts';
import { begin, type Command, decide, type Story, story, worldOf } from './any-commands.ts';
import { eventsOf, follow, key, settings } from './incident-world.ts';

const fixed = { seed: 20_261_123, numRuns: 150 };
type State = { incident: Incident; chain: Sealed<IncidentEvent>[]; postings: Posting[]; world: World };

function apply(state: State, events: IncidentEvent[], world: World): State {
  const incident = follow(state.incident, events);
  const postings = owe(state.postings, events, { incident, settings: world.settings, newId: world.newId });
  return { incident, postings, world, chain: seal(state.chain, events) };
}
const look = (state: State, world: World) => apply(state, tick(state.incident, world), world);

function step(state: State, command: Command): State {
  const world = { ...state.world, now: minutesAfter(state.world.now, command.after) };
  const decision = decide(command, state.incident, world);
  return look(decision.kind === 'accepted' ? apply(state, decision.events, world) : { ...state, world }, world);
}

/** Every state that a story goes through. */
function told(given: Story): State[] {
  const world = worldOf(given, countingIds());
  const events = eventsOf(begin(given.first, given.reporter, world));
  const empty = { incident: fold(key, events), chain: seal<IncidentEvent>([], events), postings: [], world };
  const opened = { ...empty, postings: owe([], events, { ...empty, settings: world.settings, newId: world.newId }) };
  const states = [look(opened, world)];
  for (const command of given.commands) states.push(step(states.at(-1) as State, command));
  return states;
}

const always = (holds: (state: State) => void) =>
  fc.assert(
    fc.property(story, (given) => {
      for (const state of told(given)) holds(state);
    }),
    fixed,
  );
const drawn = ({ incident, world }: State, posting: Posting): Card =>
  drawIncident({ incident, posting, world, names: (id) => `Person ${id.slice(-2)}`, allowed: true }).card as Card;

describe('whatever people do, in any order, at any hour', function () {
  this.timeout(30_000);

  it('the record stays whole and folds to the same incident', () => {
    always(({ incident, chain }) => {
      assert.equal(firstBreak(chain), undefined);
      assert.deepEqual(
        fold(
          key,
          chain.map(({ event }) => event),
        ),
        incident,
      );
    });
  });

  it('what was done twice changes nothing the second time', () => {
    const free = ['add', 'note', 'look'];
    fc.assert(
      fc.property(story, (given) => {
        const states = told(given);
        given.commands.forEach((command, i) => {
          const [before, state] = [states[i], states[i + 1]] as [State, State];
          const once = decide(command, before.incident, state.world).kind === 'accepted';
          if (free.includes(command.type) || !once) return;
          assert.notEqual(decide(command, state.incident, state.world).kind, 'accepted', command.type);
        });
      }),
      fixed,
    );
  });

  it('a clock that looks twice owes nothing the second time', () => {
    always(({ incident, world }) => assert.deepEqual(tick(incident, world), []));
  });

  it('whoever it is about sees nothing but the neutral sentence, on every card, and is never asked', () => {
    always((state) => {
      const { incident, postings } = state;
      for (const posting of postings) {
        if (!('person' in posting.to) || !incident.walled.includes(posting.to.person)) continue;
        const text = textOf(drawn(state, posting));
        const own = posting.to.person === incident.reporter && incident.report?.mine === true;
        if (!own) assert.equal(text, neutral);
        else assert.match(text, /^Your report|newer message|Nothing for you to do|closed/);
      }
    });
  });

  it('a place never shows anything about an adult in school', () => {
    always((state) => {
      if (!state.incident.route.private) return;
      for (const posting of state.postings) if ('place' in posting.to) assert.equal(textOf(drawn(state, posting)), neutral);
    });
  });

  it('nobody is written to who may not see at least that it is theirs', () => {
    always((state) => {
      const { incident, postings, world } = state;
      for (const posting of postings) {
        if (!('person' in posting.to)) continue;
        const sight = sightOf(incident, posting.to.person, world.settings, world.now);
        if (sight === undefined) assert.ok(!textOf(drawn(state, posting)).includes(reference(key)));
      }
    });
  });

  it('there is a next moment while something is owed', () => {
    always(({ incident, postings, world }) => {
      const due = [nextPostingAt(postings, world.now), nextTickAt(incident, world)].filter((moment) => moment !== undefined);
      if (postings.some(({ want, shown }) => want > shown)) assert.ok(due.length > 0);
      const waits =
        incident.status !== 'closed' &&
        incident.route.priority === 'urgent' &&
        incident.tellings.some(({ taken, climb }) => taken === undefined && climb.kind === 'to');
      if (waits) assert.ok(nextTickAt(incident, world) !== undefined, 'an urgent report that nobody has taken');
    });
  });

  it('whoever is said to deal with it has answered and may see it', () => {
    always(({ incident, world }) => {
      if (incident.taken === undefined) return;
      assert.ok(incident.answered.includes(incident.taken.by));
      assert.equal(sightOf(incident, incident.taken.by, world.settings, world.now), 'case');
    });
  });

  it('a child’s welfare goes to the DSL team alone', () => {
    const team = [...(settings.holders.dsl ?? []), ...(settings.holders['deputy-dsl'] ?? [])];
    always(({ incident }) => {
      for (const telling of incident.tellings)
        if (telling.welfareOnly) assert.ok(telling.people.every((who) => team.includes(who) || who === telling.taken?.by));
    });
  });
});
