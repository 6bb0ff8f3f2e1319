import { closed, limited } from './admission.ts';
import { noConversation, notInRoster, problem, type Reply } from './connector-errors.ts';
import { createConversation } from './create-conversation.ts';
import { post, remove, update } from './messages.ts';
import { memberOf, pagedMembers } from './roster.ts';
import { type Conversation, findConversation, type World } from './world.ts';

export type ConnectorCall = { method: string; path: string; query: URLSearchParams; body: unknown };

function team(world: World, teamId: string, asked: 'team' | 'channels'): Reply {
  const found = world.file.local.teams.find(({ id }) => id === teamId);
  if (found === undefined) return noConversation();
  if (!found.app) return notInRoster();
  const wait = limited(world, 'members', teamId);
  if (wait !== undefined) return wait;
  const listed = found.channels.filter(({ kind }) => kind !== 'private-channel');
  // The first channel has no name of its own here, and its id is the team's.
  if (asked === 'channels')
    return { status: 200, body: { conversations: listed.map(({ id, name }) => ({ id, name: id === teamId ? null : name })) } };
  const memberCount = new Set(found.channels.flatMap(({ members }) => members)).size;
  return {
    status: 200,
    body: {
      id: found.id,
      name: found.name,
      aadGroupId: `c3${found.id.length.toString().padStart(6, '0')}-0000-4000-8000-000000000000`,
      channelCount: listed.length,
      memberCount,
      type: 'standard',
    },
  };
}

function members(world: World, conversation: Conversation, one: string | undefined, query: URLSearchParams): Reply {
  const refused = closed(world, conversation) ?? limited(world, 'members', conversation.id);
  if (refused !== undefined) return refused;
  if (conversation.rosterFails) return problem(403, 'NotEnoughPermissions', 'The roster cannot be read in this channel.');
  return one === undefined ? pagedMembers(world, conversation, query) : memberOf(world, conversation, one);
}

/** One connector call, answered as Teams would answer it. */
export function answerConnector(world: World, { method, path, query, body }: ConnectorCall): Reply {
  const [, collection, id = '', part, partId] = path.split('/').filter(Boolean).map(decodeURIComponent);
  if (collection === 'teams' && method === 'GET') return team(world, id, part === 'conversations' ? 'channels' : 'team');
  if (collection !== 'conversations') return problem(404, 'ServiceError', 'There is no such call.');
  if (id === '' && method === 'POST') return createConversation(world, body);
  const found = findConversation(world, id);
  if (found === undefined) return noConversation();
  const { conversation, root } = found;
  if (part === 'activities' && method === 'POST') return post(world, conversation, root, body);
  if (part === 'activities' && method === 'PUT' && partId !== undefined) return update(world, conversation, partId, body);
  if (part === 'activities' && method === 'DELETE' && partId !== undefined) return remove(world, conversation, partId);
  if (part === 'members' && method === 'GET' && partId !== undefined) return members(world, conversation, partId, query);
  if (part === 'pagedmembers' && method === 'GET') return members(world, conversation, undefined, query);
  return problem(404, 'ServiceError', 'There is no such call.');
}
