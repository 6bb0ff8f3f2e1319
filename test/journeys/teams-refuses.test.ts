import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { FaultOrder } from '#test/local-teams/faults.ts';
import { allDelivered, incidentsOf, putOff, reportBullying } from '#test/support/reporting.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';

const alert = /Safeguarding report, high priority OS-/;

describe('Teams does not take an alert', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await startSchool({ ruleSet: 'dsl-first', timeLimit: 1_500, settings: (settings) => ({ ...settings, places: [] }) });
    // What is refused here is the alert, so nothing else may be on its way.
    for (const who of ['anita', 'daniel', 'robyn']) await school.teams.as(who).card(/Welcome/);
    await allDelivered(school);
  });
  afterEach(() => school.close());

  const as = (who: string) => school.teams.as(who);
  const alertsOf = async (who: string) => (await as(who).cards()).filter(({ text }) => alert.test(text)).length;
  const refusing = (fault: Omit<FaultOrder, 'method' | 'person'>) => school.teams.fault({ method: 'POST', person: 'anita', ...fault });
  const events = async () => (await incidentsOf(school)).flatMap(({ body }) => body.events.map(({ event }) => event));

  for (const answer of [429, 502, 503, 504] as const)
    it(`answering ${answer}: it comes when Teams takes it, once, and the ladder has not moved on`, async () => {
      // Our own sender waits as long as a 429 asks, by the machine's clock.
      await refusing({ answer, retryAfter: answer === 429 ? 2 : 30 });
      await reportBullying(as('robyn'));
      await putOff(school);
      assert.equal(await alertsOf('anita'), 0);
      await school.later(1);
      await as('anita').card(alert, { within: 10_000 });
      await allDelivered(school);
      assert.deepEqual([await alertsOf('anita'), await alertsOf('daniel')], [1, 0]);
    });

  for (const answer of [403, 404, 500] as const)
    it(`answering ${answer}: the next are asked at once, and the reporter is told who could not be reached`, async () => {
      await refusing({ answer, times: 1 });
      await reportBullying(as('robyn'));
      await as('daniel').card(alert);
      await as('robyn').card(/Mrs Shah could not be reached/);
      await allDelivered(school);
      assert.equal((await events()).filter(({ type }) => type === 'not-sent').length, 1);
    });

  it('taking it and breaking the connection: it comes again, once at most, and is never taken for lost', async () => {
    await refusing({ answer: 'reset-after-accept' });
    await reportBullying(as('robyn'));
    await as('anita').card(alert);
    await putOff(school);
    await school.later(1);
    await as('robyn').card(/Sent to Mrs Shah/, { within: 10_000 });
    const count = await alertsOf('anita');
    assert.ok(count >= 1 && count <= 2, `${count}`);
    assert.equal(await alertsOf('daniel'), 0);
  });

  it('hanging: others are told meanwhile, and it comes later', async () => {
    await refusing({ answer: 'hang' });
    await reportBullying(as('robyn'));
    await as('robyn').card(/Your report OS-/);
    assert.equal(await alertsOf('anita'), 0);
    await as('robyn').say('my reports');
    await as('robyn').card(/Mrs Shah has been asked\. Nobody has answered yet/);
    await putOff(school);
    await school.later(1);
    await as('anita').card(alert);
    await allDelivered(school);
    assert.equal(await alertsOf('anita'), 1);
  });

  it('never again: after eight tries it counts as undeliverable, and the next are asked', async () => {
    await refusing({ answer: 503, times: 50 });
    await reportBullying(as('robyn'));
    for (let attempt = 1; attempt < 8; attempt += 1) {
      await putOff(school, attempt);
      await school.later(1);
    }
    await as('daniel').card(alert, { within: 10_000 });
    await as('robyn').card(/Mrs Shah could not be reached/, { within: 10_000 });
  });

  it('and no redraw either: the alert is shown still, and is redrawn once Teams takes it', async () => {
    await reportBullying(as('robyn'));
    await as('anita').card(alert);
    await allDelivered(school);
    await school.teams.fault({ method: 'PUT', person: 'robyn', answer: 503, retryAfter: 30 });
    await as('anita').press('I’m dealing with it');
    await putOff(school);
    await school.later(1);
    await as('robyn').card(/Mrs Shah is dealing with this/, { within: 10_000 });
  });
});
