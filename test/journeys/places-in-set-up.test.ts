import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { type SchoolOptions, startSchool, type TestSchool } from '#test/support/school.ts';
import { onScreen, quiet, sendReport } from '#test/support/telling.ts';

const staffroom = {
  conversationId: '19:larkfield-staffroom@thread.tacv2',
  name: 'Staffroom, Larkfield staff',
  kind: 'standard-channel',
  use: 'dsl',
} as const;

describe('the places that set-up knows', () => {
  let school: TestSchool;
  afterEach(() => school.close());
  const start = async (options: SchoolOptions = {}) => {
    school = await startSchool(options);
    await quiet(school);
    const admin = school.teams.as('idris');
    await admin.say('set up');
    await admin.press('Set up');
    return admin;
  };

  it('are told apart by their teams, where channels have the same name', async () => {
    const admin = await start();
    await admin.press({ title: 'Change', data: { verb: 'setup.places' } });
    const screen = await onScreen(admin);
    assert.match(screen, /General, Safeguarding team \(channel/);
    assert.match(screen, /Alerts, Safeguarding team \(channel/);
    assert.match(screen, /Chat without a name \(group chat\)/);
  });

  it('carry no alert where somebody without any role reads along, and the test alert says why', async () => {
    const admin = await start({ settings: (settings) => ({ ...settings, places: [...settings.places, staffroom] }) });
    await admin.press('Test alert');
    await admin.press('Send a test alert');
    await quiet(school);
    await admin.press('Look again');
    const screen = await onScreen(admin);
    assert.match(screen, /Staffroom, Larkfield staff: somebody in this place has no role in set-up, so no alert is posted there/);
    assert.match(screen, /Alerts, Safeguarding team: posted\./);
    await sendReport(school.teams.as('robyn'), 'imagery');
    await school.teams.as('anita').card(/URGENT safeguarding report/);
    await quiet(school);
    assert.deepEqual(await school.teams.as('robyn').cards({ in: 'Staffroom' }), []);
    assert.equal((await school.teams.as('anita').cards({ in: 'Alerts' })).length, 2);
  });
});
