import { z } from 'zod';
import { badSyntax, blocked, noActivity, noConversation, notInRoster, notInstalled, problem, type Reply, throttled, tooBig } from './connector-errors.ts';
import type { Operation } from './rate-limits.ts';
import { memberOf, pagedMembers } from './roster.ts';
import { adaptiveCard, attachmentsOf, cardTrouble, isObject, isTooBig, splitsInTwo } from './rules.ts';
import { type Conversation, findAccount, findConversation, type Guid, type Json, type Message, notify, personalChatOf, type Shown, type World } from './world.ts';

const Activity = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  summary: z.string().optional(),
  attachments: z.array(z.looseObject({ contentType: z.string() })).optional(),
});

const NewConversation = z.looseObject({
  isGroup: z.boolean().optional(),
  members: z.array(z.looseObject({ id: z.string() })).optional(),
  tenantId: z.string().optional(),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).optional(), channel: z.looseObject({ id: z.string() }).optional() }).optional(),
  activity: Activity.optional(),
});

export type ConnectorCall = { method: string; path: string; query: URLSearchParams; body: unknown };

/** Why the bot may not write here; undefined when it may. */
function closed(world: World, conversation: Conversation): Reply | undefined {
  if (conversation.kind !== 'personal') return conversation.appIn ? undefined : notInRoster();
  const app = world.accounts.find((account) => account.id === conversation.members[0])?.app;
  if (app === 'blocked') return blocked();
  return app === 'installed' ? undefined : notInRoster();
}

function limited(world: World, operation: Operation, thread: string): Reply | undefined {
  const wait = world.limits.take(operation, thread);
  return wait === undefined ? undefined : throttled(wait);
}

function shownOf(activity: Json): Shown | undefined {
  const content = attachmentsOf(activity)[0]?.content;
  if (content === undefined) return undefined;
  const trouble = cardTrouble(content, 'chat');
  const card = isObject(content) ? content : {};
  return trouble === undefined ? { card } : { card, trouble };
}

function mentionedIn(world: World, activity: Json): Guid[] {
  const card = attachmentsOf(activity)[0]?.content;
  const teams = isObject(card) && isObject(card.msteams) ? card.msteams : {};
  const entities = [teams.entities, activity.entities].flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []));
  return entities.flatMap((entity) => (isObject(entity.mentioned) ? (findAccount(world, String(entity.mentioned.id))?.id ?? []) : []));
}

/** What is wrong with an activity wherever it goes. */
function unfit(activity: z.infer<typeof Activity>): Reply | undefined {
  if (isTooBig(activity)) return tooBig();
  const attachments = activity.attachments ?? [];
  if (attachments.some(({ contentType }) => contentType !== adaptiveCard)) return badSyntax('Unknown attachment type');
  if (activity.type === 'message' && (activity.text ?? '') === '' && attachments.length === 0) return badSyntax('Activity must include text or attachments');
  return undefined;
}

function write(world: World, conversation: Conversation, activity: Json, root: string | undefined): Message {
  const shown = shownOf(activity);
  const alert = isObject(activity.channelData) && isObject(activity.channelData.notification) && activity.channelData.notification.alert === true;
  const id = world.newId();
  const message: Message = {
    id,
    ...(conversation.kind === 'channel' ? { root: root ?? id } : {}),
    from: 'bot',
    at: world.now(),
    ...(typeof activity.text === 'string' && activity.text !== '' ? { text: activity.text } : {}),
    ...(shown === undefined ? {} : { shown }),
    ...(typeof activity.summary === 'string' ? { summary: activity.summary } : {}),
    alert,
    mentioned: mentionedIn(world, activity),
    edited: false,
    deleted: false,
    revision: 0,
    own: new Map(),
    readBy: new Set(),
  };
  conversation.messages.push(message);
  const told = conversation.kind === 'channel' ? message.mentioned : conversation.members;
  const text = message.summary ?? message.text ?? 'Sent a card';
  for (const guid of new Set(told)) notify(world, guid, { kind: 'preview', text, conversation: conversation.id });
  return message;
}

function post(world: World, conversation: Conversation, root: string | undefined, body: unknown): Reply {
  const parsed = Activity.safeParse(body);
  if (!parsed.success) return badSyntax('The body is not an activity');
  const activity = parsed.data;
  const refused = closed(world, conversation) ?? limited(world, 'send', conversation.id) ?? unfit(activity);
  if (refused !== undefined) return refused;
  if (activity.type !== 'message') return { status: 202, body: { id: world.newId() } };
  if (splitsInTwo(activity)) {
    const { attachments: _cards, ...words } = activity;
    const { text: _words, ...cards } = activity;
    write(world, conversation, words, root);
    // The second message counts as well, and neither id is given back.
    world.limits.take('send', conversation.id);
    write(world, conversation, cards, root);
    return { status: 201, body: {} };
  }
  return { status: 201, body: { id: write(world, conversation, activity, root).id } };
}

function update(world: World, conversation: Conversation, activityId: string, body: unknown): Reply {
  const parsed = Activity.safeParse(body);
  if (!parsed.success) return badSyntax('The body is not an activity');
  const refused = closed(world, conversation) ?? limited(world, 'other', conversation.id) ?? unfit(parsed.data);
  if (refused !== undefined) return refused;
  const message = conversation.messages.find(({ id, from, deleted }) => id === activityId && from === 'bot' && !deleted);
  if (message === undefined) return noActivity();
  const shown = shownOf(parsed.data);
  // A whole replacement, without a sound; what clickers saw for themselves gives way to it.
  delete message.text;
  delete message.shown;
  message.own.clear();
  message.edited = true;
  message.revision += 1;
  Object.assign(message, shown === undefined ? {} : { shown }, parsed.data.text ? { text: parsed.data.text } : {});
  return { status: 200, body: { id: message.id } };
}

function remove(world: World, conversation: Conversation, activityId: string): Reply {
  const refused = closed(world, conversation) ?? limited(world, 'other', conversation.id);
  if (refused !== undefined) return refused;
  const message = conversation.messages.find(({ id, from }) => id === activityId && from === 'bot');
  if (message === undefined) return noActivity();
  message.deleted = true;
  return { status: 200 };
}

function create(world: World, body: unknown): Reply {
  const parsed = NewConversation.safeParse(body);
  if (!parsed.success) return badSyntax('The body does not describe a conversation');
  const { isGroup, members = [], channelData, activity } = parsed.data;
  const tenant = parsed.data.tenantId ?? channelData?.tenant?.id;
  if (isGroup === true) return createPost(world, channelData?.channel?.id, activity);
  if (tenant?.toLowerCase() !== world.file.tenantId) return problem(403, 'ForbiddenOperationException', 'The tenant is not the one of the app.');
  const [member] = members;
  if (member === undefined || members.length > 1) return problem(400, 'Bad Argument', 'A personal conversation has exactly one member.');
  const account = /^29:|^[0-9a-f-]{36}$/i.test(member.id) ? findAccount(world, member.id) : undefined;
  if (account === undefined) return problem(400, 'Bad Argument', 'The member cannot be found.');
  const chat = personalChatOf(world, account.id);
  const wait = limited(world, 'send', chat.id);
  if (wait !== undefined) return wait;
  if (account.app === 'blocked') return blocked();
  if (account.app === 'absent') return notInstalled();
  if (activity === undefined) return { status: 201, body: { id: chat.id } };
  const sent = post(world, chat, undefined, activity);
  return sent.status === 201 ? { status: 201, body: { id: chat.id, activityId: (sent.body as Json).id } } : sent;
}

function createPost(world: World, channelId: string | undefined, activity: unknown): Reply {
  const found = channelId === undefined ? undefined : findConversation(world, channelId);
  if (found === undefined || found.conversation.kind !== 'channel') return noConversation();
  const sent = post(world, found.conversation, undefined, activity);
  const id = isObject(sent.body) ? sent.body.id : undefined;
  return sent.status === 201 ? { status: 201, body: { id: `${found.conversation.id};messageid=${id}`, activityId: id } } : sent;
}

function team(world: World, teamId: string, asked: 'team' | 'channels'): Reply {
  const found = world.file.local.teams.find(({ id }) => id === teamId);
  if (found === undefined) return noConversation();
  if (!found.app) return notInRoster();
  const wait = limited(world, 'members', teamId);
  if (wait !== undefined) return wait;
  const listed = found.channels.filter(({ kind }) => kind !== 'private-channel');
  // The first channel has no name of its own here, and its id is the team's.
  if (asked === 'channels') return { status: 200, body: { conversations: listed.map(({ id, name }) => ({ id, name: id === teamId ? null : name })) } };
  const memberCount = new Set(found.channels.flatMap(({ members }) => members)).size;
  return { status: 200, body: { id: found.id, name: found.name, aadGroupId: `c3${found.id.length.toString().padStart(6, '0')}-0000-4000-8000-000000000000`, channelCount: listed.length, memberCount, type: 'standard' } };
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
  if (id === '' && method === 'POST') return create(world, body);
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
