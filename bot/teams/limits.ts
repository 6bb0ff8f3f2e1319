import { createPace } from './pace.ts';
import { createBooks, freeAt, margin, note, type Window } from './window.ts';

export type Limits = {
  /** For sending into one conversation. */
  conversation: Window[];
  /** For one app in one tenant, over everything that it asks of Teams. */
  tenant: Window;
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
  longestWait: 2_000,
};

export type Call = { tenantId: string; conversationId?: string; alert: boolean };
export type Budget = {
  /** Resolves to undefined when the call may go now, else to the whole seconds after which to try again. Alerts go first. */
  take(call: Call): Promise<number | undefined>;
  /** Teams asked for a pause: nothing goes to that conversation (or, without one, that tenant) for so many seconds. */
  pause(call: Call, seconds: number): Promise<void>;
};

type Waiting = { call: Call; until: number; answer: (seconds: number | undefined) => void };
/** What is known of one tenant. `lines` hold who waits: alerts, then everything else, each in the order in which they came. */
type Door = { sent: number[]; lines: [alerts: Waiting[], others: Waiting[]]; pace: ReturnType<typeof createPace>; timer?: NodeJS.Timeout };

/**
 * Each process keeps its own budget: with several replicas Teams' own 429 is what remains, and it is honoured.
 * Whoever waits for their own conversation holds nobody else up.
 */
export function createBudget(limits: Limits = teamsLimits, clock: () => number = () => performance.now()): Budget {
  const doors = new Map<string, Door>();
  const chats = createBooks(limits.conversation);
  const paused = new Map<string, number>();

  const doorOf = (tenantId: string): Door => {
    const door = doors.get(tenantId) ?? { sent: [], lines: [[], []], pace: createPace(limits.tenant) };
    doors.set(tenantId, door);
    return door;
  };
  /** When this call may go, if nobody went before it. */
  const mayGoAt = (door: Door, { tenantId, conversationId, alert }: Call): number => {
    const own = conversationId === undefined ? 0 : chats.freeAt(conversationId);
    const pauses = Math.max(paused.get(tenantId) ?? 0, (conversationId && paused.get(conversationId)) || 0);
    return Math.max(own, pauses, freeAt(door.sent, [limits.tenant]), alert ? 0 : door.pace.nextAt());
  };
  const go = (door: Door, { conversationId, alert }: Call, now: number) => {
    note(door.sent, now, [limits.tenant]);
    if (alert) door.pace.overtaken(now);
    else door.pace.spend(now);
    if (conversationId !== undefined) chats.note(conversationId, now);
  };
  /** Lets in whoever may go, answers whoever has waited long enough, and comes back when the next one may. */
  const serve = (door: Door) => {
    clearTimeout(door.timer);
    const now = clock();
    for (const line of door.lines) {
      for (const one of [...line]) {
        const at = mayGoAt(door, one.call);
        if (at > now && at <= one.until) continue;
        line.splice(line.indexOf(one), 1);
        if (at <= now) go(door, one.call, now);
        one.answer(at <= now ? undefined : secondsTo(at, now));
      }
    }
    const next = Math.min(...door.lines.flat().map(({ call }) => mayGoAt(door, call)));
    if (next < Number.POSITIVE_INFINITY) door.timer = setTimeout(serve, Math.max(1, next - now), door);
  };
  return {
    take: (call) => {
      const { promise, resolve } = Promise.withResolvers<number | undefined>();
      const door = doorOf(call.tenantId);
      door.lines[call.alert ? 0 : 1].push({ call, until: clock() + limits.longestWait, answer: resolve });
      serve(door);
      return promise;
    },
    pause: async ({ tenantId, conversationId }, seconds) => {
      const now = clock();
      for (const [key, until] of paused) if (until <= now) paused.delete(key);
      paused.set(conversationId ?? tenantId, now + seconds * 1_000);
      serve(doorOf(tenantId));
    },
  };
}

const secondsTo = (at: number, now: number) => Math.max(1, Math.ceil((at - now - margin) / 1_000));
