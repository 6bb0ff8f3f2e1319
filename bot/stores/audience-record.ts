import type { PersonId, SchoolKey } from '#domain/people.ts';
import { digest } from './chain.ts';
import type { Records } from './records.ts';

/** The people of one campaign, in their order. Never changed. */
type AudienceBody = { people: PersonId[] };

/** What was frozen: a campaign names it once it is confirmed. */
export type Frozen = { audienceId: string; total: number };

/**
 * Nobody stands in it twice, so nobody gets a message twice. Named by its people too: a press that is repeated with others, because the
 * first one failed half-way, freezes a list of its own, and the campaign names the one that it was confirmed with.
 */
export async function freezeAudience(records: Records, school: SchoolKey, campaign: string, people: readonly PersonId[]): Promise<Frozen> {
  const body: AudienceBody = { people: [...new Set(people)] };
  const audienceId = `audience.${campaign}.${digest(body.people).slice(0, 16)}`;
  await records.create({ school, kind: 'audience', id: audienceId, index: { about: campaign }, body });
  return { audienceId, total: body.people.length };
}

/** Rejects when it is not there: nobody may be taken for nobody to write to. */
export async function loadAudience(records: Records, school: SchoolKey, { audienceId }: Pick<Frozen, 'audienceId'>): Promise<PersonId[]> {
  const stored = await records.read<AudienceBody>(school, audienceId);
  if (stored === undefined) throw new Error('A campaign names people who are not there.');
  return stored.body.people;
}
