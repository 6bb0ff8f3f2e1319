import assert from 'node:assert/strict';
import type { StoreFault } from '#test/support/faulty-store.ts';
import { allOut, campaigns, lookAt } from '#test/support/reminding.ts';
import { useTrainedSchoolInTrouble } from '#test/support/school-in-trouble.ts';
import { onScreen } from '#test/support/telling.ts';
import { storedTraining } from '#test/support/training.ts';

describe('what is said of a write when the store fails around it', () => {
  const { store, school } = useTrainedSchoolInTrouble({ ruleSet: 'dsl-first' });

  const as = (who: string) => school.teams.as(who);
  const stored = async (on: string) => (await storedTraining(school, 'robyn')).record.entries.filter((entry) => entry.on === on).length;
  const files = async () => {
    const { items } = await store.records.list(school.file.school, { kind: 'file', order: 'oldest', limit: 5 });
    return items.filter(({ index }) => index.status !== undefined).length;
  };

  it('a reminder that is confirmed is on its way, though the plan of it could not be put away', async () => {
    await lookAt(as('idris'), { topic: 'governors', words: 'Kind words', who: 'governor' });
    store.fails({ does: 'breaks', calls: ['remove'], ids: /^plan\./ });
    await as('idris').press('Send');
    assert.match(await onScreen(as('idris')), /It is on its way/);
    store.works();
    await as('idris').again({ newId: true });
    await as('idris').closeDialog();
    await allOut(school);
    assert.equal((await campaigns(school)).length, 1);
  });

  it('a reminder of which only the people are kept is NOT SENT', async () => {
    await lookAt(as('idris'), { topic: 'governors', words: 'Kind words', who: 'governor' });
    store.fails({ does: 'breaks', calls: ['create'], ids: /^campaign\./ });
    await as('idris').press('Send');
    assert.match(await onScreen(as('idris')), /NOT SENT/);
    assert.equal((await campaigns(school)).length, 0);
  });

  const saying = async (fault: StoreFault) => {
    await as('robyn').say('my training');
    await as('robyn').press({ title: 'I’ve done it', data: { topic: 'refresher' } });
    store.fails(fault);
    await as('robyn').press('Save', { on: '2026-11-20', certificate: 'C-12' });
    const said = await onScreen(as('robyn'));
    store.works();
    return said;
  };

  it('training that is in the record is never NOT SAVED because of what comes after it; pressed again it is there once', async () => {
    assert.match(await saying({ does: 'breaks', calls: ['list'], ids: /^recipient/ }), /It is not certain that all of this was saved/);
    assert.equal(await stored('2026-11-20'), 1);
    await as('robyn').press('Save');
    assert.match(await onScreen(as('robyn')), /is in your record/);
    assert.equal(await stored('2026-11-20'), 1);
  });

  it('training that was read back and is not there is NOT SAVED', async () => {
    assert.match(await saying({ does: 'breaks', calls: ['replace'], ids: /^training\./ }), /NOT SAVED/);
    assert.equal(await stored('2026-11-20'), 0);
  });

  it('training whose write may still land is not certain', async () => {
    assert.match(await saying({ does: 'hangs', calls: ['replace'], ids: /^training\./ }), /It is not certain/);
  });

  const asking = async (...faults: StoreFault[]) => {
    await as('idris').say('training');
    await as('idris').press('Training');
    await as('idris').press('Download');
    store.fails(...faults);
    await as('idris').press('Make it', { format: 'csv' });
    const said = await onScreen(as('idris'));
    store.works();
    return said;
  };

  it('a file that was asked for is so, though the store never answered', async () => {
    assert.doesNotMatch(await asking({ does: 'answer-hangs', calls: ['create'], ids: /^file\./, times: 1 }), /NOT SAVED|not certain/);
    assert.equal(await files(), 1);
  });

  it('a file whose asking may still land is not certain, and pressed again is asked for once', async () => {
    assert.match(await asking({ does: 'hangs', calls: ['create'], ids: /^file\./, times: 1 }), /It is not certain/);
    await as('idris').press('Make it');
    assert.equal(await files(), 1);
  });

  it('an answer on a reminder of which half is written is not certain, outside a dialog as well', async () => {
    await lookAt(as('idris'), { topic: 'governors', words: 'Kind words', who: 'governor' });
    await as('idris').press('Send');
    await as('idris').closeDialog();
    await allOut(school);
    await as('grace').press('Remind me on…');
    store.fails({ does: 'breaks', calls: ['replace'], ids: /^recipient\./, times: 1 });
    await as('grace').press('Remind me then', { 'until.governors': '2026-11-30' });
    assert.match(
      (await as('grace').notices()).at(-1)?.text ?? '',
      /^It is not certain that this was saved\. Please do it again: it counts only once\./,
    );
  });
});
