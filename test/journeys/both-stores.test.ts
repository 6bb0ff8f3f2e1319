import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { brokenChains } from '#stores/broken-chains.ts';
import { cloudStore, storePairs } from '#test/support/cloud-store.ts';
import { allDelivered, begin, bullying, incidentsOf, reportBullying, wordsOf } from '#test/support/reporting.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { quiet } from '#test/support/telling.ts';

for (const [name, open] of storePairs) {
  describe(`the main job on ${name}`, function () {
    this.timeout(30_000);
    let school: TestSchool;
    before(async () => {
      school = await startSchool({ ruleSet: 'dsl-first', store: await open() });
    });
    after(() => school.close());
    const as = (who: string) => school.teams.as(who);

    it('is reported, told, acknowledged and seen', async () => {
      await reportBullying(as('robyn'), { 'q.harmed.0.name': 'Sam Example', 'q.what': 'Messages in a group' });
      await as('anita').card(/Safeguarding report, high priority OS-/, { within: 10_000 });
      await as('robyn').card(/Sent to Mrs Shah \(10:00\)/, { within: 10_000 });
      await as('anita').press('I’m dealing with it');
      await as('robyn').card(/Mrs Shah is dealing with this \(10:00\)/, { within: 10_000 });
      await as('anita').press('Open');
      assert.match(wordsOf(await as('anita').dialog()), /Sam Example/);
      await as('anita').closeDialog();
    });

    it('climbs to the deputy and then the headteacher while nobody answers', async () => {
      await reportBullying(as('owen'));
      await as('anita').card(/Safeguarding report, high priority/, { within: 10_000 });
      await allDelivered(school);
      await school.later(30);
      await as('daniel').card(/Safeguarding report, high priority/, { within: 10_000 });
      await allDelivered(school);
      await school.later(30);
      await as('judith').card(/Safeguarding report, high priority/, { within: 10_000 });
    });

    it('keeps a record of each that is whole, and owes nothing', async () => {
      await allDelivered(school);
      assert.equal((await incidentsOf(school)).length, 2);
      assert.deepEqual(await brokenChains(school.store.records, school.file.school), []);
      assert.equal(await school.store.queue.givenUp(), 0);
    });
  });
}

describe('a report that is written while the queue takes nothing in', function () {
  this.timeout(30_000);

  it('says whom to tell in person, also of an alert and what is added, and the sweep sends it all', async () => {
    const gate = { sends: true };
    const school = await startSchool({ ruleSet: 'dsl-first', store: await cloudStore(gate) });
    const robyn = school.teams.as('robyn');
    await begin(robyn, bullying);
    gate.sends = false;
    await robyn.press('In danger now');
    await robyn.press('Alert the DSL and headteacher', { 'q.what': 'Messages in a group' });
    const delayed = /Saved\. Alerts are delayed: tell Mrs Shah or Mr Cole in person\./;
    assert.match(wordsOf(await robyn.dialog()), delayed);
    await robyn.press('Send');
    assert.match(wordsOf(await robyn.dialog()), /^Sent: OS-/);
    assert.match(wordsOf(await robyn.dialog()), delayed);
    assert.equal(
      (await school.teams.as('anita').cards()).some(({ text }) => /URGENT/.test(text)),
      false,
    );
    gate.sends = true;
    await school.later(0);
    await school.teams.as('anita').card(/URGENT safeguarding report/, { within: 10_000 });
    await robyn.card(/Your report OS-/, { within: 10_000 });
    await quiet(school);
    gate.sends = false;
    await robyn.closeDialog();
    await robyn.press('Something has changed');
    await robyn.press('Send', { text: 'He has gone home' });
    assert.match(wordsOf(await robyn.dialog()), delayed);
    gate.sends = true;
    await school.close();
  });
});
