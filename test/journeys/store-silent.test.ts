import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { faultyStore } from '#test/support/faulty-store.ts';
import { begin, bullying, incidentsOf, typedIn, wordsOf } from '#test/support/reporting.ts';
import { startSchool } from '#test/support/school.ts';
import { useReporterInTrouble } from '#test/support/school-in-trouble.ts';

const typed = { 'q.what': 'Messages in a group' };
const writes = { ids: /^incident\./, calls: ['create' as const, 'replace' as const], times: 1 };

describe('a store that does not say what became of a write', () => {
  const { store, school, robyn } = useReporterInTrouble();

  const words = async () => wordsOf(await robyn.dialog());
  const count = async () => (await incidentsOf(school)).length;

  it('when it hangs, the screen comes back within the time that Teams waits', async () => {
    await begin(robyn, bullying);
    store.fails({ does: 'hangs' });
    await robyn.press('Send', typed);
    assert.match(await words(), /^NOT SENT\. Nobody has been told\./);
    assert.equal(typedIn(await robyn.dialog())['q.what'], typed['q.what']);
  });

  it('when it wrote and the answer was lost, gives the receipt and never NOT SENT', async () => {
    const before = await count();
    await begin(robyn, bullying);
    store.fails({ does: 'answer-lost', ...writes });
    await robyn.press('Send', typed);
    assert.match(await words(), /^Sent: OS-[\s\S]*Saved\. Alerts are delayed: tell Mrs Shah or Mr Cole in person/);
    assert.equal(await count(), before + 1);
    await school.later(0);
    await school.teams.as('anita').card(/Safeguarding report, high priority/);
  });

  it('when it wrote and never answered, gives the receipt as well', async () => {
    const before = await count();
    await begin(robyn, bullying);
    store.fails({ does: 'answer-hangs', ...writes });
    await robyn.press('Send', typed);
    assert.match(await words(), /^Sent: OS-/);
    assert.equal(await count(), before + 1);
  });

  it('when the write may still be on its way, says that it is not certain; pressed again it is sent once', async () => {
    const before = await count();
    await begin(robyn, bullying);
    store.fails({ does: 'hangs', ...writes });
    await robyn.press('Send', typed);
    assert.match(await words(), /^It is not certain that this was sent\.[\s\S]*It cannot be sent twice\./);
    assert.doesNotMatch(await words(), /NOT SENT|Nobody has been told/);
    store.works();
    await robyn.press('Try again');
    assert.match(await words(), /Sent: OS-/);
    assert.equal(await count(), before + 1);
  });
});

describe('a store that breaks after a write and cannot be read back', () => {
  it('makes it uncertain; pressed again, the receipt of what was written comes', async () => {
    const store = await faultyStore();
    const school = await startSchool({ ruleSet: 'dsl-first', store });
    const robyn = school.teams.as('robyn');
    await begin(robyn, bullying);
    // The first look at the incident comes before the write; only the reading back is refused.
    store.fails({ does: 'answer-lost', ...writes }, { does: 'breaks', ids: /^incident\./, calls: ['read'], after: 1 });
    await robyn.press('Send', typed);
    const dialog = await robyn.dialog();
    assert.match(wordsOf(dialog), /^It is not certain that this was sent\./);
    assert.equal(typedIn(dialog)['q.what'], typed['q.what']);
    store.works();
    await robyn.press('Try again');
    assert.match(wordsOf(await robyn.dialog()), /Sent: OS-/);
    assert.equal((await incidentsOf(school)).length, 1);
    await school.close();
  });
});
