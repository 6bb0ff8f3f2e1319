import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { openStore } from '#bot/open-store.ts';
import { countedStore, withoutWorker } from '#test/support/counted-store.ts';
import { handMade } from '#test/support/hand-made.ts';
import { incidentsOf } from '#test/support/reporting.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';

describe('what a turn asks of the store', () => {
  let school: TestSchool;
  let calls: string[];
  const during = async (act: () => Promise<unknown>) => {
    calls.length = 0;
    await act();
    return [...calls];
  };

  before(async () => {
    const counted = countedStore(await openStore({ kind: 'sqlite', file: ':memory:' }));
    calls = counted.calls;
    school = await startSchool({ ruleSet: 'dsl-first', store: withoutWorker(counted.store) });
  });
  after(() => school.close());

  it('is nothing but reading while the dialog is opened', async () => {
    const robyn = school.teams.as('robyn');
    await robyn.say('report');
    const made = await during(() => robyn.press('Report a concern'));
    assert.deepEqual(
      made.filter((call) => !/^(read|list) /.test(call)),
      [],
    );
  });

  it('is one write when a report is sent, with the wake that tells people in it', async () => {
    const robyn = school.teams.as('robyn');
    await robyn.press('Bullying, hate or cruel messages');
    const made = await during(() => robyn.press('Send', { 'q.what': 'Messages in a group' }));
    assert.deepEqual(
      made.filter((call) => !/^(read|list) /.test(call)),
      ['create incident with a wake'],
    );
  });

  it('is one read and one write of the incident when somebody takes it', async () => {
    const [incident] = await incidentsOf(school);
    assert.ok(incident !== undefined);
    const made = await during(() =>
      handMade(school, 'anita').execute('incident.acknowledge', { incident: incident.id.slice('incident.'.length), command: 'taken-once' }),
    );
    assert.deepEqual(
      made.filter((call) => call.includes('incident')),
      ['read incident', 'replace incident with a wake'],
    );
    assert.deepEqual(
      made.filter((call) => /^(create|replace|remove) /.test(call) && !call.includes('reach')),
      ['replace incident with a wake'],
    );
  });
});
