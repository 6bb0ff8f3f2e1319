import { type PlacesForm, setupPlacesCard } from '#cards/setup-places.card.ts';
import type { Problems } from '#domain/set-up-checks.ts';
import type { Place } from '#domain/settings.ts';
import { unprovenPlaces } from '#domain/test-alert.ts';
import { knownPlaces, type PlaceBody, placeName } from '#stores/place-record.ts';
import type { Stored } from '#stores/records.ts';
import { latestTest } from '#stores/test-alert-record.ts';
import type { Context } from './context.ts';
import { readText } from './read-form.ts';
import { type Section, saveSection, showSection } from './section.ts';

/** The places travel with the form: what may be chosen is what the store knows, never what a card names. */
type Form = { uses: PlacesForm; known: Stored<PlaceBody>[] };

const section: Section<Form> = {
  title: 'Places',
  stored: async (context) => {
    const known = await placesOf(context);
    const { places } = context.loaded.settings;
    return formOf(known, (place) => places.find((chosen) => chosen.conversationId === place.body.conversationId)?.use ?? 'none');
  },
  read: async (context) => formOf(await placesOf(context), (place) => readText(context.request.data, place.id)),
  check: ({ uses }): Problems => {
    const wrong = Object.entries(uses).filter(([, use]) => !['dsl', 'headteacher', 'none'].includes(use));
    return Object.fromEntries(wrong.map(([key]) => [key, 'unknown-choice' as const]));
  },
  change: ({ uses, known }) => ({ type: 'choose-places', places: known.flatMap((place) => chosen(place, uses[place.id])) }),
  draw: async (view, context) => {
    const { settings } = context.loaded;
    const test = (await latestTest(context.deps.records, context.request.actor.school))?.body;
    const { uses, known } = view.form;
    return setupPlacesCard({
      ...view,
      form: uses,
      known: known.map(({ id, body }) => ({ key: id, name: placeName(body), kind: body.kind })),
      gone: settings.places
        .filter((place) => !known.some(({ body }) => body.conversationId === place.conversationId))
        .map((place) => place.name),
      unproven: unprovenPlaces(settings, test).map((place) => place.name),
    });
  },
};

function placesOf({ deps, request }: Context): Promise<Stored<PlaceBody>[]> {
  return knownPlaces(deps.records, request.actor.school);
}

function formOf(known: Stored<PlaceBody>[], use: (place: Stored<PlaceBody>) => string): Form {
  return { known, uses: Object.fromEntries(known.map((place) => [place.id, use(place)])) };
}

function chosen({ body }: Stored<PlaceBody>, use: string | undefined): Place[] {
  if (use !== 'dsl' && use !== 'headteacher') return [];
  return [{ conversationId: body.conversationId, name: placeName(body), kind: body.kind, use }];
}

export const showPlaces = showSection(section);
export const savePlaces = saveSection(section);
