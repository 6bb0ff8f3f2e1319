import type { SendResult } from '#queue/sender.ts';
import type { Reached } from './connector.ts';

export type NotSent = Exclude<SendResult, { kind: 'sent' }>;
type Never = Extract<SendResult, { kind: 'never' }>['reason'];

const blocked = ['MessageWritesBlocked', 'ConversationBlockedByUser'];
const notInstalled = ['BotNotInConversationRoster', 'ForbiddenOperationException'];

/** What a call that brought nothing into Teams means for the posting; undefined when it did. Teams' documented codes. */
export function notSent(reached: Reached): NotSent | undefined {
  if (reached.kind === 'no-answer') return { kind: 'later', after: 10, reason: 'no-answer' };
  const { status, body, retryAfter } = reached;
  if (status >= 200 && status < 300) return undefined;
  if (status === 429) return { kind: 'later', after: retryAfter ?? 5, reason: 'throttled' };
  // 412: somebody else is writing to the same conversation. 500 is not among them: Teams asks not to repeat it.
  if ([408, 412, 502, 503, 504].includes(status)) return { kind: 'later', after: retryAfter ?? (status === 412 ? 1 : 10), reason: 'busy' };
  return { kind: 'never', reason: finalReason(status, body) };
}

function finalReason(status: number, body: unknown): Never {
  if (status === 404 || status === 410) return 'gone';
  if (status === 413) return 'too-big';
  if (status !== 403) return 'refused';
  // The code may stand as `code`, as `subCode`, or as JSON inside the message: it is looked for in the whole text.
  const text = JSON.stringify(body ?? '');
  if (blocked.some((code) => text.includes(code))) return 'blocked';
  return notInstalled.some((code) => text.includes(code)) ? 'not-installed' : 'refused';
}
