import type { Campaign, Tally } from './campaign.ts';

/** What became of one person of a campaign. 'nothing-owed': they had done it before it reached them. */
export type Fate = { kind: 'delivered' | 'left' | 'nothing-owed' } | { kind: 'unreachable'; reason: string };
type Tallied = { tally: Tally; reasons: Record<string, number> };

export type Progress = {
  /** Once for each position. */
  settle(position: number, fate: Fate): void;
  isSettled(position: number): boolean;
  /** How many from the first are settled without a gap. */
  cursor(): number;
  /** Of those before the cursor. */
  counted(): Tallied;
  /** Of everybody who is settled. */
  all(): Tallied;
};

/** Counts on from where a campaign stands. Those settled out of turn are remembered only until the cursor has passed them. */
export function createProgress(from: Pick<Campaign, 'cursor'> & { counted: Tallied }): Progress {
  const ahead = new Map<number, Fate>();
  let { cursor, counted } = from;
  return {
    settle: (position, fate) => {
      ahead.set(position, fate);
      for (let next = ahead.get(cursor); next !== undefined; next = ahead.get(cursor)) {
        ahead.delete(cursor);
        counted = plus(counted, next);
        cursor += 1;
      }
    },
    isSettled: (position) => position < cursor || ahead.has(position),
    cursor: () => cursor,
    counted: () => counted,
    all: () => [...ahead.values()].reduce(plus, counted),
  };
}

const counter = { delivered: 'delivered', left: 'left', 'nothing-owed': 'doneBefore', unreachable: 'unreachable' } as const;

function plus({ tally, reasons }: Tallied, fate: Fate): Tallied {
  const key = counter[fate.kind];
  const more = { ...tally, [key]: tally[key] + 1 };
  return fate.kind === 'unreachable'
    ? { tally: more, reasons: { ...reasons, [fate.reason]: (reasons[fate.reason] ?? 0) + 1 } }
    : { tally: more, reasons };
}
