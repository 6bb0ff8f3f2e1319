import { shortened } from '#domain/typed-text.ts';
import { close, type Element, line, plain } from './parts.ts';

/** Characters for one list. Teams draws no message above 100 KB, and a case may go on for months. */
const room = 4_000;
/** One entry of a history: long reasons are kept whole in the record. */
const longestEntry = 300;

/** What people wrote, oldest first: the newest entries that fit, the very newest always, and how many are not shown. */
export function newest(written: string[]): Element[] {
  const texts = written.map(plain);
  let left = room;
  const from = texts.findLastIndex((text, i) => {
    left -= text.length;
    return left < 0 && i < texts.length - 1;
  });
  const shown = texts.slice(from + 1).map((text) => line(text));
  return close([
    ...(from < 0 ? [] : [line(`${from + 1} earlier ${from === 0 ? 'entry is' : 'entries are'} kept in the record.`, { subtle: true })]),
    ...shown,
  ]);
}

/** The same for a history, whose entries are cut short. */
export function newestSteps(texts: string[]): Element[] {
  return newest(texts.map((text) => (text.length > longestEntry ? `${shortened(text, longestEntry)}…` : text)));
}
