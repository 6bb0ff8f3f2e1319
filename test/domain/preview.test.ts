import assert from 'node:assert/strict';
import { decideReport } from '#domain/begin.ts';
import { preview } from '#domain/preview.ts';
import { type Sending, sendingOf, settings, vaughan, worldAt } from './incident-world.ts';
import { ali, cole, lowe, shah, vice } from './set-up-people.ts';

const shown = (given: Partial<Sending> = {}, world = worldAt()) => preview(sendingOf(given, world), world);
const aboutHead: Partial<Sending> = { subjects: ['headteacher'], walled: [lowe] };

describe('the strip above Send', () => {
  it('names who is asked at once, and who next if nobody answers', () => {
    // Senior leaders too: from an hour before home time it climbs as an urgent one.
    assert.deepEqual(shown(), { first: [shah], next: [cole, lowe, vaughan], held: false });
  });

  it('names all who are asked together', () => {
    const { first, next } = shown({ category: 'online-grooming' });
    assert.deepEqual(
      [first, next],
      [
        [shah, cole],
        [lowe, vaughan],
      ],
    );
  });

  it('never names whoever it is about, is hidden from, or writes it', () => {
    assert.deepEqual(shown({ walled: [shah] }).first, [cole]);
    const own = shown({ reporter: shah });
    assert.ok(![...own.first, ...own.next].includes(shah));
  });

  it('about the headteacher names the chair first, and never the headteacher', () => {
    const { first, next } = shown(aboutHead);
    assert.equal(first[0], ali);
    assert.ok(next.includes(vice) && ![...first, ...next].includes(lowe));
  });

  it('gives the name and number of a chair without an account', () => {
    const outside = { ...settings, holders: { ...settings.holders, chair: [] }, outsiders: { chair: { name: 'Mr Ali', phone: '1' } } };
    assert.deepEqual(shown(aboutHead, worldAt(undefined, { settings: outside })).phone, { name: 'Mr Ali', phone: '1' });
  });

  it('at night says that it waits, and for whom', () => {
    const { held, first } = shown({}, worldAt('2026-11-23T20:00:00.000Z'));
    assert.deepEqual([held, first], [true, [shah]]);
  });

  it('where nobody is set, names nobody', () => {
    const { first, next, phone } = shown({}, worldAt(undefined, { settings: { ...settings, holders: {} } }));
    assert.deepEqual([first, next, phone], [[], [], undefined]);
  });

  it('changes nothing: what is sent afterwards is decided afresh', () => {
    const world = worldAt();
    const sending = sendingOf({}, world);
    preview(sending, world);
    assert.deepEqual(decideReport(undefined, sending, world), decideReport(undefined, sendingOf({}, world), world));
  });
});
