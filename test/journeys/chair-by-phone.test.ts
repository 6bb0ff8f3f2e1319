import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { onScreen, openTile, ownChat, pass, quiet } from '#test/support/telling.ts';

describe('a report about the headteacher where the chair has no account', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await startSchool({
      settings: (settings) => ({
        ...settings,
        holders: { ...settings.holders, chair: [] },
        outsiders: { ...settings.outsiders, chair: { name: 'Mr Yusuf Ali', phone: '01632 960 117' } },
      }),
    });
    const robyn = school.teams.as('robyn');
    await openTile(robyn, 'adult');
    const typing = { 'q.adult.people': await school.teams.idOf('judith'), 'q.what': 'What I saw', 'q.safe': 'no-child' };
    await robyn.press('Who will it go to?', typing);
    assert.match(await onScreen(robyn), /Mr (Yusuf )?Ali \(please ring 01632 960 117\)/);
    await robyn.press('Send', typing);
    assert.match(await onScreen(robyn), /Please ring Mr (Yusuf )?Ali now on 01632 960 117\./);
    await robyn.closeDialog();
    await quiet(school);
  });
  afterEach(() => school.close());
  const calls = async () => (await school.teams.as('robyn').cards()).filter(({ text }) => text.includes('Have you rung'));

  it('asks the reporter to ring at 0, 15 and 60 minutes, then names the LADO and the vice-chair', async () => {
    assert.equal((await calls()).length, 1);
    await pass(school, 14);
    assert.equal((await calls()).length, 1);
    await pass(school, 1);
    await pass(school, 15);
    assert.doesNotMatch(await ownChat(school.teams.as('robyn')), /Go to the office/, 'the call itself is what is owed');
    await pass(school, 30);
    const last = (await school.teams.as('robyn').cards()).findLast(({ text }) => text.includes('Have you rung'));
    assert.match(last?.text ?? '', /Have you rung Mr (Yusuf )?Ali\?/);
    assert.match(last?.text ?? '', /ring the LADO on 01632 960 150/);
    assert.match(last?.text ?? '', /Mrs Helen Ashdown.* 01632 960 118/);
    assert.match(await ownChat(school.teams.as('robyn')), /newer message about this below/);
  });

  it('stops once they say that they have spoken, and never counts it as told', async () => {
    const robyn = school.teams.as('robyn');
    await robyn.press('Yes, I have spoken to them');
    await robyn.card(/You told us that you have spoken to Mr (Yusuf )?Ali/);
    await pass(school, 60);
    await pass(school, 60);
    assert.doesNotMatch(await ownChat(robyn), /Have you rung Mrs/);
    assert.doesNotMatch(await ownChat(robyn), /Ali is dealing|Sent to Mr (Yusuf )?Ali/);
  });

  it('asks again after "no answer"', async () => {
    const robyn = school.teams.as('robyn');
    await robyn.press('No answer');
    await pass(school, 15);
    assert.equal((await calls()).length, 1, 'the earlier one points to it');
    assert.match(await ownChat(robyn), /newer message about this below/);
  });
});
