import { z } from 'zod';

/** A fault that a test orders: the next `times` calls that match are answered like this instead. */
export const Fault = z.object({
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']).optional(),
  /** Part of the path, such as `pagedmembers`. */
  path: z.string().optional(),
  conversation: z.string().optional(),
  /** Calls about this person's own chat: by object id or name. */
  person: z.string().optional(),
  times: z.number().int().min(1).default(1),
  /** A status; `hang` never answers; `reset-after-accept` does what was asked and then breaks the connection. */
  answer: z.union([z.literal([400, 401, 403, 404, 412, 413, 429, 500, 502, 503, 504]), z.literal('hang'), z.literal('reset-after-accept')]),
  /** `error.code` of the answer, when the usual one of the status will not do. */
  code: z.string().optional(),
  /** Seconds, for 429 and 503. Left out: no Retry-After header. */
  retryAfter: z.number().int().optional(),
});
export type Fault = z.infer<typeof Fault>;
export type FaultOrder = z.input<typeof Fault>;

export const usualCodes: Record<number, string> = {
  400: 'BadSyntax',
  401: 'BotNotRegistered',
  403: 'ForbiddenOperationException',
  404: 'ConversationNotFound',
  412: 'PreconditionFailed',
  413: 'MessageSizeTooBig',
  429: 'Throttled',
  500: 'ServiceError',
};

export type Call = { method: string; path: string; conversation?: string; person?: string };

/** Takes one use of the first fault that matches the call. */
export function takeFault(faults: Fault[], call: Call): Fault | undefined {
  const index = faults.findIndex(
    (fault) =>
      (fault.method ?? call.method) === call.method &&
      call.path.includes(fault.path ?? '') &&
      (fault.conversation ?? call.conversation) === call.conversation &&
      (fault.person ?? call.person) === call.person,
  );
  const found = faults[index];
  if (found === undefined) return undefined;
  found.times -= 1;
  if (found.times === 0) faults.splice(index, 1);
  return found;
}
