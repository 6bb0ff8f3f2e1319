import { daysAfter } from '#domain/days.ts';
import { type PersonId, RoleKey } from '#domain/people.ts';
import { holdersOf } from '#domain/roles.ts';
import type { Settings } from '#domain/settings.ts';
import type { Audience, Campaign, Content } from './campaign.ts';
import type { Member } from './member.ts';
import { type Owed, soonDays } from './owed.ts';
import type { Day, Entry } from './record.ts';
import { owedNow } from './reminders.ts';

/** What was chosen under *Who*, straight from the form. */
type AudienceForm = { who: string; role: string; within: string; named: PersonId[] };

export type AudienceProblem = 'nobody-chosen' | 'role-missing' | 'days-missing' | 'nobody-picked' | 'too-many-picked';

/** Farther ahead nobody is reminded: the interval of every topic is within two years. */
const farthestDays = 366;
const mostNamed = 100;

/** The audience that a form means; a problem names what is still to be chosen. */
export function readAudience({ who, role, within, named }: AudienceForm): Audience | { problem: AudienceProblem } {
  switch (who) {
    case 'everybody':
      return { kind: 'everybody' };
    case 'staff':
    case 'volunteer':
    case 'governor':
      return { kind: 'people-kind', of: who };
    case 'role':
      return RoleKey.safeParse(role).success ? { kind: 'role', role } : { problem: 'role-missing' };
    case 'overdue':
      return { kind: 'due', within: 0 };
    case 'due': {
      const days = /^\d{1,3}$/.test(within) ? Number(within) : 0;
      return days < 1 || days > farthestDays ? { problem: 'days-missing' } : { kind: 'due', within: days };
    }
    case 'named':
      if (named.length === 0) return { problem: 'nobody-picked' };
      return named.length > mostNamed ? { problem: 'too-many-picked' } : { kind: 'named', people: named };
    default:
      return { problem: 'nobody-chosen' };
  }
}

/** Those of the roll whom an audience may mean before anybody's record has been read. Leavers are nobody's audience. */
export function candidates(members: readonly Member[], audience: Audience, settings: Settings): PersonId[] {
  const here = members.filter(({ left }) => left === undefined);
  switch (audience.kind) {
    case 'everybody':
    case 'due':
    case 'not-done':
      return here.map(({ id }) => id);
    case 'people-kind':
      return here.filter(({ kind }) => kind === audience.of).map(({ id }) => id);
    case 'role': {
      const role = RoleKey.safeParse(audience.role);
      const holders = role.success ? holdersOf(settings, role.data) : [];
      return here.filter(({ id }) => holders.includes(id)).map(({ id }) => id);
    }
    case 'named':
      return here.filter(({ id }) => audience.people.includes(id)).map(({ id }) => id);
  }
}

/**
 * Whether a reminder has something to say to somebody today: the rule of its head count, and again of each message as it goes. Whoever has
 * done the topic since it was confirmed, or is no longer meant by it, is not written to.
 */
export function isMeant(
  { content, audience, confirmedAt }: Pick<Campaign, 'content' | 'audience' | 'confirmedAt'>,
  { owed, entries, today }: { owed: readonly Owed[]; entries: readonly Entry[]; today: Day },
): boolean {
  if (content.kind === 'owed') return owedNow(owed, today).length > 0;
  const topic = content.kind === 'topic' ? content.topic : undefined;
  if (entries.some((entry) => entry.topic === topic && entry.at > confirmedAt)) return false;
  if (audience.kind === 'due') return isDueWithin(owed, { topic, within: audience.within, today });
  if (topic === undefined || isNews(content)) return true;
  // Whoever has a topic in time, with months to go, is not nudged about it.
  return owed.some((one) => one.topic === topic && (audience.kind !== 'not-done' || one.standing !== 'later'));
}

/** An update goes to everybody chosen who has not had it since: there is no day by which (duties A-116). */
const isNews = (content: Content) => content.kind === 'topic' && content.asNeeded === true;

/** The last day on which whoever is meant owes the topic or anything; undefined where due days do not decide. */
export function lastDueDay({ audience, content }: Pick<Campaign, 'content' | 'audience'>, today: Day): Day | undefined {
  if (audience.kind === 'due') return lastDay(audience.within, today);
  return audience.kind === 'not-done' && content.kind === 'topic' && !isNews(content) ? daysAfter(today, soonDays) : undefined;
}

/** Whether they are due by then: of the topic asked about, or of anything. `within` 0 is overdue only. */
function isDueWithin(owed: readonly Owed[], { topic, within, today }: { topic?: string | undefined; within: number; today: Day }): boolean {
  return owed.some((one) => (topic === undefined || one.topic === topic) && one.due <= lastDay(within, today));
}

const lastDay = (within: number, today: Day) => daysAfter(today, within === 0 ? -1 : within);
