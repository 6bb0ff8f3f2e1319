import { z } from 'zod';
import { closed, limited } from './admission.ts';
import { badSyntax, noActivity, type Reply, tooBig } from './connector-errors.ts';
import { fileCards, fileCardTrouble, sharedIn } from './files.ts';
import { adaptiveCard, attachmentsOf, cardTrouble, isObject, isTooBig, splitsInTwo } from './rules.ts';
import { type Conversation, findAccount, type Guid, type Json, type Message, newMessage, notify, type Shown, type World } from './world.ts';

export const Activity = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  summary: z.string().optional(),
  attachments: z.array(z.looseObject({ contentType: z.string() })).optional(),
});

function shownOf(activity: Json): Shown | undefined {
  const content = attachmentsOf(activity)[0]?.content;
  if (content === undefined || sharedIn(attachmentsOf(activity)[0]) !== undefined) return undefined;
  const trouble = cardTrouble(content, 'chat');
  const card = isObject(content) ? content : {};
  return trouble === undefined ? { card } : { card, trouble };
}

function sharing(activity: Json): Pick<Message, 'file'> {
  const file = sharedIn(attachmentsOf(activity)[0]);
  return file === undefined ? {} : { file };
}

function mentionedIn(world: World, activity: Json): Guid[] {
  const card = attachmentsOf(activity)[0]?.content;
  const teams = isObject(card) && isObject(card.msteams) ? card.msteams : {};
  const entities = [teams.entities, activity.entities].flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []));
  return entities.flatMap((entity) => (isObject(entity.mentioned) ? (findAccount(world, String(entity.mentioned.id))?.id ?? []) : []));
}

/** What is wrong with an activity wherever it goes. */
function unfit(activity: z.infer<typeof Activity>, conversation: Conversation): Reply | undefined {
  if (isTooBig(activity)) return tooBig();
  const attachments = activity.attachments ?? [];
  const files = attachments.filter(({ contentType }) => fileCards.includes(contentType));
  if (attachments.some(({ contentType }) => contentType !== adaptiveCard && !fileCards.includes(contentType)))
    return badSyntax('Unknown attachment type');
  const trouble = files.map((file) => fileCardTrouble(file, conversation)).find((one) => one !== undefined);
  if (trouble !== undefined) return badSyntax(trouble);
  if (activity.type === 'message' && (activity.text ?? '') === '' && attachments.length === 0)
    return badSyntax('Activity must include text or attachments');
  return undefined;
}

function write(world: World, conversation: Conversation, activity: Json, root: string | undefined): Message {
  const shown = shownOf(activity);
  const alert =
    isObject(activity.channelData) && isObject(activity.channelData.notification) && activity.channelData.notification.alert === true;
  const message: Message = {
    ...newMessage(world, conversation, 'bot', root),
    ...(typeof activity.text === 'string' && activity.text !== '' ? { text: activity.text } : {}),
    ...(shown === undefined ? {} : { shown }),
    ...sharing(activity),
    ...(typeof activity.summary === 'string' ? { summary: activity.summary } : {}),
    alert,
    mentioned: mentionedIn(world, activity),
  };
  conversation.messages.push(message);
  const told = conversation.kind === 'channel' ? message.mentioned : conversation.members;
  const text = message.summary ?? message.text ?? 'Sent a card';
  for (const guid of new Set(told)) notify(world, guid, { kind: 'preview', text, conversation: conversation.id, alert });
  return message;
}

/** Puts a message of the bot into a conversation, in the thread `root` when there is one. */
export function post(world: World, conversation: Conversation, root: string | undefined, body: unknown): Reply {
  const parsed = Activity.safeParse(body);
  if (!parsed.success) return badSyntax('The body is not an activity');
  const activity = parsed.data;
  const refused = closed(world, conversation) ?? limited(world, 'send', conversation.id) ?? unfit(activity, conversation);
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

export function update(world: World, conversation: Conversation, activityId: string, body: unknown): Reply {
  const parsed = Activity.safeParse(body);
  if (!parsed.success) return badSyntax('The body is not an activity');
  const refused = closed(world, conversation) ?? limited(world, 'other', conversation.id) ?? unfit(parsed.data, conversation);
  if (refused !== undefined) return refused;
  const message = conversation.messages.find(({ id, from, deleted }) => id === activityId && from === 'bot' && !deleted);
  if (message === undefined) return noActivity();
  const shown = shownOf(parsed.data);
  // A whole replacement, without a sound; what clickers saw for themselves gives way to it.
  delete message.text;
  delete message.shown;
  delete message.file;
  message.own.clear();
  message.edited = true;
  message.revision += 1;
  Object.assign(message, shown === undefined ? {} : { shown }, sharing(parsed.data), parsed.data.text ? { text: parsed.data.text } : {});
  return { status: 200, body: { id: message.id } };
}

export function remove(world: World, conversation: Conversation, activityId: string): Reply {
  const refused = closed(world, conversation) ?? limited(world, 'other', conversation.id);
  if (refused !== undefined) return refused;
  const message = conversation.messages.find(({ id, from }) => id === activityId && from === 'bot');
  if (message === undefined) return noActivity();
  message.deleted = true;
  return { status: 200 };
}
