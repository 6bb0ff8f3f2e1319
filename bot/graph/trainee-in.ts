import type { PersonId, Role, SchoolKey } from '#domain/people.ts';
import type { Settings } from '#domain/settings.ts';
import type { Trainee } from '#domain/training/owed.ts';
import type { Day } from '#domain/training/record.ts';
import { traineeOf } from '#domain/training/trainee.ts';
import type { Directory } from './directory.ts';

/** What `owedBy` needs of one person of the roll, the same wherever it is asked; undefined for somebody never on it. */
export function traineeIn(
  directory: Pick<Directory, 'member' | 'countsFrom'>,
  settings: Settings,
  school: SchoolKey,
  person: PersonId,
  since?: Partial<Record<Role, Day>>,
): Trainee | undefined {
  const member = directory.member(school, person);
  return member && traineeOf(member, settings, directory.countsFrom(school), since);
}
