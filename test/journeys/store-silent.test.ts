import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { allDelivered, begin, bullying, incidentsOf, typedIn, wordsOf } from '#test/support/reporting.ts';
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

  it('when only the draft may still land, nothing is sent, and that is said', async () => {
    await begin(robyn, bullying);
    store.fails({ does: 'hangs', ids: /^draft\./, calls: ['create', 'replace'] });
    await robyn.press('Who will it go to?', typed);
    assert.match(await words(), /^NOT SENT\. Nobody has been told\./);
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
  const { store, school, robyn } = useReporterInTrouble();

  const words = async () => wordsOf(await robyn.dialog());
  const count = async () => (await incidentsOf(school)).length;
  // The first look at the incident comes before the write; only the reading back is refused.
  const loseTheAnswer = async () => {
    await allDelivered(school);
    store.fails({ does: 'answer-lost', ...writes }, { does: 'breaks', ids: /^incident\./, calls: ['read'], after: 1 });
  };

  it('makes it uncertain; pressed again, the receipt of what was written comes', async () => {
    const before = await count();
    await begin(robyn, bullying);
    await loseTheAnswer();
    await robyn.press('Send', typed);
    assert.match(await words(), /^It is not certain that this was sent\./);
    assert.equal(typedIn(await robyn.dialog())['q.what'], typed['q.what']);
    store.works();
    await robyn.press('Try again');
    assert.match(await words(), /Sent: OS-/);
    assert.doesNotMatch(await words(), /is not in it/);
    assert.equal(await count(), before + 1);
  });

  for (const button of ['Try again', 'Who will it go to?'])
    it(`leaves it uncertain while the store is down altogether, whatever is pressed: ${button}`, async () => {
      const before = await count();
      await begin(robyn, bullying);
      await loseTheAnswer();
      await robyn.press('Send', typed);
      store.fails({ does: 'breaks' });
      for (let press = 0; press < 2; press += 1) {
        await robyn.press(button);
        assert.match(await words(), /^It is not certain that this was sent\./);
        assert.doesNotMatch(await words(), /NOT SENT|Nobody has been told/);
      }
      store.works();
      await robyn.press('Try again');
      assert.match(await words(), /Sent: OS-/);
      assert.equal(await count(), before + 1);
    });

  it('never has a danger alert that may be out called NOT SENT by the next press', async () => {
    await begin(robyn, bullying);
    await loseTheAnswer();
    await robyn.press('In danger now');
    await robyn.press('Alert the DSL and headteacher', typed);
    assert.match(await words(), /^Ring 999[^\n]*\nIt is not certain that this was sent\./);
    store.fails({ does: 'breaks' });
    await robyn.press('Try again');
    assert.doesNotMatch(await words(), /NOT SENT|Nobody has been told/);
  });

  it('says that what is changed before the next press is not in the report that was sent', async () => {
    await begin(robyn, bullying);
    await loseTheAnswer();
    await robyn.press('Send', typed);
    store.works();
    await robyn.press('Try again', { 'q.what': 'Messages in a group, and a threat' });
    assert.match(await words(), /Sent: OS-[\s\S]*What you changed since then is not in it[^\n]*Something has changed/);
    const [event] = (await incidentsOf(school)).at(-1)?.body.events.map((sealed) => sealed.event) ?? [];
    assert.ok(event?.type === 'reported');
    assert.deepEqual(
      event.report.answers.map(({ answer }) => answer),
      ['Messages in a group'],
    );
  });
});
