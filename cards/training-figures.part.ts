import { counted } from './counted.ts';
import { listed } from './names.ts';
import { close, type Element, line, plain, subheading } from './parts.ts';

export type PeopleFigures = { all: number; inDate: number; dueSoon: number; overdue: number };

/** Somebody and the topics that they are named for, all in words. */
type NamedView = { name: string; topics: string[] };
export type ListedView = { count: number; first: NamedView[] };

/** How many people stand where, in a sentence. */
export function inAll({ all, inDate, dueSoon, overdue }: PeopleFigures): string {
  if (all === 0) return 'Nobody is on the school’s list yet.';
  const figures: [number, string][] = [
    [inDate, 'with nothing due'],
    [dueSoon, 'with something due within 30 days'],
    [overdue, 'with something that was due'],
  ];
  const said = figures.filter(([count]) => count > 0).map(([count, words]) => `${counted(count)} ${words}`);
  return `${counted(all, 'person', 'people')}: ${said.join(', ')}.`;
}

/** A heading and the first few by name; nothing at all for nobody. */
export function listPart(title: string, { count, first }: ListedView): Element[] {
  if (count === 0) return [];
  const more = count - first.length;
  return [
    subheading(count > first.length ? `${title} (${counted(count)})` : title),
    ...close([
      ...first.map(({ name, topics }) => line(`**${plain(name)}**: ${listed(topics.map(plain))}.`)),
      ...(more > 0 ? [line(more === 1 ? 'And 1 more person.' : `And ${counted(more)} more people.`, { subtle: true })] : []),
    ]),
  ];
}

/** In the week and in the month: the induction of whoever is new is followed until it is done (duties B-44). */
export const startersPart = (starters: ListedView): Element[] => listPart('New here, with part of the induction still open', starters);

/** What the reader owes themself: on such a day they have this message only. */
export function ownPart(own: { topic: string; due: string }[]): Element[] {
  if (own.length === 0) return [];
  return [
    subheading('Your own training'),
    ...close(own.map(({ topic, due }) => line(`**${plain(topic)}** ${due}.`))),
    line('Write *my training* in this chat to say what you have done.', { subtle: true }),
  ];
}
