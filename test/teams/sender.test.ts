import assert from 'node:assert/strict';
import { chat, outgoing, person, tenantId, useSender } from './sender-under-test.ts';

const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: outgoing.card }];

describe('the sender', () => {
  const { connector, sender } = useSender();

  it('posts a card alone, with a summary for the lock screen, and rings', async () => {
    assert.deepEqual(await sender().show(chat, outgoing), { kind: 'sent', conversationId: 'a:chat', activityId: 'card-1' });
    const body = { type: 'message', summary: outgoing.summary, attachments, channelData: { notification: { alert: true } } };
    assert.deepEqual(connector.heard, [
      { method: 'POST', path: '/uk/v3/conversations/a%3Achat/activities', authorization: undefined, body },
    ]);
  });

  it('does not ring for what is no alert', async () => {
    await sender().show(chat, { ...outgoing, alert: false });
    assert.deepEqual(connector.heard[0]?.body, { type: 'message', summary: outgoing.summary, attachments });
  });

  it('replaces the card that stands there already', async () => {
    const result = await sender().show({ ...chat, activityId: '1:2/3' }, { ...outgoing, alert: false });
    assert.deepEqual(result, { kind: 'sent', conversationId: 'a:chat', activityId: '1:2/3' });
    assert.deepEqual(
      connector.heard.map(({ method, path }) => [method, path]),
      [['PUT', '/uk/v3/conversations/a%3Achat/activities/1%3A2%2F3']],
    );
  });

  it('creates the chat by Entra id when there is none, and then posts, so that the id is the id of the card', async () => {
    const result = await sender().show({ tenantId, to: { person } }, outgoing);
    assert.deepEqual(result, { kind: 'sent', conversationId: 'a:created', activityId: 'card-2' });
    const members = [{ id: 'a1000000-0000-4000-8000-000000000001' }];
    assert.deepEqual(connector.heard[0]?.body, {
      isGroup: false,
      bot: { id: '28:local' },
      members,
      tenantId,
      channelData: { tenant: { id: tenantId } },
    });
    assert.equal(connector.heard[1]?.path, '/uk/v3/conversations/a%3Acreated/activities');
  });

  it('posts into a place by its own id', async () => {
    const result = await sender().show({ tenantId, to: { place: '19:safe@thread.tacv2' } }, outgoing);
    assert.equal(result.kind === 'sent' && result.conversationId, '19:safe@thread.tacv2');
    assert.equal(connector.heard.length, 1);
  });

  it('sends nothing, and no token, to an address that is not allowed', async () => {
    const result = await sender({ token: async () => 'secret' }).show({ ...chat, serviceUrl: 'https://elsewhere.invalid/' }, outgoing);
    assert.deepEqual(result, { kind: 'never', reason: 'refused' });
    assert.deepEqual(connector.heard, []);
  });

  it('answers in a turn by a post of its own, and says whether it arrived', async () => {
    const conversation = { id: '19:x;messageid=1', kind: 'channel' as const, serviceUrl: connector.serviceUrl };
    assert.equal(await sender().reply(tenantId, conversation, { type: 'message', text: 'Hello.' }), true);
    assert.deepEqual(connector.heard[0]?.body, { type: 'message', text: 'Hello.' });
    connector.state.react = () => ({ status: 502 });
    assert.equal(await sender().reply(tenantId, conversation, { type: 'message', text: 'Hello.' }), false);
  });
});
