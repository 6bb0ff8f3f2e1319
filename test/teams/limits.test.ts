import assert from 'node:assert/strict';
import type { Limits } from '#teams/limits.ts';
import { teamsLimits } from '#teams/limits.ts';
import { usual } from './fake-connector.ts';
import { chat, outgoing, useSender } from './sender-under-test.ts';

describe('the sender', () => {
  const { connector, sender } = useSender();

  describe('within the limits of Teams', () => {
    const quick: Limits = {
      ...teamsLimits,
      conversation: [{ calls: 2, seconds: 1 }],
      tenant: { calls: 5, seconds: 1 },
      longestWait: 0,
    };
    const many = (count: number, options: { limits: Limits; alert?: boolean; to?: (n: number) => string }) => {
      const teams = sender({ limits: options.limits });
      const to = options.to ?? ((n: number) => `chat-${n}`);
      return Promise.all(
        Array.from({ length: count }, (_, n) =>
          teams.show({ ...chat, conversationId: to(n) }, { ...outgoing, alert: options.alert ?? true }),
        ),
      );
    };
    const kinds = (results: { kind: string }[]) => results.map(({ kind }) => kind).join(' ');

    it('sends seven at once into one conversation, and puts the eighth off when waiting is not allowed', async () => {
      const results = await many(8, { limits: { ...teamsLimits, longestWait: 0 }, to: () => 'one' });
      assert.equal(kinds(results), `${'sent '.repeat(7)}later`);
      assert.deepEqual(results[7], { kind: 'later', after: 1, reason: 'throttled' });
      assert.equal(connector.heard.length, 7);
    });

    it('holds the eighth back instead, when the wait is short', async () => {
      const results = await many(3, {
        limits: { ...quick, conversation: [{ calls: 2, seconds: 1 }], longestWait: 2_000 },
        to: () => 'one',
      });
      assert.equal(kinds(results), 'sent sent sent');
    });

    it('puts off for as long as the longest window asks', async () => {
      const limits = {
        ...quick,
        conversation: [
          { calls: 1, seconds: 1 },
          { calls: 1, seconds: 30 },
        ],
        longestWait: 2_000,
      };
      const [, second] = await many(2, { limits, to: () => 'one' });
      assert.deepEqual(second, { kind: 'later', after: 30, reason: 'throttled' });
    });

    it('counts each conversation for itself', async () => {
      assert.equal(kinds(await many(4, { limits: quick, to: (n) => `chat-${n % 2}` })), 'sent sent sent sent');
    });

    it('keeps part of the budget of a tenant for alerts', async () => {
      const limits = { ...quick, conversation: [] };
      const teams = sender({ limits });
      const show = (n: number, alert: boolean) => teams.show({ ...chat, conversationId: `chat-${n}` }, { ...outgoing, alert });
      const quiet = await Promise.all([0, 1, 2, 3].map((n) => show(n, false)));
      assert.equal(kinds(quiet), 'sent sent later later');
      assert.equal(kinds(await Promise.all([5, 6, 7, 8].map((n) => show(n, true)))), 'sent sent sent later');
    });

    it('sends nothing more to a conversation for as long as Teams asks, and goes on elsewhere', async () => {
      const teams = sender({ limits: { ...teamsLimits, longestWait: 0 } });
      const show = (conversationId: string) => teams.show({ ...chat, conversationId }, outgoing);
      connector.state.react = () => ({ status: 429, headers: { 'retry-after': '17' } });
      await show('one');
      connector.state.react = usual;
      assert.deepEqual(await show('one'), { kind: 'later', after: 17, reason: 'throttled' });
      assert.deepEqual(await show('one'), { kind: 'later', after: 17, reason: 'throttled' });
      assert.equal((await show('two')).kind, 'sent');
      assert.equal(connector.heard.length, 2);
    });

    it('does not let what was put off use up the budget', async () => {
      const teams = sender({
        limits: { ...quick, conversation: [{ calls: 1, seconds: 1 }], tenant: { calls: 3, seconds: 60 } },
      });
      const show = (id: string) => teams.show({ ...chat, conversationId: id }, outgoing);
      assert.equal(
        kinds([await show('one'), await show('one'), await show('one'), await show('two'), await show('three')]),
        'sent later later sent sent',
      );
    });
  });
});
