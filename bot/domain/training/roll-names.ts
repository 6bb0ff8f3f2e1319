import type { PersonId } from '#domain/people.ts';
import { emailOwners } from './email-owners.ts';
import type { Member } from './member.ts';
import { quoted } from './uk-date.ts';

/** Somebody of the roll whom a row means, or a sentence about why nobody can be told. */
type Found = { member: Member } | { problem: string };

/** How a row names somebody; empty where it does not. */
type Naming = { email: string; objectId: string; name: string };

export type RollNames = (naming: Naming) => Found;

/** Finds people by object id, then e-mail, then whole name: whoever is named in two ways must be one person. */
export function rollNames(members: readonly Member[]): RollNames {
  const byObject = new Map(members.map((member) => [objectOf(member.id), member]));
  const byName = new Map<string, Member[]>();
  for (const member of members) for (const name of new Set([nameKey(member.name), bareKey(member.name)])) listed(byName, name).push(member);
  const find: Finders = {
    byObject: (id) => byObject.get(id.toLowerCase()),
    byEmail: emailOwners(members),
    byName: (name) => byName.get(nameKey(name)) ?? byName.get(bareKey(name)) ?? [],
  };
  return (naming) => findOne(find, tidied(naming));
}

type Finders = {
  byObject: (id: string) => Member | undefined;
  byEmail: (email: string) => Member[];
  byName: (name: string) => Member[];
};

function findOne(find: Finders, { email, objectId, name }: Naming): Found {
  if (email === '' && objectId === '' && name === '') return { problem: 'Nobody is named.' };
  const named = name === '' ? [] : find.byName(name);
  const mailed = email === '' ? [] : find.byEmail(email);
  const [owner, ...others] = mailed.length > 1 ? mailed.filter((member) => named.includes(member)) : mailed;
  const sure = (objectId === '' ? undefined : find.byObject(objectId)) ?? (others.length > 0 ? undefined : owner);
  if (sure === undefined && mailed.length > 1)
    return { problem: `${mailed.length} people have the e-mail address ${quoted(email)}. Give the Entra object id as well.` };
  if (sure !== undefined) {
    if (email !== '' && sure.email !== undefined && sure.email.toLowerCase() !== email.toLowerCase())
      return { problem: `${quoted(objectId)} and ${quoted(email)} are not the same person here.` };
    if (named.length > 0 && !named.includes(sure))
      return { problem: `${quoted(email || objectId)} and ${quoted(name)} are not the same person here.` };
    return { member: sure };
  }
  return byNameAlone(named, { email, objectId, name });
}

/** An address that the roll does not know may still be somebody's whose address it has not been given. */
function byNameAlone(named: Member[], { email, objectId, name }: Naming): Found {
  const open = email === '' ? named : named.filter((member) => member.email === undefined);
  const here = open.filter(({ left }) => left === undefined);
  const [only, ...others] = here.length > 0 ? here : open;
  if (objectId !== '' || only === undefined) return { problem: nobodyCalled({ email, objectId, name }) };
  if (others.length > 0) return { problem: `${others.length + 1} people are called ${quoted(name)}. Give the e-mail address as well.` };
  return { member: only };
}

function nobodyCalled({ email, objectId, name }: Naming): string {
  if (email !== '') return `Nobody on the school’s list has the e-mail address ${quoted(email)}.`;
  if (objectId !== '') return `Nobody on the school’s list has the Entra object id ${quoted(objectId)}.`;
  return `Nobody on the school’s list is called ${quoted(name)}.`;
}

const emailPattern = /^[^@\s]+@[^@\s]+$/;
const objectIdPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whatever stands in the wrong column of the three is taken for what it is. */
function tidied({ email, objectId, name }: Naming): Naming {
  if (email === '' && emailPattern.test(name)) return { email: name, objectId, name: '' };
  if (objectId === '' && objectIdPattern.test(name)) return { email, objectId: name, name: '' };
  if (email !== '' && !emailPattern.test(email))
    return objectIdPattern.test(email) ? { email: '', objectId: email, name } : { email: '', objectId, name: name || email };
  return { email, objectId: objectIdPattern.test(objectId) ? objectId : '', name };
}

/** `Patel, Robyn` is `Robyn Patel`; capitals, dots and accents of the typewriter do not count. */
export function nameKey(name: string): string {
  const [last, first, ...more] = name.split(',');
  const turned = first !== undefined && more.length === 0 ? `${first} ${last}` : name;
  return turned
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/[.\s]+/g, ' ')
    .trim();
}

const title = /^(mr|mrs|ms|miss|mx|dr|rev|sir|dame|prof|professor) /;

/** Without a title, which files of other systems seldom have. */
const bareKey = (name: string) => nameKey(name).replace(title, '');

const objectOf = (person: PersonId) => person.slice(person.indexOf(':') + 1).toLowerCase();

function listed(map: Map<string, Member[]>, key: string): Member[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
