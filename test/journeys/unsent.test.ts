import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { useQuietSchool } from '#test/support/quiet-school.ts';
import { everythingSeen, onScreen, openForm, openTile, ownChat, pass, quiet, sendOpen, tiles } from '#test/support/telling.ts';

describe('a report begun and not sent (S-04)', () => {
  const school = useQuietSchool();
  const begin = async (tile: keyof typeof tiles) => {
    const robyn = school.teams.as('robyn');
    await openTile(robyn, tile);
    return robyn;
  };

  it('opening alone writes nothing and reminds nobody', async () => {
    await openForm(school.teams.as('robyn'));
    await pass(school, 90);
    assert.doesNotMatch(await ownChat(school.teams.as('robyn')), /not sent/);
    assert.equal((await school.store.records.list('larkfield', { kind: 'draft', order: 'newest', limit: 5 })).items.length, 0);
  });

  it('says at 10 minutes and at home time that nobody has been told', async () => {
    const robyn = await begin('bullying');
    await robyn.closeDialog();
    await pass(school, 9);
    assert.doesNotMatch(await ownChat(robyn), /not sent this/);
    await pass(school, 1);
    await robyn.card(/You have not sent this\. Nobody has been told\./);
    await pass(school, 5 * 60 + 10);
    const reminders = (await robyn.cards()).filter(({ text }) => text.includes('You have not sent this'));
    assert.equal(reminders.length, 2);
  });

  it('tells the DSL at 60 minutes who, and not what', async () => {
    const robyn = await begin('bullying');
    await robyn.press('Who will it go to?', { 'q.what': 'Messages in a group' });
    await robyn.closeDialog();
    await pass(school, 59);
    assert.doesNotMatch(await ownChat(school.teams.as('anita')), /has not sent it/);
    await pass(school, 1);
    const told = await school.teams.as('anita').card(/Ms Patel started a report \(10:00\) and has not sent it/);
    assert.doesNotMatch(told.text, /Messages|Bullying/i);
    assert.doesNotMatch(await ownChat(school.teams.as('daniel')), /has not sent it/);
  });

  for (const tile of ['adult', 'other'] as const) {
    it(`never tells the DSL when it may be about an adult ("${tiles[tile]}")`, async () => {
      const robyn = await begin(tile);
      await robyn.closeDialog();
      await pass(school, 61);
      await robyn.card(/You have not sent this/);
      for (const name of ['anita', 'daniel', 'judith']) assert.doesNotMatch(await everythingSeen(school.teams.as(name)), /has not sent it/);
    });
  }

  it('no longer claims "not sent" once it is sent, for the reporter and for the DSL', async () => {
    const robyn = await begin('bullying');
    await robyn.closeDialog();
    await pass(school, 61);
    await robyn.press('Continue');
    await sendOpen(robyn, { 'q.what': 'Messages in a group' });
    await quiet(school);
    assert.doesNotMatch(await ownChat(robyn), /You have not sent this|Your report is not sent/);
    assert.doesNotMatch((await school.teams.as('anita').cards()).map(({ text }) => text).join(), /has not sent it/);
    assert.equal((await school.store.records.list('larkfield', { kind: 'draft', order: 'newest', limit: 5 })).items.length, 0);
  });

  it('put away, it no longer claims anything, and is never offered again', async () => {
    const robyn = await begin('bullying');
    await robyn.closeDialog();
    await pass(school, 10);
    await robyn.press('It is not needed');
    assert.match(await onScreen(robyn), /Nobody has been told, and what was typed is removed/);
    await robyn.closeDialog();
    await quiet(school);
    assert.doesNotMatch((await robyn.cards()).map(({ text }) => text).join(), /You have not sent this/);
    await openForm(robyn);
    assert.match(await onScreen(robyn), /What is it about\?/);
  });

  it('offers *Continue* with what was typed, or a new one', async () => {
    const robyn = await begin('bullying');
    await robyn.press('Who will it go to?', { 'q.what': 'Messages in a group' });
    await robyn.closeDialog();
    await openForm(robyn);
    assert.match(await onScreen(robyn), /You have not sent this\. Nobody has been told\./);
    assert.match(await onScreen(robyn), /Bullying, hate or cruel messages, begun 10:00/);
    await robyn.press('Continue');
    assert.equal((await robyn.dialog())?.card?.inputs.find(({ id }) => id === 'q.what')?.value, 'Messages in a group');
    await robyn.closeDialog();
    await openForm(robyn);
    await robyn.press('New report');
    assert.match(await onScreen(robyn), /What is it about\?/);
    await robyn.press(tiles.rules);
    assert.equal((await robyn.dialog())?.card?.inputs.find(({ id }) => id === 'q.what')?.value, '');
  });
});
