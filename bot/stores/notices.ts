import type { SchoolKey } from '#domain/people.ts';
import { newPosting, nextPostingAt, type Posting, redraw } from '#domain/posting.ts';
import type { Notice } from '#domain/set-up-command.ts';
import type { Instant } from '#domain/time.ts';
import type { Doc, Records, Stored } from './records.ts';
import { askRoll } from './roll-record.ts';
import { type FollowUp, type SettingsBody, settingsDoc, settingsId } from './settings-record.ts';

/** A message to a few people about a change of set-up. Listed by `index.about`, the change it belongs to. */
export type NoticeBody = Notice & { at: Instant; postings: Posting[] };

const tries = 5;

/**
 * What the worker does when it is woken for `settings.current`: each notice owed becomes a `notice.<id>` document with a posting for
 * everybody named, and the roll is asked to look at due days. Done twice it makes each document once. Rejects when others keep writing in between; the sweep comes back.
 */
export async function releaseNotices(records: Records, school: SchoolKey, now: Instant): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const stored = await records.read<SettingsBody>(school, settingsId);
    if (stored === undefined || stored.body.owed.length === 0) return;
    for (const owed of stored.body.owed) await release(records, school, owed, now);
    const released = settingsDoc(school, { ...stored.body, owed: [] });
    if ((await records.replace(released, stored.etag)) !== undefined) return;
  }
  throw new Error('The settings changed too often while their notices were being written.');
}

async function release(records: Records, school: SchoolKey, owed: FollowUp, now: Instant): Promise<void> {
  if (owed.kind === 'redraw') return redrawNotices(records, school, owed.change, now);
  if (owed.kind === 'due-days') return askRoll(records, school, { what: 'owed', now, command: owed.id });
  const doc = noticeDoc(school, owed.id, owed.notice, owed.at);
  await records.create(doc, { wake: { school, id: doc.id } });
}

function noticeDoc(school: SchoolKey, id: string, notice: Notice, at: Instant): Doc<NoticeBody> {
  const postings = notice.to.map((person, i) => newPosting(`${id}-${i + 1}`, { person }, 'notice'));
  return { school, kind: 'notice', id: `notice.${id}`, index: { at, about: notice.change, dueAt: at }, body: { ...notice, at, postings } };
}

/** An answered question must not keep its buttons in the chats of the others who were asked. */
async function redrawNotices(records: Records, school: SchoolKey, change: string, now: Instant): Promise<void> {
  const { items } = await records.list<NoticeBody>(school, { kind: 'notice', equals: { about: change }, order: 'oldest', limit: 20 });
  for (const { etag, ...doc } of items) await redrawNotice(records, doc, etag, now);
}

async function redrawNotice(records: Records, doc: Doc<NoticeBody>, etag: string, now: Instant): Promise<void> {
  let current: Stored<NoticeBody> | undefined = { ...doc, etag };
  for (let attempt = 0; attempt < tries && current !== undefined; attempt += 1) {
    const postings = redraw(current.body.postings);
    const next: Doc<NoticeBody> = { ...withoutEtag(current), index: indexOf(current, postings, now), body: { ...current.body, postings } };
    if ((await records.replace(next, current.etag, { wake: { school: next.school, id: next.id } })) !== undefined) return;
    current = await records.read<NoticeBody>(doc.school, doc.id);
  }
}

function indexOf({ index }: Doc, postings: Posting[], now: Instant): Doc['index'] {
  const { dueAt: _before, ...rest } = index;
  const dueAt = nextPostingAt(postings, now);
  return dueAt === undefined ? rest : { ...rest, dueAt };
}

function withoutEtag<Body>({ etag: _etag, ...doc }: Stored<Body>): Doc<Body> {
  return doc;
}
