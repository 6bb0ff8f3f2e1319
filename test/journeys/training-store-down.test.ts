import assert from 'node:assert/strict';
import type { Persona } from '#test/local-teams/client.ts';
import { useTrainedSchoolInTrouble } from '#test/support/school-in-trouble.ts';
import { onScreen } from '#test/support/telling.ts';
import { openOverview, openRecordOf, storedTraining } from '#test/support/training.ts';

/** What stands in the fields of the open dialog. */
async function typedOn(person: Persona): Promise<Record<string, unknown>> {
  return Object.fromEntries(((await person.dialog())?.card?.inputs ?? []).map(({ id, value }) => [id, value]));
}

describe('training while the store is down', () => {
  const { store, school } = useTrainedSchoolInTrouble();
  const idris = () => school.teams.as('idris');

  it('keeps all that was typed to record, and the second press finishes the rest', async () => {
    const people = await Promise.all(['robyn', 'wendy', 'carys'].map((name) => school.teams.idOf(name)));
    await openOverview(idris());
    await idris().press('Record training');
    // The first of the three is written, then the connection breaks.
    store.fails({ does: 'breaks', calls: ['replace'], ids: /^training\./, after: 1 });
    await idris().press('Save', { topic: 'refresher', on: '2026-11-20', people, course: 'INSET day' });
    assert.match(await onScreen(idris()), /It is not certain that all of this was saved/);
    const typed = await typedOn(idris());
    assert.deepEqual([typed.topic, typed.on, typed.course, typed.people], ['refresher', '2026-11-20', 'INSET day', people.join(',')]);
    store.works();
    await idris().press('Save');
    assert.match(await onScreen(idris()), /is recorded for 3 people/);
    for (const who of ['robyn', 'wendy', 'carys'])
      assert.equal((await storedTraining(school, who)).record.entries.filter(({ on }) => on === '2026-11-20').length, 1, who);
  });

  it('keeps a correction as it was typed, and saves it afterwards', async () => {
    await openRecordOf(school, idris(), 'robyn');
    await idris().press({ title: 'Correct', data: { entry: 'seed-1' } });
    store.fails({ does: 'breaks' });
    await idris().press('Save the correction', { on: '2025-11-19', reason: 'The list had the wrong month' });
    assert.match(await onScreen(idris()), /NOT SAVED/);
    const typed = await typedOn(idris());
    assert.deepEqual([typed.on, typed.reason, typed.certificate], ['2025-11-19', 'The list had the wrong month', 'LF-1-400']);
    store.works();
    await idris().press('Save the correction');
    assert.match(await onScreen(idris()), /^The correction is saved\.$/m);
    assert.equal((await storedTraining(school, 'robyn')).events.length, 4);
  });

  it('says that nobody can tell where the answer of the store was lost, and saves once', async () => {
    await openRecordOf(school, idris(), 'keisha');
    await idris().press({ title: 'Not applicable', data: { topic: 'volunteers' } });
    store.fails(
      { does: 'answer-lost', calls: ['replace'], ids: /^training\./ },
      { does: 'breaks', calls: ['read'], ids: /^training\./, after: 1 },
    );
    await idris().press('Save', { reason: 'Sorts books' });
    assert.match(await onScreen(idris()), /It is not certain/);
    assert.equal((await typedOn(idris())).reason, 'Sorts books');
    store.works();
    await idris().press('Save');
    assert.match(await onScreen(idris()), /does not apply: Sorts books/);
    assert.equal((await storedTraining(school, 'keisha')).events.filter(({ event }) => event.type === 'not-applicable').length, 1);
  });

  it('keeps what somebody says of their own', async () => {
    const robyn = school.teams.as('robyn');
    await robyn.say('my training');
    await robyn.press({ title: 'I’ve done it', data: { topic: 'refresher' } });
    store.fails({ does: 'breaks' });
    await robyn.press('Save', { on: '2026-11-20', certificate: 'C-12' });
    assert.match(await onScreen(robyn), /NOT SAVED/);
    const typed = await typedOn(robyn);
    assert.deepEqual([typed.topic, typed.on, typed.certificate], ['refresher', '2026-11-20', 'C-12']);
    store.works();
    await robyn.press('Save');
    assert.match(await onScreen(robyn), /is in your record/);
  });

  it('opens nothing, and says so', async () => {
    await idris().say('training');
    store.fails({ does: 'breaks' });
    await idris().press('Training');
    assert.match(await onScreen(idris()), /NOT SAVED: .* Nothing was opened/);
  });
});
