import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { ownChat, pass, quiet, rung, sendReport } from '#test/support/telling.ts';

describe('an urgent report at night', () => {
  let school: TestSchool;
  let before: number;
  beforeEach(async () => {
    school = await startSchool({ at: '2026-11-24T22:00:00.000Z' });
    await quiet(school);
    before = await rung(school.teams.as('anita'));
    await sendReport(school.teams.as('robyn'), 'imagery', { 'q.told': 'A child told me' });
    await quiet(school);
  });
  afterEach(() => school.close());

  it('rings whoever is on call and the DSL team once, and shows the numbers at once', async () => {
    await school.teams.as('daniel').card(/URGENT safeguarding report/);
    await school.teams.as('anita').card(/URGENT safeguarding report/);
    const receipt = await school.teams.as('robyn').card(/Your report OS-/);
    assert.match(receipt.text, /children’s social care on 01632 960 140 \(day\) or 01632 960 141 \(night\), or 999/);
    await pass(school, 8 * 60);
    assert.equal(await rung(school.teams.as('anita')), before + 1);
    assert.doesNotMatch(await ownChat(school.teams.as('judith')), /OS-/);
  });

  it('starts its ladder anew at 07:30', async () => {
    await pass(school, 9 * 60 + 30);
    assert.equal(await rung(school.teams.as('anita')), before + 2);
    await pass(school, 5);
    await school.teams.as('judith').card(/URGENT safeguarding report/);
  });
});

describe('lesser reports', () => {
  let school: TestSchool;
  afterEach(() => school.close());
  const asked = async (name: string) => (await ownChat(school.teams.as(name))).includes('OS-');

  it('of standard priority climb by the ends of school days, then stop', async () => {
    school = await startSchool({ at: '2026-11-23T10:00:00.000Z' });
    await sendReport(school.teams.as('robyn'), 'content', { 'q.which': 'game', 'q.worried': 'no', 'q.undressed': 'no' });
    await quiet(school);
    assert.deepEqual(await Promise.all(['anita', 'daniel', 'judith'].map(asked)), [true, false, false]);
    await pass(school, 24 * 60 + 7 * 60 + 30);
    assert.deepEqual(await Promise.all(['anita', 'daniel', 'judith'].map(asked)), [true, true, false]);
    await pass(school, 24 * 60);
    assert.deepEqual(await Promise.all(['anita', 'daniel', 'judith'].map(asked)), [true, true, true]);
  });

  it('of routine kind alert nobody and stand on Friday’s list, without a sound', async () => {
    school = await startSchool({ at: '2026-11-23T10:00:00.000Z' });
    await quiet(school);
    const rings = await rung(school.teams.as('anita'));
    await sendReport(school.teams.as('robyn'), 'rules', { 'q.which': 'phone', 'q.what': 'Phone out at lunch' });
    await pass(school, 3 * 24 * 60);
    assert.equal(await asked('anita'), false);
    await pass(school, 24 * 60);
    await school.teams.as('anita').card(/Online-safety report, routine OS-/);
    assert.equal(await rung(school.teams.as('anita')), rings);
  });

  it('sent in the holidays reach the holiday contact only when urgent or high', async () => {
    school = await startSchool({ at: '2026-12-22T10:00:00.000Z' });
    await sendReport(school.teams.as('robyn'), 'content', { 'q.which': 'game', 'q.worried': 'no', 'q.undressed': 'no' });
    await quiet(school);
    assert.equal(await asked('carys'), false);
    await sendReport(school.teams.as('robyn'), 'imagery');
    await quiet(school);
    assert.deepEqual(await Promise.all(['carys', 'daniel', 'anita'].map(asked)), [true, true, true]);
  });
});
