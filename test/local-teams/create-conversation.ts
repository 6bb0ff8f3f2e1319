import { z } from 'zod';
import { limited } from './admission.ts';
import { badSyntax, blocked, noConversation, notInstalled, problem, type Reply } from './connector-errors.ts';
import { Activity, post } from './messages.ts';
import { isObject } from './rules.ts';
import { findAccount, findConversation, type Json, personalChatOf, type World } from './world.ts';

const NewConversation = z.looseObject({
  isGroup: z.boolean().optional(),
  members: z.array(z.looseObject({ id: z.string() })).optional(),
  tenantId: z.string().optional(),
  channelData: z
    .looseObject({ tenant: z.looseObject({ id: z.string() }).optional(), channel: z.looseObject({ id: z.string() }).optional() })
    .optional(),
  activity: Activity.optional(),
});

/** Finds the 1:1 chat with somebody who has the app, or starts a thread in a channel. */
export function createConversation(world: World, body: unknown): Reply {
  const parsed = NewConversation.safeParse(body);
  if (!parsed.success) return badSyntax('The body does not describe a conversation');
  const { isGroup, members = [], channelData, activity } = parsed.data;
  const tenant = parsed.data.tenantId ?? channelData?.tenant?.id;
  if (isGroup === true) return createPost(world, channelData?.channel?.id, activity);
  if (tenant?.toLowerCase() !== world.file.tenantId)
    return problem(403, 'ForbiddenOperationException', 'The tenant is not the one of the app.');
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
