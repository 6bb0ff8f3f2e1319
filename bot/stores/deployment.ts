import type { SchoolKey } from '#domain/people.ts';
import type { Records } from './records.ts';

const deployment = 'deployment';

/**
 * Remembers which school's records belong to a tenant. Rejects when the school file now gives the tenant another key: all
 * records would seem to be gone.
 */
export async function claimTenant(records: Records, tenantId: string, school: SchoolKey): Promise<void> {
  const id = `school.${tenantId}`;
  const stored = await records.read<{ school: SchoolKey }>(deployment, id);
  if (stored === undefined) await records.create({ school: deployment, kind: 'school', id, index: {}, body: { school } });
  else if (stored.body.school !== school)
    throw new Error('The school file gives this tenant another school key than its records have. Put the first key back.');
}
