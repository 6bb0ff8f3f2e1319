import { dayOf, daysAfter } from '#domain/days.ts';
import type { Calendar } from '#domain/settings.ts';
import type { Member } from '#domain/training/member.ts';
import type { Day } from '#domain/training/record.ts';

/** Days. */
const counts = 30;

/** Who is new, and who has left, in the last 30 days by the school's own calendar. Whoever was there when the roll began is not new. */
export function lately(members: readonly Member[], today: Day, calendar: Calendar): { joined: Member[]; left: Member[] } {
  const from = daysAfter(today, -counts);
  return {
    joined: members.filter(({ firstSeen, left }) => firstSeen !== undefined && dayOf(calendar, firstSeen) >= from && left === undefined),
    left: members.filter(({ left }) => left !== undefined && left >= from),
  };
}
