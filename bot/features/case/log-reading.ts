import type { IncidentKey } from '#domain/incident.ts';
import type { CardRequest, Deps } from '#features/handler.ts';

/** Who read a report, when, on which surface: its own document, never changed, written before anything is shown. */
export async function logReading(key: IncidentKey, surface: 'case' | 'own-report', request: CardRequest, deps: Deps): Promise<void> {
  const { school, person } = request.actor;
  const at = deps.now();
  await deps.records.create({
    school,
    kind: 'access',
    id: `access.${key}.${deps.newId()}`,
    index: { person: person.id, at, about: key },
    body: { reader: person.id, at, surface, from: request.conversation.kind },
  });
}
