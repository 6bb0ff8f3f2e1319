import { hasLeft } from '#bot/graph/directory.ts';
import { called, listed } from '#cards/names.ts';
import type { Contacts } from '#cards/words.ts';
import { nextOpening } from '#domain/calendar.ts';
import type { World } from '#domain/decide.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import { byPhone, holdersOnDuty } from '#domain/roles.ts';
import type { Settings } from '#domain/settings.ts';
import { clockTime } from '#domain/when.ts';
import { loadSettings } from '#stores/settings-record.ts';
import type { Deps } from './handler.ts';

/** What every decision of a school needs: its settings as they stand, its rules, the time. One read. */
export async function worldOf(
  deps: Pick<Deps, 'records' | 'directory' | 'initialSettings' | 'ruleSets' | 'remembered' | 'now' | 'newId'>,
  school: SchoolKey,
): Promise<World> {
  const { settings } = await loadSettings(deps, school);
  deps.remembered.keep(school, settings);
  return worldWith(deps, school, settings);
}

/** The world as last known: enough to show a screen again when the store is down. */
export function rememberedWorld(deps: Deps, school: SchoolKey): World {
  return worldWith(deps, school, deps.remembered.last(school));
}

/** Until set-up has chosen, the DSL-first rules: they tell the DSL of everything. */
function worldWith(deps: Pick<Deps, 'directory' | 'ruleSets' | 'now' | 'newId'>, school: SchoolKey, settings: Settings): World {
  const named = new Set([...Object.values(settings.holders).flat(), ...settings.cover.flatMap(({ by }) => by ?? [])]);
  const gone = [...named].filter((person) => hasLeft(deps.directory, school, person));
  return { now: deps.now(), newId: deps.newId, settings, ruleSet: deps.ruleSets[settings.ruleSet ?? 'dsl-first'], gone };
}

export type Names = (person: PersonId) => string;

/** Names as colleagues say them, from the directory; whoever has left is still named in what they did. */
export function namesOf(directory: Deps['directory'], school: SchoolKey): Names {
  return (id) => {
    const person = directory.member(school, id) ?? directory.person(school, id);
    return person === undefined ? 'a former colleague' : called(person.name);
  };
}

/** When what is held is sent: the next opening of the school, in its own time. */
export function opensAt({ settings: { calendar }, now }: World): string {
  const opening = nextOpening(calendar, now);
  if (opening === undefined) return 'when the school opens';
  const words = clockTime(opening, calendar.zone, now);
  return words.includes(',') ? `on ${words}` : `at ${words}`;
}

/** Who is told where the headteacher is the subject: the chair, or whoever stands in where the chair is named too. */
function governorFor({ settings, now }: World, names: Names, except: PersonId[]): Contacts['chair'] {
  for (const [role, post] of [
    ['chair', 'chair of governors'],
    ['vice-chair', 'vice-chair of governors'],
  ] as const) {
    const [holder] = holdersOnDuty(settings, role, now, except);
    if (holder !== undefined) return { name: names(holder), post };
    const called = byPhone(settings, role);
    if (called !== undefined) return { ...called, post };
  }
  return undefined;
}

/** Whom to go to in person, less whoever the report is about. */
export function contactsOf(world: World, names: Names, except: PersonId[] = []): Contacts {
  const { settings, now } = world;
  const team = [...holdersOnDuty(settings, 'dsl', now, except), ...holdersOnDuty(settings, 'deputy-dsl', now, except)];
  const dsl = listed([...new Set(team)].slice(0, 3).map(names), 'or');
  const chair = governorFor(world, names, except);
  return { phones: settings.phones, opens: opensAt(world), ...(dsl === '' ? {} : { dsl }), ...(chair === undefined ? {} : { chair }) };
}
