import type { World } from '#domain/decide.ts';
import { type Draft, nextUnsentAt } from '#domain/draft.ts';
import type { IncidentKey } from '#domain/incident.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import { nextPostingAt, type Posting } from '#domain/posting.ts';
import { type Doc, type Records, type Stored, VersionConflict, type Writing } from './records.ts';

export type DraftBody = { draft: Draft; postings: Posting[] };
export type LoadedDraft = { draft: Draft; postings: Posting[]; etag: string };

export const draftId = (key: IncidentKey) => `draft.${key}`;

/** A draft is its author's alone: for anybody else it does not exist. */
export async function loadDraft(records: Records, school: SchoolKey, key: IncidentKey, author: PersonId): Promise<LoadedDraft | undefined> {
  const loaded = await loadAnyDraft(records, school, key);
  return loaded?.draft.author === author ? loaded : undefined;
}

/** Whoever began it: only to tell a key that is taken from one that is free. */
export async function loadAnyDraft(records: Records, school: SchoolKey, key: IncidentKey): Promise<LoadedDraft | undefined> {
  return fromStored(await records.read<DraftBody>(school, draftId(key)));
}

/** The newest drafts of one person. */
export async function listDrafts(records: Records, school: SchoolKey, author: PersonId): Promise<Draft[]> {
  const page = await records.list<DraftBody>(school, {
    kind: 'draft',
    equals: { person: author, status: 'open' },
    order: 'newest',
    limit: 3,
  });
  return page.items.map((stored) => stored.body.draft);
}

/** Saves a step. Rejects with `VersionConflict` when another window of the same person saved first. */
export async function saveDraft(
  records: Records,
  school: SchoolKey,
  saving: { draft: Draft; postings: Posting[]; etag?: string },
  world: World,
): Promise<void> {
  const doc = draftDoc(school, saving.draft, saving.postings, world);
  const written =
    saving.etag === undefined ? await records.create(doc) : await records.replace(doc, saving.etag, writing(saving.draft, doc));
  if (written === undefined) throw new VersionConflict();
}

/** That it was sent is written by the worker, which is looking already and would find it out again. */
function writing({ over }: Draft, { school, id }: Doc): Writing {
  if (over === 'sent') return { lightly: true };
  return over === undefined ? {} : { wake: { school, id } };
}

export function fromStored(stored: Stored<DraftBody> | undefined): LoadedDraft | undefined {
  return stored === undefined ? undefined : { draft: stored.body.draft, postings: stored.body.postings, etag: stored.etag };
}

function draftDoc(school: SchoolKey, draft: Draft, postings: Posting[], world: World): Doc<DraftBody> {
  const dueAt = [nextPostingAt(postings, world.now), nextUnsentAt(draft, world)].filter((moment) => moment !== undefined).sort()[0];
  return {
    school,
    kind: 'draft',
    id: draftId(draft.key),
    index: { status: draft.over ?? 'open', person: draft.author, at: draft.startedAt, ...(dueAt === undefined ? {} : { dueAt }) },
    body: { draft, postings },
  };
}
