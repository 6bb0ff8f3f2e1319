import { wallClock } from '#domain/days.ts';
import type { World } from '#domain/decide.ts';
import type { Instant } from '#domain/time.ts';
import { dayInWords, weekdayOf } from '#domain/training/day-words.ts';
import type { Going } from '#domain/training/when-to-send.ts';

type Here = Pick<World, 'now' | 'settings'>;

/** `now`, `today at 14:30`, `on Monday 30 November at 07:45`: by the school's clock. */
export function goesInWords(startAt: Instant, { now, settings }: Here): string {
  if (startAt <= now) return 'now';
  const { zone } = settings.calendar;
  const [then, today] = [wallClock(zone, startAt), wallClock(zone, now)];
  return then.day === today.day ? `today at ${then.time}` : `on ${dayInWords(then.day, today.day)} at ${then.time}`;
}

/** Why nothing goes out at the moment that was asked for; nothing when it does. */
export function waitsInWords({ asked, quiet }: Going, { now, settings }: Here): { quiet?: string } {
  if (quiet === undefined) return {};
  const isNow = asked <= now;
  const is = isNow ? 'It is' : 'That is';
  if (quiet === 'weekend') return { quiet: `${is} ${isNow ? '' : 'a '}${weekdayOf(wallClock(settings.calendar.zone, asked).day)}.` };
  return { quiet: quiet === 'holiday' ? `${is} in the holidays.` : `${is} outside school hours.` };
}
