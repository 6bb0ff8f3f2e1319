import type { Place } from '#domain/settings.ts';
import { choiceInput } from './inputs.ts';
import { box, type Card, line, plain } from './parts.ts';
import { field, type SectionView, sectionCard } from './setup-parts.ts';
import { placeKinds } from './setup-words.ts';

/** By the key of each place where the app was added: whose alerts are posted there. */
export type PlacesForm = Record<string, string>;

type KnownPlace = { key: string; name: string; kind: Place['kind'] };
type PlacesView = SectionView<PlacesForm> & {
  known: KnownPlace[];
  /** Chosen before, but the app has since been taken out of it. */
  gone: string[];
  /** Private channels whose test alert has not arrived yet. */
  unproven: string[];
};

const uses = [
  { title: 'DSL and deputies', value: 'dsl' },
  { title: 'Headteacher', value: 'headteacher' },
  { title: 'No alerts here', value: 'none' },
];

export function setupPlacesCard(view: PlacesView): Card {
  return sectionCard(view, { title: 'Where are alerts posted?', save: 'setup.places-save' }, [
    line(
      'Everybody is also told in their own chat. An alert in a channel or group chat shows a reference, what kind of worry it is, and who has taken it: no names.',
    ),
    ...(view.known.length === 0
      ? [box([line('The app is in no channel or group chat yet. Add it to one in Teams, then come back. This is not required.')])]
      : []),
    ...view.known.flatMap((place) =>
      field(choiceInput(place.key, labelOf(place), uses, { value: view.form[place.key] ?? 'none', style: 'compact' }), view.problems),
    ),
    ...view.gone.map((name) =>
      line(`${plain(name)}: the app is no longer there. It is taken off the list when you save.`, { colour: 'warning' }),
    ),
    ...view.unproven.map((name) => line(unprovenWords(name), { colour: 'warning' })),
  ]);
}

/** Why a private channel does not count: not every school lets the app read who is in one. */
export function unprovenWords(name: string): string {
  return `${plain(name)} is a private channel and does not count yet: no test alert has arrived there. Send a test alert.`;
}

function labelOf({ name, kind }: KnownPlace): string {
  return `${plain(name)} (${placeKinds[kind]})`;
}
