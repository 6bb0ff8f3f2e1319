import { coverProblems } from './cover-checks.ts';
import { impossible } from './impossible.ts';
import type { PersonId } from './people.ts';
import { decideAnswer, decideRole } from './role-change.ts';
import { type SetUp, type SetUpEvent, trainingIn } from './set-up.ts';
import { type By, refused, type SetUpCommand, type SetUpDecision } from './set-up-command.ts';
import type { Settings } from './settings.ts';
import type { Instant } from './time.ts';

/** Every change of a school's settings passes here. Fields have been checked already (`set-up-checks.ts`). */
export function decideSetUp(setUp: SetUp, command: SetUpCommand, by: By, now: Instant): SetUpDecision {
  if (command.type === 'answer-role') return decideAnswer(setUp, command, by.person, now);
  if (!by.administrator) return refused('not-an-administrator');
  const stamp = { at: now, by: by.person };
  const { settings } = setUp;
  switch (command.type) {
    case 'change-role':
      return decideRole(setUp, command, by.person, now);
    case 'choose-rule-set':
      return unless(settings.ruleSet === command.ruleSet, { ...stamp, type: 'rule-set-chosen', ruleSet: command.ruleSet });
    case 'choose-places':
      return unless(same(settings.places, command.places), { ...stamp, type: 'places-chosen', places: command.places });
    case 'set-calendar':
      return unless(same(settings.calendar, command.calendar), { ...stamp, type: 'calendar-set', calendar: command.calendar });
    case 'set-phones':
      return unless(same(settings.phones, command.phones), { ...stamp, type: 'phones-set', phones: command.phones });
    case 'answer-holiday':
      return decideHoliday(setUp, command, by, now);
    case 'set-cover':
      return decideCover(settings, command, by.person, now);
    case 'set-training': {
      const chosen = trainingIn(command);
      return unless(same(settings.training, { ...settings.training, ...chosen }), { ...stamp, type: 'training-set', ...chosen });
    }
    default:
      return impossible(command);
  }
}

function unless(standsAlready: boolean, event: SetUpEvent): SetUpDecision {
  return standsAlready ? { kind: 'unchanged' } : { kind: 'accepted', events: [event], notices: [] };
}

/** Keys in any order: a form and a stored document need not agree on it. */
function same(a: unknown, b: unknown): boolean {
  return ordered(a) === ordered(b);
}

function ordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(ordered).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${key}:${ordered(part)}`)
    .join()}}`;
}

type Holiday = Extract<SetUpCommand, { type: 'answer-holiday' }>;

function decideHoliday(setUp: SetUp, command: Holiday, by: By, now: Instant): SetUpDecision {
  const answered: SetUpEvent[] =
    setUp.settings.holidayContact === command.answer ? [] : [{ at: now, by: by.person, type: 'holiday-answered', answer: command.answer }];
  const { id, to } = command;
  const role: SetUpDecision =
    to === undefined ? { kind: 'unchanged' } : decideRole(setUp, { id, role: 'holiday-contact', to }, by.person, now);
  if (role.kind === 'refused') return role;
  const [events, notices] = role.kind === 'accepted' ? [[...answered, ...role.events], role.notices] : [answered, []];
  return events.length === 0 ? { kind: 'unchanged' } : { kind: 'accepted', events, notices };
}

type Cover = Extract<SetUpCommand, { type: 'set-cover' }>;

function decideCover(settings: Settings, command: Cover, by: PersonId, now: Instant): SetUpDecision {
  if (same(settings.cover, command.cover)) return { kind: 'unchanged' };
  const problem = coverProblems(settings, command.cover, by).find((found) => found !== undefined);
  if (problem !== undefined) return refused(problem);
  const fresh = command.cover.filter((entry) => !settings.cover.some((known) => same(known, entry)));
  const gone = settings.cover.filter((entry) => !command.cover.some((kept) => same(kept, entry)));
  const to = [...new Set([...fresh, ...gone].flatMap((entry) => [entry.away, ...(entry.by === undefined ? [] : [entry.by])]))];
  const events: SetUpEvent[] = [{ at: now, by, type: 'cover-set', cover: command.cover }];
  return { kind: 'accepted', events, notices: [{ about: 'cover', change: command.id, to }] };
}
