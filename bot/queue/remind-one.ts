import type { Directory } from '#bot/graph/directory.ts';
import type { Card } from '#cards/parts.ts';
import type { World } from '#domain/decide.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import { newPosting, type Posting } from '#domain/posting.ts';
import type { Campaign } from '#domain/training/campaign.ts';
import type { Fate } from '#domain/training/progress.ts';
import { placeAt, type RecipientBody, recipientDoc } from '#stores/recipient-record.ts';
import type { Records } from '#stores/records.ts';
import type { Courier } from './courier.ts';
import type { Reminding } from './draw-reminder.ts';
import type { SendResult } from './sender.ts';

/** All that a lock screen shows of a reminder. */
export const reminderSummary = 'Online Safety: a reminder for you.';

export type RemindDeps = {
  records: Records;
  courier: Courier;
  directory: Directory;
  drawReminder: (asked: Reminding, world: World) => Promise<Card | 'nothing-owed'>;
  /** Milliseconds of the machine's clock. */
  pause: (ms: number) => Promise<void>;
};
type Keeping = Pick<RemindDeps, 'records' | 'pause'>;
export type Turn = { school: SchoolKey; campaign: Campaign; position: number; person: PersonId };
export type Later = Extract<SendResult, { kind: 'later' }>;

/** The message is out by now: so much patience with a store that stumbles, in milliseconds before each try. */
const receiptWaits = [0, 200, 500, 1_000, 2_000, 4_000, 8_000];

/** Teams has the message and the store could not be told: whoever sent it once more would write twice. */
export class NotWrittenDown extends Error {}

/** Brings one person their reminder and writes down that they have it. Rejects with `NotWrittenDown`, or when the store fails before anything is sent. */
export async function remindOne(deps: RemindDeps, turn: Turn, world: World): Promise<Fate | Later> {
  const { school, campaign, person, position } = turn;
  if (deps.directory.person(school, person) === undefined) return { kind: 'left' };
  const card = await deps.drawReminder({ school, campaign, person }, world);
  if (card === 'nothing-owed') return { kind: 'nothing-owed' };
  const posting = newPosting(`${campaign.key}-${position}`, { person }, 'reminder', false);
  const result = await deps.courier.bring(school, posting, { card, summary: reminderSummary, alert: false });
  if (result.kind === 'later') return result;
  return await keepReceipt(deps, turn, receiptOf(posting, result), world);
}

/** Nobody can be reached who did not answer so often: written down like a refusal. */
export async function giveUpOn(deps: Keeping, turn: Turn, reason: string, world: World): Promise<Fate> {
  const posting = newPosting(`${turn.campaign.key}-${turn.position}`, { person: turn.person }, 'reminder', false);
  return await keepReceipt(deps, turn, { ...posting, failed: reason }, world);
}

function receiptOf(posting: Posting, result: Exclude<SendResult, Later>): Posting {
  if (result.kind === 'never') return { ...posting, failed: result.reason };
  return { ...posting, shown: posting.want, conversationId: result.conversationId, activityId: result.activityId };
}

/** One light write: lost in a power cut it costs one message twice, which is less than waiting ten thousand times for the disk. */
async function keepReceipt(
  { records, pause }: Keeping,
  { school, campaign, position, person }: Turn,
  posting: Posting,
  world: World,
): Promise<Fate> {
  const { failed } = posting;
  const answered = failed === undefined ? 'sent' : 'unreachable';
  const reason = failed === undefined ? {} : { reason: failed };
  const body: RecipientBody = { campaign: campaign.key, person, answered, ...reason, said: [], postings: [posting], applied: [] };
  const doc = recipientDoc(school, body, placeAt(campaign, position), world.now);
  // Already there: an answer of the store was lost, and the write was not.
  await patiently(pause, () => records.create(doc, { lightly: true }));
  return failed === undefined ? { kind: 'delivered' } : { kind: 'unreachable', reason: failed };
}

async function patiently<Value>(pause: RemindDeps['pause'], work: () => Promise<Value>): Promise<Value> {
  let last: unknown;
  for (const wait of receiptWaits) {
    await pause(wait);
    try {
      return await work();
    } catch (error) {
      last = error;
    }
  }
  throw new NotWrittenDown('A receipt could not be written.', { cause: last });
}
