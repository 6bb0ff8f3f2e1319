import type { SchoolKey } from '#domain/people.ts';
import { nextPostingAt } from '#domain/posting.ts';
import type { TestAlert } from '#domain/test-alert.ts';
import type { Instant } from '#domain/time.ts';
import { type Doc, type Records, type Stored, VersionConflict } from './records.ts';

/** The newest test alert of a school, by which set-up is judged. */
export async function latestTest(records: Records, school: SchoolKey): Promise<Stored<TestAlert> | undefined> {
  const { items } = await records.list<TestAlert>(school, { kind: 'test-alert', order: 'newest', limit: 1 });
  return items[0];
}

export function testAlertDoc(school: SchoolKey, key: string, test: TestAlert, now: Instant): Doc<TestAlert> {
  const dueAt = nextPostingAt(test.postings, now);
  return {
    school,
    kind: 'test-alert',
    id: `test-alert.${key}`,
    index: { at: test.at, ...(dueAt === undefined ? {} : { dueAt }) },
    body: test,
  };
}

/** False when this press of the button has made its test alert already. */
export async function createTest(records: Records, doc: Doc<TestAlert>): Promise<boolean> {
  return (await records.create(doc, { wake: { school: doc.school, id: doc.id } })) !== undefined;
}

/** Rejects with `VersionConflict` when a delivery or another press was written in between. */
export async function replaceTest(records: Records, doc: Doc<TestAlert>, etag: string): Promise<void> {
  const written = await records.replace(doc, etag, { wake: { school: doc.school, id: doc.id } });
  if (written === undefined) throw new VersionConflict();
}
