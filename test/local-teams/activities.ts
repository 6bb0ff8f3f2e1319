import { type Account, botName, type Conversation, type Door, type Json, type Message, mriOf, type World } from './world.ts';

/** The shapes in which Teams brings things to a bot. */

function conversationShape(world: World, conversation: Conversation, root: string | undefined): Json {
  const id = root === undefined ? conversation.id : `${conversation.id};messageid=${root}`;
  const group = conversation.kind === 'personal' ? {} : { isGroup: true };
  return { ...group, conversationType: conversation.kind, tenantId: world.file.tenantId, id };
}

function channelData(world: World, conversation: Conversation): Json {
  const place = conversation.kind === 'channel' ? { team: { id: conversation.team?.id }, channel: { id: conversation.id } } : {};
  return { ...place, tenant: { id: world.file.tenantId } };
}

/** What every activity carries. `root` is the thread that it belongs to, in a channel. */
export function envelope(world: World, account: Account, conversation: Conversation, root?: string): Json {
  return {
    channelId: 'msteams',
    serviceUrl: world.serviceUrl,
    timestamp: world.now(),
    locale: 'en-GB',
    from: { id: mriOf(world, account.id), name: account.name, aadObjectId: account.id },
    recipient: { id: world.botId, name: botName },
    conversation: conversationShape(world, conversation, root),
    entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' }],
    channelData: channelData(world, conversation),
  };
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export function textActivity(world: World, account: Account, conversation: Conversation, message: Message, mention: boolean): Json {
  const words = message.text ?? '';
  const at = `<at>${botName}</at>`;
  const base = envelope(world, account, conversation, message.root);
  const named = { type: 'mention', text: at, mentioned: { id: world.botId, name: botName } };
  return {
    ...base,
    type: 'message',
    id: message.id,
    textFormat: 'plain',
    text: mention ? `${at} ${words}` : words,
    attachments: [
      {
        contentType: 'text/html',
        content: `<div>${mention ? `<span itemscope itemtype="http://schema.skype.com/Mention">${botName}</span> ` : ''}${escaped(words)}</div>`,
      },
    ],
    ...(mention ? { entities: [named, ...(base.entities as Json[])] } : {}),
  };
}

/** A button of kind Action.Submit on a card in a chat: a message without text. */
export function submitActivity(world: World, account: Account, conversation: Conversation, card: Message, value: Json): Json {
  return { ...envelope(world, account, conversation, card.root), type: 'message', id: world.newId(), replyToId: card.id, value };
}

export function invokeActivity(
  world: World,
  account: Account,
  name: string,
  value: Json,
  where: { conversation: Conversation; root?: string; replyTo?: string },
): Json {
  return {
    ...envelope(world, account, where.conversation, where.root),
    type: 'invoke',
    name,
    id: `f:${world.newId()}`,
    value,
    ...(where.replyTo === undefined ? {} : { replyToId: where.replyTo }),
  };
}

/** A message as the message menu hands it over: an Entra id for a person, an application for an app. */
export function messagePayload(world: World, conversation: Conversation, message: Message): Json {
  const author = world.accounts.find((account) => account.id === message.from);
  const from =
    author === undefined
      ? { application: { applicationIdentityType: 'bot', id: world.botId.replace(/^28:/, ''), displayName: botName } }
      : { user: { userIdentityType: 'aadUser', id: author.id, displayName: author.name } };
  return {
    id: message.id,
    replyToId: message.root === undefined || message.root === message.id ? null : message.root,
    createdDateTime: message.at,
    lastModifiedDateTime: null,
    deleted: false,
    subject: null,
    importance: 'normal',
    locale: 'en-gb',
    linkToMessage: `https://teams.microsoft.com/l/message/${encodeURIComponent(conversation.id)}/${message.id}`,
    from,
    body: { contentType: 'html', content: `<p>${escaped(message.text ?? '')}</p>` },
    mentions: [],
    reactions: [],
    attachments: [],
  };
}

const context = { theme: 'default' };

export function openComposeDialog(world: World, account: Account, door: Door & { kind: 'compose' }): Json {
  const value = {
    commandId: door.commandId,
    commandContext: door.context,
    requestId: world.newId(),
    context,
    ...(door.payload === undefined ? {} : { messagePayload: door.payload }),
  };
  return invokeActivity(world, account, 'composeExtension/fetchTask', value, composeWhere(door));
}

export function submitDialog(world: World, account: Account, door: Door, data: Json): Json {
  if (door.kind === 'task') {
    const where = { conversation: door.conversation, ...(door.replyTo === undefined ? {} : { replyTo: door.replyTo }) };
    return invokeActivity(world, account, 'task/submit', { data, context }, where);
  }
  const value = {
    commandId: door.commandId,
    commandContext: door.context,
    data,
    context,
    ...(door.payload === undefined ? {} : { messagePayload: door.payload }),
  };
  return invokeActivity(world, account, 'composeExtension/submitAction', value, composeWhere(door));
}

const composeWhere = (door: Door & { kind: 'compose' }) => ({
  conversation: door.conversation,
  ...(door.root === undefined ? {} : { root: door.root }),
});

export function openTaskDialog(world: World, account: Account, conversation: Conversation, card: Message, data: Json): Json {
  const where = { conversation, replyTo: card.id, ...(card.root === undefined ? {} : { root: card.root }) };
  return invokeActivity(world, account, 'task/fetch', { data, context }, where);
}

export function executeActivity(world: World, account: Account, conversation: Conversation, card: Message, action: Json): Json {
  const where = { conversation, replyTo: card.id, ...(card.root === undefined ? {} : { root: card.root }) };
  return invokeActivity(world, account, 'adaptiveCard/action', { action, trigger: 'manual' }, where);
}

/** The two events that tell a bot that it was added, or the one that tells it that it was removed. */
export function installActivities(world: World, account: Account, conversation: Conversation, added: boolean): Json[] {
  const base = envelope(world, account, conversation);
  const installed = { ...base, type: 'installationUpdate', action: added ? 'add' : 'remove', id: `f:${world.newId()}` };
  if (!added) return [installed];
  const team =
    conversation.kind === 'channel'
      ? { eventType: 'teamMemberAdded', team: { id: conversation.team?.id, name: conversation.team?.name } }
      : {};
  const joined = {
    ...base,
    type: 'conversationUpdate',
    id: `f:${world.newId()}`,
    membersAdded: [{ id: world.botId }],
    channelData: { ...(base.channelData as Json), ...team },
  };
  return [
    { ...installed, channelData: { ...(base.channelData as Json), ...team, settings: { selectedChannel: { id: conversation.id } } } },
    joined,
  ];
}
