import { usualCodes } from './faults.ts';

export type Reply = { status: number; body?: unknown; headers?: Record<string, string> };

export const problem = (status: number, code: string, message: string, headers: Record<string, string> = {}): Reply => ({
  status,
  headers,
  body: { error: { code, message } },
});

export const throttled = (seconds: number | undefined): Reply =>
  problem(429, 'Throttled', 'API calls quota exceeded', seconds === undefined ? {} : { 'retry-after': String(seconds) });

/** Blocked writes come as text inside a message, not as a plain code. */
export const blocked = (): Reply => ({
  status: 403,
  body: {
    errorCode: 209,
    message: JSON.stringify({
      subCode: 'MessageWritesBlocked',
      details: 'Thread is blocked from message writes.',
      errorCode: null,
      errorSubCode: null,
    }),
  },
});

export const notInstalled = () =>
  problem(403, 'ForbiddenOperationException', 'The app is not installed in the personal scope of this user.');
export const notInRoster = () => problem(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
export const noConversation = () => problem(404, 'ConversationNotFound', 'Conversation not found.');
export const noActivity = () => problem(404, 'ActivityNotFoundInConversation', 'Activity not found in the conversation.');
export const badSyntax = (message: string) => problem(400, 'BadSyntax', message);
export const tooBig = () => problem(413, 'MessageSizeTooBig', 'Message size too large.');

/** The answer that a test ordered. */
export function faultReply(status: number, code: string | undefined, retryAfter: number | undefined): Reply {
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  if (code === 'MessageWritesBlocked') return blocked();
  return problem(status, code ?? usualCodes[status] ?? 'ServiceError', 'Fault on demand', headers);
}
