import type { SayDecision, Saying } from './say.ts';
import { dayProblem } from './training-day.ts';

/** Another day for what they have said on this reminder to be done; undefined when they have not said so yet. */
export function correctDay({ person: by, now: at, today, record, topic }: Saying, on: string, since: string): SayDecision | undefined {
  const mine = record.entries.findLast((entry) => entry.topic === topic && entry.by === by && entry.source === 'self' && entry.at >= since);
  if (mine === undefined) return undefined;
  const problem = dayProblem(on, today);
  if (problem !== undefined) return { kind: 'refused', reason: problem, field: 'on' };
  if (mine.on === on) return { kind: 'unchanged' };
  return { kind: 'accepted', events: [{ type: 'corrected', at, by, entry: mine.entry, on, reason: 'Their own correction' }] };
}
