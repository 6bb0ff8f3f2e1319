import assert from 'node:assert/strict';
import { aCard, type BotReply, dialogWith, stand, words } from './fake-bot.ts';

const dialog = dialogWith(aCard([words('Late')]));
const patience = { invoke: 30, message: 30 };

describe('a turn that is too slow', () => {
  it('is brought again under the same id and then under a new one, and its answer is lost', async () => {
    const answers = Promise.withResolvers<BotReply>();
    const s = await stand(() => answers.promise, { patience });
    const state = await s.teams.as('robyn').composeAction();
    assert.deepEqual(
      state.notices.map(({ text }) => text),
      ['Unable to reach the app. Please try again.'],
    );
    while (s.bot.heard.length < 3) await new Promise(setImmediate);
    answers.resolve(dialog);
    await s.teams.settled();
    const [first, second, third] = s.bot.heard;
    assert.equal(s.bot.heard.length, 3);
    assert.equal(second?.id, first?.id);
    assert.notEqual(third?.id, first?.id);
    assert.deepEqual(third?.value, first?.value);
    assert.equal(await s.teams.as('robyn').dialog(), undefined);
    await s.close();
  });
});

describe('a turn that is answered with a server error', () => {
  it('is brought again, and a good answer to that counts', async () => {
    const s = await stand((_activity, nth) => (nth === 1 ? { status: 500 } : dialog));
    const state = await s.teams.as('robyn').composeAction();
    assert.deepEqual([s.bot.heard.length, state.dialog?.card?.text, state.notices], [2, 'Late', []]);
    await s.close();
  });

  it('three times is given up', async () => {
    const s = await stand(() => ({ status: 501 }));
    const state = await s.teams.as('robyn').composeAction();
    assert.deepEqual([s.bot.heard.length, state.notices.map(({ text }) => text)], [3, ['Something went wrong. Please try again.']]);
    await s.close();
  });
});

describe('a bot that is not there', () => {
  it('is said to be out of reach', async () => {
    const s = await stand();
    s.bot.close();
    assert.equal((await s.teams.as('robyn').composeAction()).notices.at(-1)?.text, 'Unable to reach the app. Please try again.');
    await s.close();
  });
});

describe('doing the last thing again', () => {
  it('brings it under the same id, or under another', async () => {
    const s = await stand();
    await s.teams.as('robyn').say('report');
    await s.teams.as('robyn').again();
    await s.teams.as('robyn').again({ newId: true });
    const ids = s.bot.heard.map(({ id }) => id);
    await s.close();
    assert.equal(ids[0], ids[1]);
    assert.notEqual(ids[0], ids[2]);
  });
});
