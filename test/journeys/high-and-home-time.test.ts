import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { pass, quiet, rung, sendReport } from '#test/support/telling.ts';

describe('a report of high priority', () => {
  let school: TestSchool;
  afterEach(() => school.close());
  const begin = async (at: string) => {
    school = await startSchool({ at });
    await quiet(school);
    await sendReport(school.teams.as('robyn'), 'bullying', { 'q.what': 'Messages in a group', 'q.worried': 'no' });
    await quiet(school);
  };
  const alerted = async () => {
    const names = ['anita', 'daniel', 'judith', 'carys'];
    const texts = await Promise.all(
      names.map(async (name) => (await school.teams.as(name).cards()).some(({ text }) => text.includes('OS-'))),
    );
    return names.filter((_, i) => texts[i]);
  };

  it('asks the DSL, the deputy after half an hour, the headteacher after an hour', async () => {
    await begin('2026-11-23T10:00:00.000Z');
    assert.deepEqual(await alerted(), ['anita']);
    await pass(school, 29);
    assert.deepEqual(await alerted(), ['anita']);
    await pass(school, 1);
    assert.deepEqual(await alerted(), ['anita', 'daniel']);
    await pass(school, 30);
    assert.deepEqual(await alerted(), ['anita', 'daniel', 'judith']);
  });

  it('goes by the urgent ladder from one hour before home time', async () => {
    await begin('2026-11-23T14:20:00.000Z');
    assert.deepEqual(await alerted(), ['anita', 'daniel']);
    await pass(school, 5);
    assert.deepEqual(await alerted(), ['anita', 'daniel', 'judith', 'carys']);
    await pass(school, 5);
    await school.teams.as('robyn').card(/Nobody has answered OS-/);
  });

  it('changes to the urgent ladder at that hour when it was sent before', async () => {
    await begin('2026-11-23T14:10:00.000Z');
    assert.deepEqual(await alerted(), ['anita']);
    await pass(school, 10);
    assert.deepEqual(await alerted(), ['anita', 'daniel']);
  });

  it('is held overnight, says so, and asks at 07:30', async () => {
    await begin('2026-11-23T19:00:00.000Z');
    assert.deepEqual(await alerted(), []);
    const receipt = await school.teams.as('robyn').card(/Your report OS-/);
    assert.match(receipt.text, /The school is closed\. They are told .*07:30/);
    await pass(school, 12 * 60 + 29);
    assert.deepEqual(await alerted(), []);
    await pass(school, 1);
    assert.deepEqual(await alerted(), ['anita']);
  });

  it('is held over a weekend until Monday', async () => {
    await begin('2026-11-27T18:00:00.000Z');
    await pass(school, 48 * 60);
    assert.deepEqual(await alerted(), []);
    await pass(school, 13 * 60 + 30);
    assert.deepEqual(await alerted(), ['anita']);
  });

  it('rings the holiday contact once in the holidays', async () => {
    await begin('2026-12-22T10:00:00.000Z');
    assert.deepEqual(await alerted(), ['carys']);
    const rings = await rung(school.teams.as('carys'));
    await pass(school, 24 * 60);
    assert.equal(await rung(school.teams.as('carys')), rings);
    assert.deepEqual(await alerted(), ['carys']);
  });
});
