import { checkWhole } from '#stores/misuse.ts';

/** Seconds. A message is only a nudge: whatever is further off than an hour is `dueAt` on a record, found by the sweep. */
const longest = 3_600;

/** Throws `StoreMisuse` (`bad-delay`) unless `after` is whole seconds from 0 to 3,600. */
export function checkDelay(after: number): void {
  checkWhole(after, 0, longest, 'bad-delay');
}

/** Throws `StoreMisuse` unless `max` is 1 to 32 and `visibleFor` whole seconds from 1 to 3,600. */
export function checkReceive(max: number, visibleFor: number): void {
  checkWhole(max, 1, 32, 'bad-limit');
  checkWhole(visibleFor, 1, longest, 'bad-delay');
}
