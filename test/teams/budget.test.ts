import assert from 'node:assert/strict';
import sinon from 'sinon';
import { type Call, createBudget, teamsLimits } from '#teams/limits.ts';
import { createLimits } from '#test/local-teams/rate-limits.ts';

/** The budget beside Teams' own way of counting, on one clock that the test moves. */
describe('the budget of a tenant', () => {
  let clock: sinon.SinonFakeTimers;
  let budget: ReturnType<typeof createBudget>;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    budget = createBudget(teamsLimits, () => clock.now);
  });
  afterEach(() => clock.restore());

  const reminder = (n: number): Call => ({ tenantId: 't', conversationId: `chat-${n}`, alert: false });
  /** Always so many of them in line, as a broadcast has; `on` hears of each when it may go. */
  const broadcast = (lanes: number, on: (n: number) => void) => {
    let next = 0;
    const lane = async (): Promise<void> => {
      for (;;) {
        const n = next++;
        if ((await budget.take(reminder(n))) === undefined) on(n);
      }
    };
    for (let i = 0; i < lanes; i += 1) void lane();
  };

  it('lets a broadcast use more than 95 of a hundred, and never one too many', async () => {
    const teams = createLimits(() => clock.now);
    let sent = 0;
    let refused = 0;
    broadcast(80, (n) => {
      sent += 1;
      if (teams.take('send', `chat-${n}`) !== undefined) refused += 1;
    });
    await clock.tickAsync(20_000);
    assert.equal(refused, 0);
    assert.ok(sent / 20 >= 0.95 * 50, `${sent / 20} a second`);
  });

  it('stays within the limit when some are quicker on their way than others', async () => {
    const teams = createLimits(() => clock.now);
    let refused = 0;
    broadcast(80, (n) => setTimeout(() => (refused += Number(teams.take('send', `chat-${n}`) !== undefined)), (n * 7) % 20));
    await clock.tickAsync(20_000);
    assert.equal(refused, 0);
  });

  it('makes room for alerts out of a broadcast: together they are no more than it alone', async () => {
    const most = 50 / 1.042;
    let sent = 0;
    broadcast(80, () => (sent += 1));
    for (let second = 0; second < 20; second += 1) {
      for (let n = 0; n < 4; n += 1)
        void budget.take({ tenantId: 't', conversationId: `alert-${second}-${n}`, alert: true }).then(() => (sent += 1));
      await clock.tickAsync(1_000);
    }
    assert.ok(sent >= 0.95 * 50 * 20 && sent <= most * 20 + 1, `${sent / 20} a second`);
  });

  it('lets an alert go next, however many wait', async () => {
    broadcast(80, () => {});
    await clock.tickAsync(5_000);
    for (let n = 0; n < 10; n += 1) {
      const asked = clock.now;
      let went: number | undefined;
      void budget.take({ tenantId: 't', conversationId: `alert-${n}`, alert: true }).then(() => {
        went = clock.now;
      });
      await clock.tickAsync(100);
      assert.ok(went !== undefined && went - asked <= 30, `alert ${n} waited`);
    }
  });

  it('lets many alerts go at once while nothing else is sent', async () => {
    const alerts = Array.from({ length: 50 }, (_, n) => budget.take({ tenantId: 't', conversationId: `alert-${n}`, alert: true }));
    assert.deepEqual([...new Set(await Promise.all(alerts))], [undefined]);
    assert.equal(clock.now, 0);
  });

  it('keeps each tenant for itself', async () => {
    broadcast(80, () => {});
    await clock.tickAsync(3_000);
    assert.equal(await budget.take({ tenantId: 'other', alert: false }), undefined);
  });

  it('puts off after two seconds in line, and holds nobody else up who waits for their own chat', async () => {
    const one: Call = { tenantId: 't', conversationId: 'one', alert: true };
    for (let n = 0; n < 7; n += 1) await budget.take(one);
    const eighth = budget.take(one);
    assert.equal(await budget.take({ ...one, conversationId: 'two' }), undefined);
    await clock.tickAsync(1_100);
    assert.equal(await eighth, undefined);
    await budget.pause({ tenantId: 't', alert: false }, 5);
    assert.equal(await budget.take(reminder(1)), 5);
  });
});
