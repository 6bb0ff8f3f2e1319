import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { brokenChains } from '#stores/broken-chains.ts';
import { type FaultyStore, faultyStore, type StoreFault } from '#test/support/faulty-store.ts';
import { allDelivered, begin, bullying, incidentsOf, wordsOf } from '#test/support/reporting.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';

const alert = /Safeguarding report/;

describe('the store breaks while those who must know are being told', () => {
  let school: TestSchool;
  let store: FaultyStore;
  beforeEach(async () => {
    store = await faultyStore();
    school = await startSchool({ ruleSet: 'dsl-first', store });
    await school.teams.as('anita').card(/Welcome/);
    await begin(school.teams.as('robyn'), bullying);
    await allDelivered(school);
  });
  afterEach(() => school.close());

  const incident = /^incident\./;
  const moments: [when: string, fault: StoreFault][] = [
    ['before the alert is taken in hand', { does: 'breaks', calls: ['replace'], ids: incident, times: 1 }],
    ['and the answer to taking it in hand is lost', { does: 'answer-lost', calls: ['replace'], ids: incident, times: 1 }],
    ['and the answer to the receipt is lost', { does: 'answer-lost', calls: ['replace'], ids: incident, after: 1, times: 1 }],
    ['and the receipt is not written', { does: 'breaks', calls: ['replace'], ids: incident, after: 1, times: 2 }],
    ['when the settings are read', { does: 'breaks', calls: ['read'], ids: /^settings\./, after: 1, times: 1 }],
    ['when the digest is written', { does: 'breaks', calls: ['create', 'replace', 'list'], ids: /^digest/, times: 1 }],
  ];
  for (const [when, fault] of moments)
    it(`${when}: the sender has the receipt, and once it is up everybody is told`, async () => {
      const robyn = school.teams.as('robyn');
      store.fails(fault);
      await robyn.press('Send');
      assert.match(wordsOf(await robyn.dialog()), /Sent: OS-/);
      await store.struck();
      store.works();
      // Less than a lease lasts: whoever has the message in hand must be able to finish with it.
      await school.later(0.5);
      await school.teams.as('anita').card(alert);
      await robyn.card(/Your report OS-/);
      await allDelivered(school);
      const count = (await school.teams.as('anita').cards()).filter(({ text }) => alert.test(text)).length;
      assert.equal(count, 1);
      assert.deepEqual(await brokenChains(school.store.records, school.file.school), []);
    });

  it('and one receipt cannot be written at all: those of the others are, so that they are told once', async () => {
    // Four tries are all that the first receipt gets.
    store.fails({ does: 'breaks', calls: ['replace'], ids: incident, after: 1, times: 4 });
    await school.teams.as('robyn').press('Send');
    const shown = async () => (await incidentsOf(school)).flatMap(({ body }) => body.postings.map((posting) => posting.shown > 0));
    const wanted = (all: boolean[]) => all.length > 1 && all.filter((one) => !one).length === 1;
    await school.teams.as('robyn').waitFor((state) => state.conversations.some(({ messages }) => messages.length > 1));
    const deadline = Date.now() + 5_000;
    while (!wanted(await shown())) {
      assert.ok(Date.now() < deadline, JSON.stringify(await shown()));
      await pause(20);
    }
  });

  it('and the sweep cannot look: the next one finds everything', async () => {
    const robyn = school.teams.as('robyn');
    await robyn.press('Send');
    await school.teams.as('anita').card(alert);
    await allDelivered(school);
    store.fails({ does: 'breaks', calls: ['due'] });
    await school.later(30);
    assert.equal(
      (await school.teams.as('daniel').cards()).some(({ text }) => alert.test(text)),
      false,
    );
    store.works();
    await school.later(0);
    await school.teams.as('daniel').card(alert);
  });
});
