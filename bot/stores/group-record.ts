import type { Person, SchoolKey } from '#domain/people.ts';
import type { Records } from './records.ts';

/** Who is in one of the school's groups, as last read: Entra tells only what has changed since `link`. */
export type GroupBody = { group: string; ids: string[]; link: string };

const groupId = (kind: Person['kind']) => `roll.group-${kind}`;

/** Undefined where nothing was read yet, or another group is meant now. */
export async function loadGroup(records: Records, school: SchoolKey, kind: Person['kind'], group: string): Promise<GroupBody | undefined> {
  const stored = await records.read<GroupBody>(school, groupId(kind));
  return stored?.body.group === group ? stored.body : undefined;
}

/** Only whoever holds the roll reads groups, so the later of two writers is as right as the first. */
export async function saveGroup(records: Records, school: SchoolKey, kind: Person['kind'], body: GroupBody): Promise<void> {
  const id = groupId(kind);
  const doc = { school, kind: 'roll' as const, id, index: { status: 'group' }, body };
  const stored = await records.read<GroupBody>(school, id);
  if (stored === undefined) await records.create(doc);
  else await records.replace(doc, stored.etag, { lightly: true });
}
