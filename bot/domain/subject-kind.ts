import type { Person } from './people.ts';
import type { SubjectKind } from './policy.ts';
import { rolesOf } from './roles.ts';
import type { Settings } from './settings.ts';

/**
 * The kind of subject that a member of the school is, from the roles they hold. Somebody who is both headteacher and DSL
 * counts as headteacher, so that the chair's route applies (duties G-29).
 */
export function subjectKindOf(person: Person, settings: Settings): SubjectKind {
  const held = rolesOf(settings, person.id);
  if (held.includes('headteacher')) return 'headteacher';
  if (held.includes('chair')) return 'chair';
  if (held.includes('dsl')) return 'dsl';
  if (person.kind === 'governor' || held.some((role) => ['vice-chair', 'governor', 'link-governor', 'clerk'].includes(role)))
    return 'governor';
  if (held.includes('computing-coordinator')) return 'computing-coordinator';
  return person.kind === 'volunteer' ? 'volunteer-visitor' : 'staff-member';
}
