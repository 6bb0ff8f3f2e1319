import type { Directory } from '#bot/graph/directory.ts';
import type { Person, PersonId, SchoolKey } from '#domain/people.ts';
import type { Inputs } from './inputs.ts';

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type Picked = { known: Person[]; unknown: PersonId[]; malformed: boolean };

/** The people that a picker sent: Entra ids, comma-joined, of the sender's own tenant. */
export function readPicker(inputs: Inputs, id: string, at: { school: SchoolKey; tenantId: string; directory: Directory }): Picked {
  const ids = (inputs[id] ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');
  const people = [...new Set(ids)].filter((part) => guid.test(part)).map((part): PersonId => `${at.tenantId}:${part}`);
  const known = people.map((person) => at.directory.person(at.school, person)).filter((person) => person !== undefined);
  return {
    known,
    unknown: people.filter((person) => !known.some(({ id: knownId }) => knownId === person)),
    malformed: ids.some((part) => !guid.test(part)),
  };
}

/** The sentence beside a picker that may hold members of the school only. */
export function pickerError(picked: Picked): string | undefined {
  if (picked.malformed) return 'Please choose people from the list that opens while you type.';
  if (picked.unknown.length > 0)
    return 'Somebody you chose is not on the school’s list of staff and governors. Please choose again, or leave this empty.';
  return undefined;
}
