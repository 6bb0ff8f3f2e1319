import assert from 'node:assert/strict';
import { aCard, cardMessage, type Stand, stand, words } from './fake-bot.ts';
import { personalIdOf } from './world.ts';

const hello = cardMessage(aCard([words('Hello')]));

describe('a fault on demand', () => {
  let s: Stand;
  let shah: string;
  const activities = (guid: string) => `v3/conversations/${personalIdOf(s.teams.world, guid)}/activities`;
  beforeEach(async () => {
    s = await stand();
    shah = await s.teams.idOf('shah');
  });
  afterEach(() => s.close());

  it('answers the next matching call, so often and no more', async () => {
    await s.teams.fault({ person: 'shah', method: 'POST', answer: 429, retryAfter: 3 });
    const cole = await s.teams.idOf('cole');
    assert.equal((await s.call('POST', activities(cole), hello)).status, 201);
    const { status, headers } = await s.call('POST', activities(shah), hello);
    assert.deepEqual([status, headers.get('retry-after')], [429, '3']);
    assert.equal((await s.call('POST', activities(shah), hello)).status, 201);
  });

  it('may break the connection after it did what was asked', async () => {
    await s.teams.fault({ answer: 'reset-after-accept' });
    await assert.rejects(s.call('POST', activities(shah), hello));
    assert.equal((await s.teams.as('shah').cards()).length, 1);
    assert.deepEqual(
      (await s.teams.record()).map(({ status }) => status),
      ['reset'],
    );
  });

  it('may never answer', async () => {
    await s.teams.fault({ answer: 'hang' });
    const call = fetch(new URL(activities(shah), s.teams.url), {
      method: 'POST',
      body: JSON.stringify(hello),
      signal: AbortSignal.timeout(100),
    });
    await assert.rejects(call, { name: 'TimeoutError' });
    assert.deepEqual(await s.teams.as('shah').cards(), []);
  });
});
