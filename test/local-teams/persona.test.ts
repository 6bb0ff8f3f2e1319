import assert from 'node:assert/strict';
import { aCard, cardMessage, type Stand, stand, words } from './fake-bot.ts';
import { type Json, personalIdOf } from './world.ts';

describe('a person at Local Teams', () => {
  let s: Stand;
  const robyn = () => s.teams.as('robyn');
  const post = async (card: Json, who = 'robyn') => {
    const chat = personalIdOf(s.teams.world, await s.teams.idOf(who));
    return (await s.call('POST', `v3/conversations/${chat}/activities`, cardMessage(card))).body.id as string;
  };
  const last = () => s.bot.heard.at(-1) as Json & { value: Json; conversation: Json; channelData: Json; from: Json };

  beforeEach(async () => {
    s = await stand();
  });
  afterEach(() => s.close());

  it('writes to the bot as Teams brings it', async () => {
    await robyn().say('report <b>');
    const { type, text, from, conversation, channelData, attachments, serviceUrl } = last();
    assert.deepEqual([type, text, serviceUrl], ['message', 'report <b>', s.teams.url]);
    assert.deepEqual(attachments, [{ contentType: 'text/html', content: '<div>report &lt;b&gt;</div>' }]);
    assert.match(String(from.id), /^29:/);
    assert.equal(conversation.conversationType, 'personal');
    assert.deepEqual(channelData, { tenant: { id: s.teams.world.file.tenantId } });
  });

  it('is not heard by the bot in a channel without a mention', async () => {
    await robyn().say('Good morning', { in: 'Staffroom' });
    assert.equal(s.bot.heard.length, 0);
    await robyn().say('help', { in: 'Staffroom', mention: true });
    assert.equal(last().text, '<at>Online Safety</at> help');
    assert.match(String(last().conversation.id), /^19:larkfield-staffroom@thread\.tacv2;messageid=\d+$/);
    assert.deepEqual(last().channelData.channel, { id: '19:larkfield-staffroom@thread.tacv2' });
  });

  it('cannot write where they are not, or to an app that they do not have', async () => {
    await assert.rejects(robyn().say('Hello', { in: 'Alerts' }), /not in that conversation/);
    await robyn().setApp('absent');
    await assert.rejects(robyn().say('Hello'), /not installed/);
  });

  it('installing the app brings both events, removing it one, blocking it none', async () => {
    await robyn().setApp('absent');
    await robyn().setApp('installed');
    await robyn().setApp('blocked');
    const told = s.bot.heard.map((activity) => [activity.type, activity.action]);
    assert.deepEqual(told, [
      ['installationUpdate', 'remove'],
      ['installationUpdate', 'add'],
      ['conversationUpdate', undefined],
    ]);
    assert.deepEqual(s.bot.heard.at(-1)?.membersAdded, [{ id: s.teams.world.botId }]);
  });

  it('has unread messages until they are read', async () => {
    await post(aCard([words('One')]));
    const unread = async () => (await robyn().state()).conversations.find(({ kind }) => kind === 'personal')?.unread;
    assert.equal(await unread(), 1);
    await robyn().read();
    assert.equal(await unread(), 0);
  });

  it('waits for what comes, and says what is there when it does not', async () => {
    const coming = robyn().card('Later');
    await post(aCard([words('Later')]));
    assert.equal((await coming).text, 'Later');
    await assert.rejects(robyn().card('Never', { within: 50 }), /Waited 50 ms in vain[\s\S]*Later/);
  });
});
