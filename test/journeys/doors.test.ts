import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { useQuietSchool } from '#test/support/quiet-school.ts';
import { incidentsOf } from '#test/support/reporting.ts';
import { onScreen, ownChat, quiet, sendOpen, tiles } from '#test/support/telling.ts';

describe('the ways in', () => {
  const school = useQuietSchool();
  const answerTo = async (words: string) => {
    const keisha = school.teams.as('keisha');
    await keisha.say(words);
    return (await keisha.cards()).at(-1)?.text ?? '';
  };

  it('everybody is welcomed once, however often Teams says that the app is there', async () => {
    await school.teams.announce();
    await quiet(school);
    for (const name of ['robyn', 'keisha', 'grace']) {
      const welcomes = (await school.teams.as(name).cards()).filter(({ text }) => text.includes('Welcome to Online Safety'));
      assert.equal(welcomes.length, 1);
      assert.match(welcomes[0]?.text ?? '', /A child in danger now\? Ring 999\. Then fetch Mrs Shah or Mr Cole\./);
    }
  });

  it('answers what is written: report, my reports, help, what happens to a report', async () => {
    assert.match(await answerTo('Report'), /It takes under two minutes/);
    assert.match(await answerTo('my reports'), /You have not reported anything yet/);
    assert.match(await answerTo('HELP'), /What you can write here/);
    const happens = await answerTo('What happens to a report?');
    assert.match(happens, /Most reports go to Mrs Shah, then Mr Cole, then Mrs Lowe/);
    assert.match(happens, /That does not yet mean the child is safe/);
  });

  it('answers anything else with the home card, and keeps none of it', async () => {
    const home = await answerTo('Sam Example told me something in class');
    assert.match(home, /A child in danger now\? Ring 999/);
    assert.match(home, /Report it here/);
    assert.doesNotMatch(home, /Sam/);
    assert.deepEqual(await incidentsOf(school), []);
  });

  it('the action beside the message box opens the same form in any chat', async () => {
    const robyn = school.teams.as('robyn');
    await robyn.composeAction(undefined, { in: 'Year 5 planning' });
    assert.match(await onScreen(robyn), /A child in danger now\? Ring 999/);
    await robyn.press(tiles.imagery);
    await sendOpen(robyn);
    await school.teams.as('anita').card(/URGENT/);
    assert.deepEqual(await robyn.messages({ in: 'Year 5 planning' }), []);
  });

  for (const [tick, kept] of [
    [true, true],
    [false, false],
  ] as const) {
    it(`a reported message keeps link, author and time, and ${kept ? 'its words' : 'not its words when the tick is taken off'}`, async () => {
      await school.teams.as('owen').say('You are useless', { in: 'Year 5 planning' });
      const robyn = school.teams.as('robyn');
      await robyn.messageAction('You are useless');
      assert.match(await onScreen(robyn), /About a message from Mr Owen Brandt/);
      await robyn.press(tiles.other);
      await sendOpen(robyn, { 'm.keep': tick });
      await quiet(school);
      const [stored] = await incidentsOf(school);
      const reported = stored?.body.events.map(({ event }) => event).find(({ type }) => type === 'reported');
      assert.ok(reported?.type === 'reported');
      const { message } = reported.report;
      assert.match(message?.link ?? '', /^https:\/\/teams\.microsoft\.com\/l\/message\//);
      assert.equal(message?.authorName, 'Mr Owen Brandt');
      assert.equal(message?.sentAt, '2026-11-23T10:00:00.000Z');
      assert.equal(message?.text, kept ? 'You are useless' : undefined);
      assert.equal(JSON.stringify(stored).includes('useless'), kept);
      assert.doesNotMatch(await ownChat(school.teams.as('owen')), /OS-|handled by a colleague/);
    });
  }

  it('a message is not kept by opening the form alone', async () => {
    await school.teams.as('owen').say('You are useless', { in: 'Year 5 planning' });
    const robyn = school.teams.as('robyn');
    await robyn.messageAction('You are useless');
    await robyn.closeDialog();
    const { items } = await school.store.records.list('larkfield', { kind: 'draft', order: 'newest', limit: 5 });
    assert.deepEqual(items, []);
  });

  it('somebody who is not on the school’s list is turned away kindly and told whom to talk to', async () => {
    const pupil = school.teams.as('Nia Calloway');
    await pupil.say('report');
    const said = (await pupil.messages()).at(-1);
    assert.match(said?.text ?? said?.card?.text ?? '', /Larkfield Primary School/);
    assert.deepEqual(said?.card?.buttons ?? [], []);
  });
});
