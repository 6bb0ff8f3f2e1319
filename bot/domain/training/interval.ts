import { longestStaffMonths } from './months.ts';
import type { TrainingPolicy } from './policy.ts';

/** How often all staff are trained, where the policy leaves it to the school. Everything in months. */
export type OpenInterval = {
  /** What the policy's word may mean. */
  readings: number[];
  /** What the school may choose; never more than twelve (S-22). */
  choices: number[];
  /** What holds until somebody has chosen: the safer reading. */
  untilAnswered: number;
};

/** Undefined where the policy settles it. */
export function openInterval({ topics }: TrainingPolicy): OpenInterval | undefined {
  const again = topics.find((topic) => topic.again?.bySchool === true)?.again;
  if (again === undefined) return undefined;
  const readings = again.readings ?? [again.months];
  const choices = [...new Set([...readings, longestStaffMonths])].filter((months) => months <= longestStaffMonths).sort((a, b) => a - b);
  return { readings, choices, untilAnswered: Math.min(again.months, longestStaffMonths) };
}
