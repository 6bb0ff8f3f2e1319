import { beginClimb } from '#domain/ladder.ts';
import type { Role } from '#domain/people.ts';
import type { Priority } from '#domain/policy.ts';
import type { Calendar } from '#domain/settings.ts';
import { gmt, schoolYear } from './school-year.ts';
import { line, punctually } from './section-three.ts';

export type Telling = { priority: Priority; role?: Role; kind?: 'to' | 'also'; calendar?: Calendar };

export const begin = ({ priority, role = 'dsl', kind = 'to' }: Telling, at: string) => beginClimb({ role, kind, priority }, gmt(at));

/** What happens from `at` to `until`, both Greenwich time, while nobody answers and no clock is late. */
export function unanswered(telling: Telling, at: string, until: string): string[] {
  return punctually(begin(telling, at), gmt(until), telling.calendar ?? schoolYear).taken.map(line);
}

export const urgent: Telling = { priority: 'urgent' };
export const high: Telling = { priority: 'high' };
export const standard: Telling = { priority: 'standard' };
