import type { PersonId, SchoolKey } from '#domain/people.ts';
import { evolve, type SetUp, type SetUpEvent } from '#domain/set-up.ts';
import type { Notice } from '#domain/set-up-command.ts';
import type { Settings } from '#domain/settings.ts';
import type { Instant } from '#domain/time.ts';
import { type Sealed, seal } from './chain.ts';
import type { Doc, Records, Stored } from './records.ts';
import { writeOnce } from './write-once.ts';

export const settingsId = 'settings.current';

/** What the settings owe: a notice not yet written as its own document, a redraw of the notices of one change, or a look at whose training is due when. */
export type FollowUp = { id: string; at: Instant } & (
  | { kind: 'notice'; notice: Notice }
  | { kind: 'redraw'; change: string }
  | { kind: 'due-days' }
);

/** The one document per school. `applied` are the ids of the commands in it, newest last. */
export type SettingsBody = { events: Sealed<SetUpEvent>[]; applied: string[]; owed: FollowUp[] };

export type LoadedSettings = SetUp & SettingsBody & { school: SchoolKey; etag?: string };

export type SettingsSource = { records: Records; initialSettings: (school: SchoolKey) => Settings };

/** All others may change what somebody owes in training, and when. */
const leaveDueDays: ReadonlySet<SetUpEvent['type']> = new Set([
  'began',
  'role-proposed',
  'role-refused',
  'places-chosen',
  'phones-set',
  'holiday-answered',
  'cover-set',
]);

/** Enough to know a click that Teams delivers again, however late. */
const appliedKept = 200;

/** As last folded, by etag: what other files remember of a calendar lives only as long as that calendar. One for each school. */
const folded = new WeakMap<SettingsSource['initialSettings'], Map<SchoolKey, LoadedSettings>>();

/** The settings as they stand. Until set-up has changed something they are those of the school file. */
export async function loadSettings({ records, initialSettings }: SettingsSource, school: SchoolKey): Promise<LoadedSettings> {
  const stored = await records.read<SettingsBody>(school, settingsId);
  if (stored === undefined) return { school, settings: initialSettings(school), pending: [], events: [], applied: [], owed: [] };
  const last = folded.get(initialSettings) ?? new Map<SchoolKey, LoadedSettings>();
  const known = last.get(school);
  if (known?.etag === stored.etag) return known;
  const loaded = foldStored(stored, { settings: initialSettings(school), pending: [] });
  folded.set(initialSettings, last.set(school, loaded));
  return loaded;
}

function foldStored({ school, body, etag }: Stored<SettingsBody>, start: SetUp): LoadedSettings {
  const { events, applied, owed } = body;
  return { school, ...events.map((sealed) => sealed.event).reduce(evolve, start), events, applied, owed, etag };
}

type SettingsChange = { command: string; by: PersonId; now: Instant; events: SetUpEvent[]; notices: Notice[]; newId: () => string };

/** One guarded write of the change and of the messages it owes. Rejects with `VersionConflict` when somebody else wrote in between. */
export async function saveSettings(records: Records, loaded: LoadedSettings, change: SettingsChange): Promise<void> {
  // The school file may be edited later; what was built upon must not change under the chain, so the chain begins with a copy.
  const began: SetUpEvent[] =
    loaded.etag === undefined ? [{ type: 'began', at: change.now, by: change.by, settings: loaded.settings }] : [];
  const body: SettingsBody = {
    events: seal(loaded.events, [...began, ...change.events]),
    applied: [...loaded.applied, change.command].slice(-appliedKept),
    owed: [...loaded.owed, ...followUpsOf(loaded, change)],
  };
  await writeOnce(records, settingsDoc(loaded.school, body), loaded.etag, change.command);
}

/** `dueAt` lets the sweep find settings whose wake was lost. */
export function settingsDoc(school: SchoolKey, body: SettingsBody): Doc<SettingsBody> {
  const first = body.owed[0];
  return { school, kind: 'settings', id: settingsId, index: first === undefined ? {} : { dueAt: first.at }, body };
}

function followUpsOf(loaded: SetUp, { command, events, notices, newId, now }: SettingsChange): FollowUp[] {
  const after = events.reduce(evolve, { settings: loaded.settings, pending: loaded.pending });
  const settled = loaded.pending.filter((entry) => !after.pending.includes(entry)).map((entry) => entry.change);
  const redraws = [...new Set(settled)].map((change): FollowUp => ({ id: newId(), at: now, kind: 'redraw', change }));
  const dueDays: FollowUp[] = events.every(({ type }) => leaveDueDays.has(type))
    ? []
    : [{ id: `due-${command}`, at: now, kind: 'due-days' }];
  return [...redraws, ...notices.map((notice): FollowUp => ({ id: newId(), at: now, kind: 'notice', notice })), ...dueDays];
}
