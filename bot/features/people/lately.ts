import { daysAfter } from '#domain/days.ts';
import type { Member } from '#domain/training/member.ts';
import type { Day } from '#domain/training/record.ts';

/** Days. */
const counts = 30;

/** Who is new, and who has left, in the last 30 days. Whoever was there when the roll began is not new. */
export function lately(members: readonly Member[], today: Day): { joined: Member[]; left: Member[] } {
  const from = daysAfter(today, -counts);
  return {
    joined: members.filter(({ firstSeen, left }) => firstSeen !== undefined && firstSeen.slice(0, 10) >= from && left === undefined),
    left: members.filter(({ left }) => left !== undefined && left >= from),
  };
}
