import assert from 'node:assert/strict';
import { campaignIn, confirm, everybodyOf, recipientsIn, remindersTaken, until } from '#test/support/campaigns.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';

describe('a reminder for the whole school', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await startSchool();
  });
  afterEach(() => school.close());
  const ended = () => until(async () => (await campaignIn(school))?.state === 'sent', 'the end of the campaign');
  const answers = async () =>
    Object.fromEntries((await recipientsIn(school)).map(({ person, answered, reason }) => [person, reason ?? answered]));
  const idOf = async (name: string) => `${school.file.tenantId}:${await school.teams.idOf(name)}`;

  it('reaches everybody once, and says so of each', async () => {
    await confirm(school);
    await ended();
    const taken = remindersTaken(school);
    assert.equal(new Set(taken).size, everybodyOf(school).length);
    assert.equal(taken.length, everybodyOf(school).length);
    assert.deepEqual(
      Object.values(await answers()),
      everybodyOf(school).map(() => 'sent'),
    );
    assert.deepEqual((await campaignIn(school))?.tally, { delivered: taken.length, unreachable: 0, left: 0, doneBefore: 0 });
  });

  it('is one, however often it is confirmed', async () => {
    assert.deepEqual([await confirm(school), await confirm(school)], [true, false]);
    await ended();
    assert.equal(remindersTaken(school).length, everybodyOf(school).length);
  });

  it('reaches somebody who stands in the list twice once', async () => {
    const [one = '', other = ''] = everybodyOf(school);
    await confirm(school, { people: [one, other, one] });
    await ended();
    assert.equal(remindersTaken(school).length, 2);
  });

  it('ends at once when there is nobody in it', async () => {
    await confirm(school, { people: [] });
    await ended();
    assert.deepEqual(remindersTaken(school), []);
  });

  it('says why somebody could not be reached, and leaves out who is not in the directory any more', async () => {
    await school.teams.as('grace').setApp('blocked');
    const gone = `${school.file.tenantId}:99999999-0000-4000-8000-000000000000`;
    await confirm(school, { people: [...everybodyOf(school), gone] });
    await ended();
    const campaign = await campaignIn(school);
    assert.deepEqual(campaign?.tally, { delivered: everybodyOf(school).length - 1, unreachable: 1, left: 1, doneBefore: 0 });
    assert.deepEqual(campaign?.reasons, { blocked: 1 });
    assert.equal((await answers())[await idOf('grace')], 'blocked');
    assert.equal((await answers())[gone], undefined);
  });

  it('waits as long as Teams asks, and then reaches them too', async () => {
    const person = await school.teams.idOf('grace');
    await school.teams.fault({ method: 'POST', person, answer: 429, retryAfter: 1 });
    await confirm(school);
    await ended();
    assert.equal((await campaignIn(school))?.tally.delivered, everybodyOf(school).length);
    assert.equal(remindersTaken(school).length, everybodyOf(school).length);
  });

  it('is followed by a second one, which goes to its own people only', async () => {
    const [first = '', second = '', third = ''] = everybodyOf(school);
    await confirm(school, { people: [first, second] });
    await ended();
    await confirm(school, { key: 'C2', people: [third] });
    await until(async () => (await campaignIn(school, 'C2'))?.state === 'sent');
    assert.equal(remindersTaken(school).length, 3);
  });
});

describe('a reminder out of hours', () => {
  const inHours = async (at: string, opening: string) => {
    const school = await startSchool({ at });
    try {
      await confirm(school);
      await until(async () => (await campaignIn(school))?.waitsUntil !== undefined, 'waiting');
      assert.deepEqual([(await campaignIn(school))?.waitsUntil, remindersTaken(school).length], [opening, 0]);
      await school.later((Date.parse(opening) - Date.parse(at)) / 60_000);
      await until(async () => (await campaignIn(school))?.state === 'sent', 'the end');
      assert.equal(remindersTaken(school).length, everybodyOf(school).length);
    } finally {
      await school.close();
    }
  };

  it('waits for the morning after the clocks go back', () => inHours('2026-10-23T19:00:00.000Z', '2026-11-02T07:45:00.000Z'));
  it('waits for the morning after the clocks go forward', () => inHours('2027-03-26T19:00:00.000Z', '2027-04-12T06:45:00.000Z'));

  it('goes out all the same with a reason', async () => {
    const school = await startSchool({ at: '2026-11-22T10:00:00.000Z' });
    await confirm(school, { changes: { override: 'The building is closed tomorrow.' } });
    await until(async () => (await campaignIn(school))?.state === 'sent', 'the end');
    assert.equal(remindersTaken(school).length, everybodyOf(school).length);
    await school.close();
  });

  it('begins at its time and not before', async () => {
    const school = await startSchool();
    await confirm(school, { changes: { startAt: '2026-11-23T11:00:00.000Z' } });
    await school.later(59);
    assert.equal((await campaignIn(school))?.state, 'scheduled');
    await school.later(1);
    await until(async () => (await campaignIn(school))?.state === 'sent', 'the end');
    await school.close();
  });
});
