import assert from 'node:assert/strict';
import { teamsLimits } from '#teams/limits.ts';
import type { Reaction } from './fake-connector.ts';
import { tenantId, useSender } from './sender-under-test.ts';

describe('the sender', () => {
  const { connector, sender } = useSender();

  describe('reading who is in a place', () => {
    const member = (id: string, fields: object = {}) => ({ id: `29:${id}`, objectId: id, name: 'Tom Lee', ...fields });

    it('reads every page, and leaves whoever has no id here without one', async () => {
      connector.state.react = ({ path }) =>
        path.includes('continuationToken=next')
          ? { status: 200, body: { members: [member('A2', { tenantId: 'elsewhere' }), { id: '28:app' }] } }
          : { status: 200, body: { members: [member('A1', { tenantId })], continuationToken: 'next' } };
      const members = await sender().roster(tenantId, '19:safe@thread.tacv2;messageid=1');
      assert.deepEqual(members, [{ person: `${tenantId}:a1` }, {}, {}]);
      assert.equal(connector.heard[0]?.path, '/uk/v3/conversations/19%3Asafe%40thread.tacv2/pagedmembers?pageSize=500');
    });

    const broken: [name: string, second: Reaction][] = [
      ['is refused', { status: 403 }],
      ['is throttled', { status: 429 }],
      ['is no page', { status: 200, body: { value: [] } }],
      ['breaks off', 'take-and-reset'],
    ];
    for (const [name, second] of broken) {
      it(`gives nothing at all when a later page ${name}`, async () => {
        connector.state.react = (_call, count) =>
          count === 1 ? { status: 200, body: { members: [member('A1')], continuationToken: 'next' } } : second;
        assert.equal(await sender().roster(tenantId, '19:safe'), undefined);
      });
    }

    it('does not follow pages without end', async () => {
      connector.state.react = () => ({ status: 200, body: { members: [], continuationToken: 'next' } });
      const limits = { ...teamsLimits, tenant: { calls: 1_000, seconds: 1 } };
      assert.equal(await sender({ limits }).roster(tenantId, '19:safe'), undefined);
      assert.equal(connector.heard.length, 100);
    });
  });
});
