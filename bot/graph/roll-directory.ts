import type { Person, PersonId, SchoolKey } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import type { Member } from '#domain/training/member.ts';
import { membersSince } from '#stores/member-record.ts';
import type { Records } from '#stores/records.ts';
import { loadRoll, type RollBody } from '#stores/roll-record.ts';
import type { Directory } from './directory.ts';

/** What one process knows of the stored roll. */
type Known = {
  byId: Map<PersonId, Member>;
  /** Everybody by name, made again after each change. */
  sorted?: Member[];
  roll?: RollBody;
  /** The latest change that was loaded. */
  seen?: Instant;
};

/**
 * The school's roll as the store has it, kept in memory so that asking is synchronous, and `freshen`ed with what changed. Until a
 * roll was ever taken over, and for whoever is new in the school file, the file serves. Whoever the configuration names as an
 * administrator is always let in: a broken roll must not lock everybody out.
 */
export function createRollDirectory(file: Directory, school: SchoolKey, records: Records, now: () => Instant): Directory {
  const known: Known = { byId: new Map() };
  const isOurs = (asked: SchoolKey) => asked === school;
  const fromFile = () => known.roll?.syncedAt === undefined || known.roll.source === 'file';
  const member = (id: PersonId): Member | undefined => known.byId.get(id) ?? (fromFile() ? file.member(school, id) : undefined);
  const members = () => {
    known.sorted ??= known.roll?.syncedAt === undefined ? file.members(school) : byName(known.byId);
    return known.sorted;
  };
  let loading: Promise<void> | undefined;
  return {
    ...file,
    person: (asked, id) => (isOurs(asked) ? (present(member(id.toLowerCase())) ?? administrator(file, asked, id)) : undefined),
    people: (asked) => (isOurs(asked) ? members().flatMap((one) => present(one) ?? []) : []),
    members: (asked) => (isOurs(asked) ? [...members()] : []),
    member: (asked, id) => (isOurs(asked) ? member(id.toLowerCase()) : undefined),
    countsFrom: () => known.roll?.since ?? now().slice(0, 10),
    // Once at a time: two loads of the same changes would be one too many.
    freshen: () => {
      loading ??= load(records, school, known).finally(() => {
        loading = undefined;
      });
      return loading;
    },
  };
}

/** One read where nothing has changed. Changes written at one moment may be loaded twice, which is harmless. */
async function load(records: Records, school: SchoolKey, known: Known): Promise<void> {
  const roll = (await loadRoll(records, school))?.body;
  if (roll === undefined) return;
  if (roll.syncedAt !== undefined && roll.version !== known.roll?.version) {
    for await (const page of membersSince(records, school, known.seen)) {
      for (const { body, index } of page) {
        known.byId.set(body.id, body);
        if (index.at !== undefined && (known.seen === undefined || index.at > known.seen)) known.seen = index.at;
      }
    }
  }
  known.roll = roll;
  delete known.sorted;
}

function present(member: Member | undefined): Person | undefined {
  return member === undefined || member.left !== undefined ? undefined : { id: member.id, name: member.name, kind: member.kind };
}

function administrator(file: Directory, school: SchoolKey, id: PersonId): Person | undefined {
  if (!file.isAdministrator(id)) return undefined;
  return file.person(school, id) ?? { id: id.toLowerCase(), name: 'Administrator', kind: 'staff' };
}

/** Made once: comparing by `localeCompare` would make one for each pair. */
const { compare } = new Intl.Collator('en');
const byName = (byId: Known['byId']) => [...byId.values()].sort((one, other) => compare(one.name, other.name));
