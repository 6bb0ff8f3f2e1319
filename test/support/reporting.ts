import { setTimeout as pause } from 'node:timers/promises';
import { headOf } from '#stores/chain.ts';
import type { DigestBody } from '#stores/digest-record.ts';
import type { IncidentBody } from '#stores/incident-record.ts';
import type { Stored } from '#stores/records.ts';
import type { DialogView, Persona, Typing } from '#test/local-teams/client.ts';
import type { TestSchool } from './school.ts';

export const bullying = 'Bullying, hate or cruel messages';

/** Opens a new report and, where a tile is named, its questions. */
export async function begin(person: Persona, tile?: string): Promise<void> {
  await person.say('report');
  await person.press('Report a concern');
  const dialog = await person.dialog();
  if (dialog?.card?.buttons.some(({ title }) => title === 'New report')) await person.press('New report');
  if (tile !== undefined) await person.press(tile);
}

/** A whole report about bullying, sent; gives the incident's key. */
export async function reportBullying(person: Persona, typing: Typing = { 'q.what': 'Messages in a group' }): Promise<string> {
  await begin(person, bullying);
  await person.press('Send', typing);
  const words = wordsOf(await person.dialog());
  const [, first, second] = /Sent: OS-(\w{4})-(\w{4})/.exec(words) ?? [];
  if (first === undefined || second === undefined) throw new Error(`Not sent: ${words}`);
  await person.closeDialog();
  return first + second;
}

/** All that a dialog says, as a card or as a sentence. */
export const wordsOf = (dialog: DialogView | undefined): string => dialog?.card?.text ?? dialog?.text ?? '';

/** What stands in the fields of a dialog, by id; empty ones are left out. */
export function typedIn(dialog: DialogView | undefined): Record<string, string> {
  const filled = (dialog?.card?.inputs ?? []).filter(({ value }) => value !== '' && value !== 'false');
  return Object.fromEntries(filled.map(({ id, value }) => [id, value]));
}

/** Every incident of the made-up school as it is stored. */
export async function incidentsOf({ store, file }: Pick<TestSchool, 'store' | 'file'>): Promise<Stored<IncidentBody>[]> {
  return (await store.records.list<IncidentBody>(file.school, { kind: 'incident', order: 'oldest', limit: 100 })).items;
}

/** The words of the last notice that a person was shown, such as the answer to a button. */
export const toldLast = async (person: Persona): Promise<string> =>
  (await person.notices()).findLast(({ kind }) => kind !== 'preview')?.text ?? '';

/** Resolves once Teams has put a message off for the so-many-th time. */
export async function putOff(school: Pick<TestSchool, 'store' | 'file'>, times = 1): Promise<void> {
  const deadline = Date.now() + 8_000;
  const isPutOff = async () =>
    (await incidentsOf(school)).some(({ body }) =>
      body.postings.some((posting) => posting.attempts >= times && posting.leasedUntil === undefined),
    );
  while (!(await isPutOff())) {
    if (Date.now() > deadline) throw new Error(`Nothing was put off ${times} times`);
    await pause(20);
  }
}

/** Resolves once nothing is owed by now and every record's digest is noted: the worker has nothing left to do. */
export async function allDelivered({ store, file, clock }: Pick<TestSchool, 'store' | 'file' | 'clock'>, within = 5_000): Promise<void> {
  const noted = async () => {
    const parts = (await store.records.list<DigestBody>(file.school, { kind: 'digest', order: 'newest', limit: 5 })).items;
    const digests = new Set(parts.flatMap(({ body }) => body.heads.map(({ event }) => event.digest)));
    return (await incidentsOf({ store, file })).every(({ body }) => digests.has(headOf(body.events)));
  };
  const deadline = Date.now() + within;
  while ((await store.records.due(clock.now(), 1)).length > 0 || !(await noted())) {
    if (Date.now() > deadline) throw new Error('Something is owed still, or its digest is not noted');
    await pause(20);
  }
}
