import assert from 'node:assert/strict';
import { aCard, type BotReply, cardMessage, dialogWith, type Stand, stand } from './fake-bot.ts';
import { type Json, personalIdOf } from './world.ts';

const open = { type: 'Action.Submit', title: 'Report', data: { verb: 'report.open', msteams: { type: 'task/fetch' } } };
const closed: BotReply = { status: 200 };

describe('a dialog', () => {
  let s: Stand;
  let reply: () => BotReply;
  const robyn = () => s.teams.as('robyn');
  const last = () => s.bot.heard.at(-1) as Json & { value: Json };
  const post = async (card: Json) => {
    const chat = personalIdOf(s.teams.world, await s.teams.idOf('robyn'));
    return (await s.call('POST', `v3/conversations/${chat}/activities`, cardMessage(card))).body.id;
  };
  beforeEach(async () => {
    reply = () => closed;
    s = await stand(() => reply());
  });
  afterEach(() => s.close());

  const form = (title: string) =>
    dialogWith(
      aCard([{ type: 'Input.Text', id: 'a', label: 'A' }], [{ type: 'Action.Submit', title: 'Next', data: { verb: 'next' } }]),
      title,
    );

  it('opens from a card, goes on, and closes on an empty answer', async () => {
    const id = await post(aCard([], [open]));
    reply = () => form('One');
    assert.equal((await robyn().press('Report')).dialog?.title, 'One');
    assert.deepEqual([last().name, last().replyToId, last().value.data], ['task/fetch', id, open.data]);
    reply = () => form('Two');
    assert.equal((await robyn().press('Next', { a: 'x' })).dialog?.title, 'Two');
    assert.deepEqual([last().name, last().value.data], ['task/submit', { verb: 'next', a: 'x' }]);
    reply = () => closed;
    assert.equal((await robyn().press('Next')).dialog, undefined);
  });

  it('shows a message without buttons', async () => {
    await post(aCard([], [open]));
    reply = () => ({ status: 200, body: { task: { type: 'message', value: 'Nothing here.' } } });
    assert.equal((await robyn().press('Report')).dialog?.text, 'Nothing here.');
    await assert.rejects(robyn().press('Next'), /no buttons/);
    assert.equal((await robyn().closeDialog()).dialog, undefined);
  });

  it('stays as it is when the bot answers with an error', async () => {
    await post(aCard([], [open]));
    reply = () => form('One');
    await robyn().press('Report');
    reply = () => ({ status: 400 });
    assert.equal((await robyn().press('Next')).dialog?.title, 'One');
    assert.equal((await robyn().notices()).at(-1)?.kind, 'error');
  });

  it('opened beside the compose box goes on through the same command', async () => {
    reply = () => form('One');
    await robyn().composeAction('report', { in: 'Year 5 planning' });
    assert.deepEqual(
      [last().name, last().value.commandId, last().value.commandContext],
      ['composeExtension/fetchTask', 'report', 'compose'],
    );
    await robyn().press('Next', { a: 'x' });
    assert.deepEqual(
      [last().name, last().value.commandId, last().value.data],
      ['composeExtension/submitAction', 'report', { verb: 'next', a: 'x' }],
    );
  });

  it('opened from a message brings the message along', async () => {
    await s.teams.as('brandt').say('Look at <this>', { in: 'Staffroom' });
    reply = () => form('One');
    await robyn().messageAction('Look at');
    const payload = last().value.messagePayload as Json;
    assert.deepEqual([last().value.commandId, last().value.commandContext], ['report-message', 'message']);
    assert.deepEqual(payload.body, { contentType: 'html', content: '<p>Look at &lt;this&gt;</p>' });
    assert.deepEqual(payload.from, {
      user: { userIdentityType: 'aadUser', id: await s.teams.idOf('brandt'), displayName: 'Mr Owen Brandt' },
    });
  });
});
