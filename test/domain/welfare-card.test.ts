import assert from 'node:assert/strict';
import { decideAcknowledge } from '#domain/decide.ts';
import { newPosting } from '#domain/posting.ts';
import { drawIncident } from '#queue/draw-incident.ts';
import { textOf } from '#test/support/check-card.ts';
import { eventsOf, follow, reported, worldAt } from './incident-world.ts';
import { ali, cole, lowe, shah } from './set-up-people.ts';

const world = worldAt();
const names: Record<string, string> = { [ali]: 'Mr Ali', [shah]: 'Mrs Shah', [lowe]: 'Mrs Lowe', [cole]: 'Mr Cole' };
const about = reported({ subjects: ['headteacher'], walled: [lowe], flags: { cp: 'yes' } });
const take = (incident: typeof about, who: string) => follow(incident, eventsOf(decideAcknowledge(incident, who, false, world)));
const cardFor = (incident: typeof about, person: string) =>
  textOf(
    drawIncident({
      incident,
      posting: newPosting('p1', { person }, 'alert'),
      world,
      names: (id) => names[id] ?? 'a colleague',
      allowed: true,
    }).card,
  );

describe('the alert of somebody who is told of the child’s welfare only', () => {
  it('does not say that the chair of governors deals with it', () => {
    assert.doesNotMatch(cardFor(take(about, ali), shah), /Mr Ali|Lowe|governor|headt/i);
    assert.match(cardFor(take(about, ali), shah), /I’m dealing with it/);
  });

  it('says who looks after the child once the DSL has answered', () => {
    assert.match(cardFor(take(take(about, ali), shah), cole), /Mrs Shah is dealing with this/);
  });

  it('leaves the chair’s own alert open when the DSL has answered', () => {
    assert.match(cardFor(take(about, shah), ali), /I’m dealing with it/);
  });
});
