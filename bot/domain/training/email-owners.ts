import type { Member } from './member.ts';

/**
 * Whose an e-mail address is: of those who are here everybody who has it, else a leaver. Somebody with a new account has the address of the
 * old one, which counts as having left.
 */
export function emailOwners(members: readonly Member[]): (email: string) => Member[] {
  const owners = new Map<string, Member[]>();
  for (const member of members) {
    if (member.email === undefined) continue;
    const key = member.email.toLowerCase();
    const here = (owners.get(key) ?? []).filter(({ left }) => left === undefined);
    owners.set(key, member.left === undefined ? [...here, member] : here.length > 0 ? here : [member]);
  }
  return (email) => owners.get(email.toLowerCase()) ?? [];
}
