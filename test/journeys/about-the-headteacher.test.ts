import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { pressForged } from '#test/support/forged-press.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { everythingSeen, onScreen, openTile, ownChat, pass, quiet, sendOpen, sendReport } from '#test/support/telling.ts';

const nothing = 'There is nothing here for you to open. If you are worried about a child, press *Report*.';

describe('a report about the headteacher', () => {
  let school: TestSchool;
  const about = async (safe: string) => ({
    'q.adult.people': await school.teams.idOf('judith'),
    'q.what': 'What I saw on Monday',
    'q.safe': safe,
  });
  beforeEach(async () => {
    school = await startSchool();
    await quiet(school);
  });
  afterEach(() => school.close());

  it('goes to the chair, in the chat with them alone, and says so before it is sent', async () => {
    const robyn = school.teams.as('robyn');
    await openTile(robyn, 'adult');
    await robyn.press('Who will it go to?', await about('no-child'));
    assert.match(await onScreen(robyn), /Goes to Mr Ali/);
    assert.match(await onScreen(robyn), /The headteacher cannot see it here, or in any list or count\./);
    assert.match(await onScreen(robyn), /ring the LADO on 01632 960 150/);
    await sendOpen(robyn, await about('no-child'));
    const chair = await school.teams.as('yusuf').card(/report.* OS-/i);
    assert.doesNotMatch(chair.text, /About|Policy|headteacher|Lowe/i);
    await quiet(school);
    for (const name of ['anita', 'daniel', 'carys', 'idris', 'grace'])
      assert.doesNotMatch(await everythingSeen(school.teams.as(name)), /OS-|handled by a colleague/);
  });

  it('never reaches the headteacher in chat, channel, list or ladder', async () => {
    await sendReport(school.teams.as('robyn'), 'adult', await about('no'));
    for (const minutes of [5, 10, 60]) await pass(school, minutes);
    const head = school.teams.as('judith');
    assert.doesNotMatch(await everythingSeen(head), /OS-|handled by a colleague/);
    await head.say('my reports');
    assert.match((await head.cards()).at(-1)?.text ?? '', /You have not reported anything yet/);
    const seen = await school.store.records.list('larkfield', {
      kind: 'incident',
      notWalled: `${school.file.tenantId}:${await school.teams.idOf('judith')}`,
      order: 'newest',
      limit: 9,
    });
    assert.equal(seen.items.length, 0);
  });

  it('tells the DSL of the child’s welfare only, and nothing of the adult, also after they answer', async () => {
    await sendReport(school.teams.as('robyn'), 'adult', { ...(await about('no')), 'q.child.0.name': 'Sam Example' });
    const dsl = school.teams.as('anita');
    await dsl.card(/URGENT|report/i);
    await quiet(school);
    await dsl.press('I’m dealing with it');
    await quiet(school);
    await dsl.press('Open');
    const words = await onScreen(dsl);
    assert.match(words, /A child may need help/);
    assert.match(words, /Sam Example/);
    assert.doesNotMatch(words, /Monday|Lowe|headteacher|Patel/i);
    assert.match(await ownChat(school.teams.as('robyn')), /Mrs Shah answered \(10:00\)/);
    await school.teams.as('yusuf').press('I’m dealing with it');
    await school.teams.as('robyn').card(/Mr Ali is dealing with this/);
  });

  it('is refused to the headteacher in the words for what does not exist', async () => {
    const key = await sendReport(school.teams.as('robyn'), 'adult', await about('no-child'));
    await quiet(school);
    for (const verb of ['incident.open', 'incident.pass-on', 'mine.open', 'mine.changed'] as const) {
      const walled = await pressForged(school, 'judith', verb, { incident: key }, true);
      assert.equal(walled, await pressForged(school, 'judith', verb, { incident: '9ZZZZZZZ' }, true));
      assert.equal(walled, nothing);
    }
    const data = { incident: key, command: '0000000000' };
    assert.equal(await pressForged(school, 'judith', 'incident.acknowledge', data), nothing);
    assert.equal(await pressForged(school, 'judith', 'incident.act-as-dsl', data), nothing);
  });

  it('walls the headteacher when the name is typed instead of picked', async () => {
    await sendReport(school.teams.as('robyn'), 'adult', {
      'q.adult.name': 'the head, Mrs Lowe',
      'q.what': 'What I saw',
      'q.safe': 'no-child',
    });
    await school.teams.as('yusuf').card(/OS-/);
    await pass(school, 60);
    assert.doesNotMatch(await everythingSeen(school.teams.as('judith')), /OS-|handled by a colleague/);
  });
});
