import { setTimeout as sleep } from 'node:timers/promises';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** So many calls in so many seconds. */
export type Window = { calls: number; seconds: number };
export type Limits = {
  /** For sending into one conversation. */
  conversation: Window[];
  /** For one app in one tenant, over everything that it asks of Teams. */
  tenant: Window;
  /** How much of the tenant's window only alerts may use. */
  keptForAlerts: number;
  /** The longest that a call is held back here, in milliseconds; what would take longer is put off. */
  longestWait: number;
};

/** The limits that Teams documents ("estimation only"), so that a 429 is the exception. */
export const teamsLimits: Limits = {
  conversation: [
    { calls: 7, seconds: 1 },
    { calls: 8, seconds: 2 },
    { calls: 60, seconds: 30 },
    { calls: 1_800, seconds: 3_600 },
  ],
  tenant: { calls: 50, seconds: 1 },
  keptForAlerts: 10,
  longestWait: 2_000,
};

export type Call = { tenantId: string; conversationId?: string; alert: boolean };
export type Budget = {
  /** Resolves to undefined when the call may go now, else to the whole seconds after which to try again. */
  take(call: Call): Promise<number | undefined>;
  /** Teams asked for a pause: nothing goes to that conversation (or, without one, that tenant) for so many seconds. */
  pause(call: Call, seconds: number): Promise<void>;
};

type Purse = { limiter: RateLimiterMemory; key: string };

/** Each process keeps its own budget: with several replicas Teams' own 429 is what remains, and it is honoured. */
export function createBudget(limits: Limits = teamsLimits): Budget {
  const conversation = limits.conversation.map(limiter);
  const tenant = limiter(limits.tenant);
  const quiet = limiter({ ...limits.tenant, calls: limits.tenant.calls - limits.keptForAlerts });
  // Never empty by itself: it only stands in the way while Teams has asked for a pause.
  const open = limiter({ calls: 1_000_000, seconds: 1 });
  const pauseKey = ({ tenantId, conversationId }: Call) => conversationId ?? tenantId;
  const pursesOf = ({ tenantId, conversationId, alert }: Call): Purse[] => [
    { limiter: tenant, key: tenantId },
    { limiter: open, key: tenantId },
    ...(alert ? [] : [{ limiter: quiet, key: tenantId }]),
    ...(conversationId === undefined ? [] : [open, ...conversation].map((one) => ({ limiter: one, key: conversationId }))),
  ];
  const take = async (call: Call): Promise<number | undefined> => {
    const purses = pursesOf(call);
    let left = limits.longestWait;
    for (;;) {
      const wait = await spend(purses);
      if (wait === 0) return undefined;
      if (wait > left) return Math.ceil(wait / 1_000);
      left -= wait;
      await sleep(wait);
    }
  };
  return { take, pause: async (call, seconds) => void (await open.block(pauseKey(call), seconds)) };
}

function limiter({ calls, seconds }: Window): RateLimiterMemory {
  return new RateLimiterMemory({ points: calls, duration: seconds });
}

/** Takes one call out of every purse, or none, and then says how many milliseconds the emptiest needs. */
async function spend(purses: Purse[]): Promise<number> {
  const taken = await Promise.allSettled(purses.map(({ limiter, key }) => limiter.consume(key)));
  const empty = taken.flatMap((one) => (one.status === 'rejected' ? [waitOf(one.reason)] : []));
  if (empty.length === 0) return 0;
  // A refused take counts too, so all of them are given back: waiting must not use up the hour.
  await Promise.all(purses.map(({ limiter, key }) => limiter.reward(key)));
  return Math.max(...empty, 1);
}

function waitOf(reason: unknown): number {
  if (reason instanceof RateLimiterRes) return reason.msBeforeNext;
  throw reason;
}
