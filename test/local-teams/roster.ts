import { badSyntax, problem, type Reply } from './connector-errors.ts';
import { type Account, type Conversation, findAccount, type Json, mriOf, type World } from './world.ts';

/** "Ms Robyn Patel" without the title. */
const withoutTitle = (name: string) => name.replace(/^(Mr|Mrs|Ms|Miss|Mx|Dr) /, '');

function memberShape(world: World, account: Account): Json {
  const [givenName = '', ...rest] = withoutTitle(account.name).split(' ');
  const mail = `${[givenName, ...rest].join('.').toLowerCase()}@${world.file.school}.example`;
  return {
    id: mriOf(world, account.id),
    objectId: account.id,
    name: account.name,
    givenName,
    surname: rest.join(' '),
    email: mail,
    userPrincipalName: mail,
    tenantId: world.file.tenantId,
    userRole: 'user',
  };
}

export function memberOf(world: World, conversation: Conversation, id: string): Reply {
  const account = findAccount(world, id);
  if (account === undefined || !conversation.members.includes(account.id))
    return problem(404, 'MemberNotFoundInConversation', 'Member not found.');
  return { status: 200, body: memberShape(world, account) };
}

/** Pages of 50 to 500, whatever is asked for. */
export function pagedMembers(world: World, conversation: Conversation, query: URLSearchParams): Reply {
  const size = Math.min(500, Math.max(50, Number(query.get('pageSize') ?? 50) || 50));
  const token = query.get('continuationToken');
  const from = token === null || token === '' ? 0 : Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isInteger(from)) return badSyntax('The continuation token is not one of ours');
  const people = conversation.members.flatMap((guid) => world.accounts.find((account) => account.id === guid) ?? []);
  const guests = Array.from({ length: conversation.guests }, (_, n) => ({
    id: `29:1anonymous-guest-${n}`,
    name: 'Guest',
    tenantId: world.file.tenantId,
    userRole: 'anonymous',
  }));
  const all = [...people.map((account) => memberShape(world, account)), ...guests];
  const next = from + size < all.length ? { continuationToken: Buffer.from(String(from + size)).toString('base64url') } : {};
  return { status: 200, body: { members: all.slice(from, from + size), ...next } };
}
