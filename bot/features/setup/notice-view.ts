import { DateTime } from 'luxon';
import type { NoticeView } from '#cards/setup-notice.card.ts';
import type { PersonId, Role } from '#domain/people.ts';
import { confirmers } from '#domain/role-change.ts';
import { assignmentOf, type SetUpEvent } from '#domain/set-up.ts';
import type { Notice } from '#domain/set-up-command.ts';
import type { LoadedSettings } from '#stores/settings-record.ts';

type View = NoticeView extends infer Each ? (Each extends NoticeView ? Omit<Each, 'names'> : never) : never;

/** What a notice says now to the person it was sent to. The worker draws it, and draws it again once the change is answered. */
export function noticeView(loaded: LoadedSettings, notice: Notice, person: PersonId): View {
  return notice.about === 'cover' ? coverView(loaded, person) : roleNoticeView(loaded, notice.change, person);
}

/** A question while it waits for this person's answer; afterwards what became of it. */
export function roleNoticeView(loaded: LoadedSettings, change: string, person: PersonId): View {
  const { settings, pending } = loaded;
  const waiting = pending.filter((entry) => entry.change === change);
  const named = waiting.find((entry) => entry.kind === 'named' && entry.person === person);
  if (named !== undefined) return { kind: 'named?', change, role: named.role, by: named.by };
  const proposed = waiting.find((entry) => entry.kind === 'proposed');
  if (proposed !== undefined && confirmers(settings, proposed.role, proposed.by).includes(person)) {
    const { role, to, by } = proposed;
    return { kind: 'agree?', change, role, to, before: assignmentOf(settings, role), by };
  }
  return settledView(loaded, change, person);
}

type RoleEvent = Extract<SetUpEvent, { change: string }>;

const outcomes = {
  'role-agreed': 'agreed',
  'role-refused': 'refused',
  'role-accepted': 'accepted',
  'role-declined': 'declined',
  'role-given': 'given',
  'role-proposed': 'replaced',
} as const;

/** The last answer; where several were named at once, this person's own. */
function settledView({ events, settings }: LoadedSettings, change: string, person: PersonId): View {
  const found = events.map(({ event }) => event).filter((event): event is RoleEvent => 'change' in event && event.change === change);
  const last =
    found.findLast((event) => event.by === person && event.type !== 'role-proposed' && event.type !== 'role-given') ?? found.at(-1);
  const role: Role = last?.role ?? 'dsl';
  return { kind: 'settled', role, now: assignmentOf(settings, role), how: outcomes[last?.type ?? 'role-proposed'], by: last?.by ?? person };
}

function coverView({ settings }: LoadedSettings, person: PersonId): View {
  const inWords = <Entry extends { from: string; to: string }>(entry: Entry): Entry => ({
    ...entry,
    from: dayInWords(entry.from),
    to: dayInWords(entry.to),
  });
  return {
    kind: 'cover',
    away: settings.cover
      .filter((entry) => entry.away === person)
      .map(({ from, to, by }) => inWords({ from, to, ...(by === undefined ? {} : { by }) })),
    standsIn: settings.cover.filter((entry) => entry.by === person).map(({ from, to, away }) => inWords({ from, to, away })),
  };
}

/** `Mon 23 Nov`: a day of the calendar, the same in every time zone. */
function dayInWords(day: string): string {
  return DateTime.fromISO(day).setLocale('en-GB').toFormat('ccc d LLL');
}
