import type { Role } from '#domain/people.ts';
import { rolesOf } from '#domain/roles.ts';
import type { Settings } from '#domain/settings.ts';
import type { Member } from './member.ts';
import type { Trainee } from './owed.ts';
import type { Day } from './record.ts';

/** What is known of somebody's roles and days. `seenFrom` is the day from which the product counts: the same every day, never today. */
export function traineeOf(member: Member, settings: Settings, seenFrom: Day, since: Partial<Record<Role, Day>> = {}): Trainee {
  const roles = rolesOf(settings, member.id).map((role) => {
    const taken = since[role] ?? settings.since?.[role]?.[member.id];
    return taken === undefined ? { role } : { role, since: taken };
  });
  const started = member.started ?? member.firstSeen?.slice(0, 10);
  return {
    kind: member.kind,
    roles,
    started: started ?? seenFrom,
    ...(started === undefined || started < seenFrom ? { hereBefore: seenFrom } : {}),
    ...(member.left === undefined ? {} : { left: member.left }),
  };
}
