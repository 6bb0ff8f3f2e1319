import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import type { Member } from '#domain/training/member.ts';
import { personKey } from './document-id.ts';
import { pagesOf } from './pages.ts';
import { type Doc, type Records, type Stored, VersionConflict } from './records.ts';

export const memberId = (person: PersonId) => `member.${personKey(person)}`;

/** `index.at` is when it last changed: every replica then loads only what is new to it. */
export function memberDoc(school: SchoolKey, member: Member, at: Instant): Doc<Member> {
  return {
    school,
    kind: 'member',
    id: memberId(member.id),
    index: { person: member.id, status: member.left ? 'left' : 'here', at },
    body: member,
  };
}

const pageSize = 1_000;

/** Members who changed at `from` or later, leavers among them; everybody without `from`. Page by page. */
export function membersSince(records: Records, school: SchoolKey, from?: Instant): AsyncGenerator<Stored<Member>[]> {
  return pagesOf<Member>(records, school, { kind: 'member', order: 'oldest', limit: pageSize, ...(from && { from }) });
}

const tries = 6;

/** Only whoever holds the roll writes members, so a lost race is with itself in another process: the later one is as right. */
export async function saveMember(records: Records, school: SchoolKey, member: Member, at: Instant): Promise<void> {
  const doc = memberDoc(school, member, at);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const stored = await records.read<Member>(school, doc.id);
    const written = stored === undefined ? await records.create(doc) : await records.replace(doc, stored.etag, { lightly: true });
    if (written !== undefined) return;
  }
  throw new VersionConflict();
}
