import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { useQuietSchool } from '#test/support/quiet-school.ts';
import { everythingSeen, onScreen, openForm, ownChat, pass, quiet, rung, sendOpen, tiles } from '#test/support/telling.ts';

describe('in danger now', () => {
  const school = useQuietSchool();

  async function danger(button = 'Alert the DSL and headteacher') {
    const robyn = school.teams.as('robyn');
    await openForm(robyn);
    await robyn.press('In danger now');
    if (button !== 'Alert the DSL and headteacher') await robyn.press('It is about one of them');
    await robyn.press(button, { 'x.room': 'Room 4' });
    await quiet(school);
    return robyn;
  }

  it('says first what to do, and alerts nobody before the one tap', async () => {
    const robyn = school.teams.as('robyn');
    await openForm(robyn);
    await robyn.press('In danger now');
    const words = await onScreen(robyn);
    assert.match(words, /Ring 999 if a child could be hurt in the next few minutes\. Stay with the child\./);
    assert.match(words, /Send an adult to fetch Mrs Shah or Mr Cole \(not anyone this is about\)\./);
    assert.match(words, /if nobody comes in 5 minutes, ring the office on 201/);
    await quiet(school);
    assert.doesNotMatch(await everythingSeen(school.teams.as('anita')), /OS-|handled by a colleague/);
  });

  it('one tap tells the DSL and the headteacher, each alone, which room and who is there', async () => {
    const robyn = await danger();
    for (const name of ['anita', 'judith']) {
      const { text, message } = await school.teams.as(name).card(/URGENT safeguarding report OS-/);
      assert.match(text, /Go to Room 4; Ms Patel is there\./);
      assert.equal(message.summary, 'Online Safety: urgent. Please open.');
    }
    const channel = await school.teams.as('anita').card(/OS-/, { in: 'Alerts' });
    assert.doesNotMatch(channel.text, /Room|Patel/);
    assert.match(await onScreen(robyn), /Alert sent \(10:00\) to .*Mrs Shah.* Stay with the child\. Now write what happened, if you can\./);
    const [receipt] = (await robyn.cards()).slice(-1);
    assert.match(receipt?.text ?? '', /The alert is out\. You have not written down what happened yet\./);
  });

  for (const [button, told, nottold] of [
    ['It is about the DSL', ['daniel', 'judith'], 'anita'],
    ['It is about the headteacher', ['yusuf', 'anita'], 'judith'],
  ] as const) {
    it(`"${button}" never tells that person, in any place`, async () => {
      const robyn = await danger(button);
      assert.doesNotMatch(await everythingSeen(school.teams.as(nottold)), /OS-|urgent/i);
      for (const name of told) {
        const card = await school.teams.as(name).card(/URGENT safeguarding report OS-/);
        assert.doesNotMatch(card.text, /Room 4|Patel|About|Policy/);
      }
      assert.doesNotMatch(await onScreen(robyn), nottold === 'anita' ? /to .*Mrs Shah/ : /to .*Mrs Lowe/);
      await robyn.press(tiles.bullying);
      assert.doesNotMatch(await onScreen(robyn), nottold === 'anita' ? /Mrs Shah/ : /Mrs Lowe/);
      await pass(school, 30);
      assert.doesNotMatch(await everythingSeen(school.teams.as(nottold)), /OS-|urgent/i);
    });
  }

  it('the report added later joins the same incident and asks nobody twice', async () => {
    const robyn = await danger();
    await robyn.press(tiles.bullying);
    await sendOpen(robyn, { 'q.harmed.0.name': 'Sam Example', 'q.what': 'Ran out of class' });
    await quiet(school);
    const dsl = school.teams.as('anita');
    assert.equal((await dsl.cards()).filter(({ text }) => text.includes('OS-')).length, 1);
    assert.equal((await school.store.records.list('larkfield', { kind: 'incident', order: 'newest', limit: 10 })).items.length, 1);
    await dsl.press('Open');
    assert.match((await dsl.dialog())?.card?.text ?? '', /Ran out of class/);
    assert.doesNotMatch((await robyn.cards()).at(-1)?.text ?? '', /not written down/);
  });

  it('never completed it stays open: "details not written yet", and the ladder goes on', async () => {
    const robyn = await danger();
    await robyn.closeDialog();
    await pass(school, 10);
    await school.teams.as('robyn').card(/Nobody has answered OS-/);
    const dsl = school.teams.as('anita');
    await dsl.press('Open');
    assert.match((await dsl.dialog())?.card?.text ?? '', /Raised by Ms Patel, details not written yet/);
    await dsl.closeDialog();
    assert.doesNotMatch(await ownChat(robyn), /Nobody has been told/);
    const rings = await rung(dsl);
    await pass(school, 10);
    assert.equal(await rung(dsl), rings + 1);
    await robyn.press('Write what happened');
    assert.match(await onScreen(robyn), /What is it about\?/);
  });

  it('a later report that names somebody alerted turns their card into the neutral sentence (S-14)', async () => {
    const robyn = await danger();
    await school.teams.as('anita').card(/URGENT/);
    await robyn.press(tiles.adult);
    await sendOpen(robyn, { 'q.adult.people': await school.teams.idOf('anita'), 'q.what': 'What I saw' });
    await quiet(school);
    const dsl = school.teams.as('anita');
    const cards = (await dsl.cards()).slice(1);
    assert.deepEqual(
      cards.map(({ text }) => text),
      ['Being handled by a colleague. Nothing for you to do.'],
    );
    assert.deepEqual(
      (await dsl.cards({ in: 'Alerts' })).map(({ text }) => text),
      ['Being handled by a colleague. Nothing for you to do.'],
    );
    assert.deepEqual(cards[0]?.buttons, []);
    await pass(school, 20);
    assert.doesNotMatch(await everythingSeen(dsl), /OS-/);
    await school.teams.as('daniel').card(/URGENT/);
  });
});
