import { dayOf } from '#domain/days.ts';
import type { Role } from '#domain/people.ts';
import { rolesOf } from '#domain/roles.ts';
import type { Settings } from '#domain/settings.ts';
import type { Member } from './member.ts';
import type { Tenure } from './owed.ts';
import type { Day } from './record.ts';

/**
 * What is known of somebody's roles and days. `seenFrom` is the day from which the product counts: the same every day, never today. Of
 * whoever a list from a new place brought in, nothing is counted from before it came: nobody is overdue on the day they are first known.
 */
export function tenureOf(member: Member, settings: Settings, seenFrom: Day, since: Partial<Record<Role, Day>> = {}): Tenure {
  const roles = rolesOf(settings, member.id).map((role) => {
    const taken = since[role] ?? settings.since?.[role]?.[member.id];
    return taken === undefined ? { role } : { role, since: taken };
  });
  const { firstSeen, countsFrom = seenFrom } = member;
  const started = member.started ?? (firstSeen === undefined ? undefined : dayOf(settings.calendar, firstSeen));
  const isNew = started !== undefined && started >= seenFrom;
  return {
    kind: member.kind,
    roles,
    ...(isNew ? { started: started > countsFrom ? started : countsFrom } : { started: started ?? countsFrom, hereBefore: countsFrom }),
    ...(member.left === undefined ? {} : { left: member.left }),
    zone: settings.calendar.zone,
  };
}
