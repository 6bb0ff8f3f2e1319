import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Audience, Content } from '#domain/training/campaign.ts';
import type { Chosen } from '#domain/training/when-to-send.ts';
import { personKey } from './document-id.ts';
import { type Records, VersionConflict } from './records.ts';

/**
 * A reminder that somebody is about to send: what they chose, and the people it was worked out to mean. One for each person who sends
 * reminders; it goes when it is sent.
 */
export type Plan = {
  /** The key that its campaign will have: chosen anew whenever it is looked at, so that what is sent is what was looked at last. */
  key: string;
  content: Content;
  audience: Audience;
  chosen: Chosen;
  /** Of the form, as it was filled in. */
  form: Record<string, string>;
  people: PersonId[];
  /** How many were chosen besides who do not owe it. */
  others?: number;
};
export type LoadedPlan = Plan & { etag: string };

const planId = (person: PersonId) => `plan.${personKey(person)}`;

export async function loadPlan(records: Records, school: SchoolKey, person: PersonId): Promise<LoadedPlan | undefined> {
  const stored = await records.read<Plan>(school, planId(person));
  return stored && { ...stored.body, etag: stored.etag };
}

/** In place of the plan before. Rejects with `VersionConflict` when another window wrote in between. */
export async function keepPlan(records: Records, school: SchoolKey, person: PersonId, plan: Plan): Promise<void> {
  const doc = { school, kind: 'plan' as const, id: planId(person), index: { person }, body: plan };
  const before = await records.read(school, doc.id);
  const written = before === undefined ? await records.create(doc) : await records.replace(doc, before.etag);
  if (written === undefined) throw new VersionConflict();
}

export async function dropPlan(records: Records, school: SchoolKey, person: PersonId): Promise<void> {
  await records.remove(school, planId(person));
}
