import { z } from 'zod';
import { Fault } from './faults.ts';

/** Who does it: an object id, or part of a name that only one person has. */
const as = z.string();
const Typed = z.record(z.string(), z.string()).default({});
const Button = z.object({
  title: z.string().optional(),
  index: z.number().int().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
});

export const Say = z.object({
  as,
  text: z.string().min(1),
  conversation: z.string().optional(),
  mention: z.boolean().optional(),
  replyTo: z.string().optional(),
});
/** `content` is base64. */
export const SendFile = z.object({
  as,
  name: z.string().min(1),
  content: z.base64(),
  text: z.string().default(''),
  conversation: z.string().optional(),
});
export const AnswerFile = z.object({ as, message: z.string(), action: z.enum(['accept', 'decline']) });
/** `on` is the id of a message, or `dialog`. */
export const Press = z.object({ as, on: z.string(), button: Button, inputs: Typed });
export const Who = z.object({ as });
export const MessageAction = z.object({ as, message: z.string(), command: z.string().default('report-message') });
export const ComposeAction = z.object({ as, conversation: z.string().optional(), command: z.string().default('report') });
export const Read = z.object({ as, conversation: z.string() });
export const App = z.object({ as, app: z.enum(['installed', 'absent', 'blocked']) });
export const Place = z.object({ as, conversation: z.string(), app: z.boolean() });
export const Again = z.object({ as, newId: z.boolean().default(false) });
export const Skip = z.union([z.object({ minutes: z.number().positive() }), z.object({ to: z.literal('next-school-day') })]);
export const RuleSetChoice = z.object({ key: z.string() });
export const Roster = z.object({ conversation: z.string(), fails: z.boolean().optional(), guests: z.number().int().min(0).optional() });
export const FaultOrders = z.object({ faults: z.array(Fault) });
