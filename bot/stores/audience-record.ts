import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Records } from './records.ts';

/** The people of one campaign, frozen in their order when it is confirmed. Never changed. */
type AudienceBody = { people: PersonId[] };

const audienceId = (campaign: string) => `audience.${campaign}`;

/** Undefined when nothing was confirmed under this key. */
export async function loadAudience(records: Records, school: SchoolKey, campaign: string): Promise<PersonId[] | undefined> {
  return (await records.read<AudienceBody>(school, audienceId(campaign)))?.body.people;
}

/** Nobody stands in it twice, so nobody gets a message twice. Confirmed again, the first one stays. */
export async function freezeAudience(records: Records, school: SchoolKey, campaign: string, people: readonly PersonId[]): Promise<void> {
  const body: AudienceBody = { people: [...new Set(people)] };
  await records.create({ school, kind: 'audience', id: audienceId(campaign), index: { about: campaign }, body });
}
