import { isTask } from './asked.ts';
import type { Incident } from './incident.ts';
import type { PersonId } from './people.ts';
import { rolesAt } from './roles.ts';
import type { Settings } from './settings.ts';
import type { Instant } from './time.ts';

/**
 * What one person may see of one incident.
 * - `case`: the whole record.
 * - `welfare`: the child's part, nothing about the adult (duties 4.4, headteacher and DSL as subjects).
 * - `task`: that there is a technical or data-protection task, and whom to ask about it (S-19).
 * - `own`: what they reported, and who is dealing with it.
 * - `own-frozen`: a self-reporter: what they wrote and "seen by", nothing added later (S-11).
 * Undefined: for them it does not exist (S-24).
 */
export type Sight = 'case' | 'welfare' | 'task' | 'own' | 'own-frozen';

/** The conflict wall and the need to know, in one place; every surface asks here. */
export function sightOf(incident: Incident, person: PersonId, settings: Settings, now: Instant): Sight | undefined {
  if (incident.walled.includes(person)) {
    return incident.reporter === person && incident.report?.mine === true ? 'own-frozen' : undefined;
  }
  const held = rolesAt(settings, person, now);
  // Told that the DSL deals with a report of their own (safeguarding rules, section 3): so that two people can see it.
  const second = incident.taken?.by === incident.reporter && !incident.route.private && held.includes('deputy-dsl');
  const asked = incident.tellings.filter(
    ({ people, role, taken }) => people.includes(person) || held.includes(role) || taken?.by === person || (second && role === 'dsl'),
  );
  if (asked.some((telling) => !telling.welfareOnly && !isTask(telling))) return 'case';
  if (asked.some((telling) => telling.welfareOnly)) return 'welfare';
  if (asked.length > 0) return 'task';
  return incident.reporter === person ? 'own' : undefined;
}
