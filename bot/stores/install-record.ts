import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import type { RollTrouble } from '#domain/training/roll-source.ts';
import type { Doc, Records, Stored } from './records.ts';

export const installId = 'roll.install';

/**
 * Installing the app for everybody who has not got it: one at a time for each school. `after` is the last person who is settled, in
 * the order of their ids, so that a bot that starts again goes on there.
 */
export type InstallBody = {
  state: 'running' | 'done' | 'stopped';
  /** Who pressed; nobody where it goes with people who are new on the roll. */
  by?: PersonId;
  startedAt: Instant;
  endedAt?: Instant;
  /** How many there were to do when it began. */
  total: number;
  after: PersonId;
  installed: number;
  already: number;
  failed: number;
  /** Why it stopped. */
  trouble?: RollTrouble;
  /** How often in a row Graph gave nothing. */
  stumbles: number;
  /** Not looked at before: Graph asked us to wait. */
  nextAt?: Instant;
  command: string;
};

export async function loadInstall(records: Records, school: SchoolKey): Promise<Stored<InstallBody> | undefined> {
  return await records.read<InstallBody>(school, installId);
}

/** Due while it runs, so that the sweep brings it back after a crash. */
function installDoc(school: SchoolKey, body: InstallBody): Doc<InstallBody> {
  return { school, kind: 'roll', id: installId, index: body.state === 'running' ? { dueAt: body.nextAt ?? body.startedAt } : {}, body };
}

/** Begins it, once for each command; false when it runs already. */
export async function beginInstall(
  records: Records,
  school: SchoolKey,
  start: Pick<InstallBody, 'by' | 'startedAt' | 'total' | 'command'>,
): Promise<boolean> {
  const stored = await loadInstall(records, school);
  if (stored?.body.command === start.command) return true;
  if (stored?.body.state === 'running') return false;
  const doc = installDoc(school, { ...start, state: 'running', after: '', installed: 0, already: 0, failed: 0, stumbles: 0 });
  const wake = { wake: { school, id: installId } };
  const written = stored === undefined ? await records.create(doc, wake) : await records.replace(doc, stored.etag, wake);
  return written !== undefined;
}

/** Nothing happens when somebody else has written since. */
export async function saveInstall(records: Records, stored: Stored<InstallBody>, body: InstallBody): Promise<void> {
  await records.replace(installDoc(stored.school, body), stored.etag, { lightly: true });
}
