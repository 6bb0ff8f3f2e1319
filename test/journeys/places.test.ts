import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { everythingSeen, quiet, sendReport } from '#test/support/telling.ts';

const alerts = '19:larkfield-safeguarding-alerts@thread.tacv2';

describe('a channel that alerts go to', () => {
  let school: TestSchool;
  afterEach(() => school.close());
  const inChannel = async () => (await school.teams.as('anita').cards({ in: 'Alerts' })).map(({ text }) => text);
  const toldAlone = async () => {
    await school.teams.as('anita').card(/URGENT safeguarding report/);
    await school.teams.as('daniel').card(/URGENT safeguarding report/);
  };
  beforeEach(async () => {
    school = await startSchool();
    await quiet(school);
  });

  it('is used where every member may see it', async () => {
    await sendReport(school.teams.as('robyn'), 'imagery');
    await quiet(school);
    assert.equal((await inChannel()).length, 1);
  });

  it('is not used while a guest without an account is in it', async () => {
    await school.teams.roster(alerts, { guests: 1 });
    await sendReport(school.teams.as('robyn'), 'imagery');
    await toldAlone();
    await quiet(school);
    assert.deepEqual(await inChannel(), []);
  });

  it('is not used while its members cannot be read', async () => {
    await school.teams.roster(alerts, { fails: true });
    await sendReport(school.teams.as('robyn'), 'imagery');
    await toldAlone();
    await quiet(school);
    assert.deepEqual(await inChannel(), []);
  });

  it('is not used while somebody is in it who is not on the school’s list', async () => {
    const channel = school.teams.world.conversations.get(alerts);
    channel?.members.push(await school.teams.idOf('Nia Calloway'));
    await sendReport(school.teams.as('robyn'), 'imagery');
    await toldAlone();
    await quiet(school);
    assert.deepEqual(await inChannel(), []);
    assert.doesNotMatch(await everythingSeen(school.teams.as('Nia Calloway')), /OS-/);
    channel?.members.pop();
  });

  it('is not used when somebody in it may not see the report (S-15)', async () => {
    await sendReport(school.teams.as('robyn'), 'imagery', { 'x.hide': await school.teams.idOf('judith') });
    await toldAlone();
    await quiet(school);
    assert.deepEqual(await inChannel(), []);
    assert.doesNotMatch(await everythingSeen(school.teams.as('judith')), /OS-/);
  });

  it('says nothing more once somebody has joined who may not see it', async () => {
    await sendReport(school.teams.as('robyn'), 'imagery');
    await quiet(school);
    await school.teams.roster(alerts, { guests: 1 });
    await school.teams.as('anita').press('I’m dealing with it');
    await quiet(school);
    assert.deepEqual(await inChannel(), ['Being handled by a colleague. Nothing for you to do.']);
  });

  it('never carries a report about an adult in school', async () => {
    await sendReport(school.teams.as('robyn'), 'adult', {
      'q.adult.people': await school.teams.idOf('owen'),
      'q.what': 'What I saw',
      'q.safe': 'no',
    });
    await school.teams.as('judith').card(/safeguarding report/i);
    await quiet(school);
    assert.deepEqual(await inChannel(), []);
    assert.deepEqual(await school.teams.as('judith').cards({ in: "Head's office" }), []);
  });
});
