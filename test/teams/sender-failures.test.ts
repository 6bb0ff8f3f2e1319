import assert from 'node:assert/strict';
import type { Target } from '#queue/sender.ts';
import type { Reaction } from './fake-connector.ts';
import { chat, outgoing, person, tenantId, useSender } from './sender-under-test.ts';

describe('a card that does not arrive', () => {
  const { connector, sender } = useSender();
  const shown = (reaction: Reaction, target: Target = chat) => {
    connector.state.react = () => reaction;
    return sender().show(target, outgoing);
  };

  describe('and Teams says why', () => {
    const error = (code: string) => ({ error: { code, message: 'Tom Lee' } });
    const outcomes: [name: string, reaction: Reaction, result: object][] = [
      ['429 with Retry-After', { status: 429, headers: { 'retry-after': '17' } }, { kind: 'later', after: 17, reason: 'throttled' }],
      [
        '429 with more than an hour',
        { status: 429, headers: { 'retry-after': '99999' } },
        { kind: 'later', after: 3_600, reason: 'throttled' },
      ],
      ['429 without one', { status: 429 }, { kind: 'later', after: 5, reason: 'throttled' }],
      ['412', { status: 412, body: error('PreconditionFailed') }, { kind: 'later', after: 1, reason: 'busy' }],
      ['502', { status: 502 }, { kind: 'later', after: 10, reason: 'busy' }],
      ['503 with Retry-After', { status: 503, headers: { 'retry-after': '30' } }, { kind: 'later', after: 30, reason: 'busy' }],
      ['504', { status: 504 }, { kind: 'later', after: 10, reason: 'busy' }],
      ['500', { status: 500, body: error('ServiceError') }, { kind: 'never', reason: 'refused' }],
      ['400', { status: 400, body: error('BadSyntax') }, { kind: 'never', reason: 'refused' }],
      ['404', { status: 404, body: error('ConversationNotFound') }, { kind: 'never', reason: 'gone' }],
      ['413', { status: 413, body: error('MessageSizeTooBig') }, { kind: 'never', reason: 'too-big' }],
      [
        '403 ForbiddenOperationException',
        { status: 403, body: error('ForbiddenOperationException') },
        { kind: 'never', reason: 'not-installed' },
      ],
      [
        '403 BotNotInConversationRoster',
        { status: 403, body: error('BotNotInConversationRoster') },
        { kind: 'never', reason: 'not-installed' },
      ],
      ['403 ConversationBlockedByUser', { status: 403, body: error('ConversationBlockedByUser') }, { kind: 'never', reason: 'blocked' }],
      [
        '403 with a subCode',
        { status: 403, body: { error: { code: 'Forbidden', innerHttpError: {}, subCode: 'MessageWritesBlocked' } } },
        { kind: 'never', reason: 'blocked' },
      ],
      [
        '403 with JSON inside the message',
        { status: 403, body: { error: { code: 'BadArgument', message: '{"subCode":"MessageWritesBlocked","errorCode":209}' } } },
        { kind: 'never', reason: 'blocked' },
      ],
      ['403 BotDisabledByAdmin', { status: 403, body: error('BotDisabledByAdmin') }, { kind: 'never', reason: 'refused' }],
      ['403 without a word', { status: 403 }, { kind: 'never', reason: 'refused' }],
      ['a redirect', { status: 307, headers: { location: '/elsewhere' } }, { kind: 'later', after: 10, reason: 'no-answer' }],
    ];
    for (const [name, reaction, result] of outcomes) {
      it(`(${name}) says what it means and asks once`, async () => {
        assert.deepEqual(await shown(reaction), result);
        assert.equal(connector.heard.length, 1);
      });
    }

    it('when it creates the chat, posts nothing', async () => {
      const result = await shown({ status: 403, body: error('ForbiddenOperationException') }, { tenantId, to: { person } });
      assert.deepEqual(result, { kind: 'never', reason: 'not-installed' });
      assert.equal(connector.heard.length, 1);
    });

    it('when it replaces a card that is gone, posts no other one', async () => {
      const result = await shown({ status: 404, body: error('ActivityNotFoundInConversation') }, { ...chat, activityId: '1' });
      assert.deepEqual(result, { kind: 'never', reason: 'gone' });
      assert.deepEqual(
        connector.heard.map(({ method }) => method),
        ['PUT'],
      );
    });
  });

  describe('and there is no answer: the sender', () => {
    it('gives up at its time limit', async () => {
      connector.state.react = () => 'hang';
      assert.deepEqual(await sender({ timeLimit: 60 }).show(chat, outgoing), { kind: 'later', after: 10, reason: 'no-answer' });
      assert.equal(connector.heard.length, 1);
    });

    it('does not send a card again that may have arrived', async () => {
      assert.deepEqual(await shown('take-and-reset'), { kind: 'later', after: 10, reason: 'no-answer' });
      assert.equal(connector.heard.length, 1);
    });

    it('says so when nobody listens', async () => {
      const result = await sender().show({ ...chat, serviceUrl: 'http://127.0.0.1:9/' }, outgoing);
      assert.deepEqual(result, { kind: 'later', after: 10, reason: 'no-answer' });
    });

    it('from whoever gives the token, sends nothing and keeps to its limit', async () => {
      const broken = await sender({ token: async () => Promise.reject(new Error('no')) }).show(chat, outgoing);
      const silent = await sender({ token: () => new Promise(() => {}), timeLimit: 60 }).show(chat, outgoing);
      for (const result of [broken, silent]) assert.deepEqual(result, { kind: 'later', after: 10, reason: 'no-answer' });
      assert.deepEqual(connector.heard, []);
    });
  });
});
