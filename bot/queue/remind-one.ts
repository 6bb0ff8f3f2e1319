import type { Directory } from '#bot/graph/directory.ts';
import type { Card } from '#cards/parts.ts';
import type { World } from '#domain/decide.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import { newPosting, type Posting } from '#domain/posting.ts';
import type { Campaign } from '#domain/training/campaign.ts';
import type { Fate } from '#domain/training/progress.ts';
import { type RecipientBody, recipientDoc, sortedAt } from '#stores/recipient-record.ts';
import type { Records } from '#stores/records.ts';
import type { Courier } from './courier.ts';
import type { Reminding } from './draw-reminder.ts';
import type { Receipts } from './receipts.ts';
import type { SendResult } from './sender.ts';

/** All that a lock screen shows of a reminder. */
export const reminderSummary = 'Online Safety: a reminder for you.';

export type RemindDeps = {
  records: Records;
  courier: Courier;
  directory: Directory;
  drawReminder: (asked: Reminding, world: World) => Promise<Card | 'nothing-owed'>;
  receipts: Receipts;
};
type Keeping = Pick<RemindDeps, 'receipts'>;
export type Turn = { school: SchoolKey; campaign: Campaign; position: number; person: PersonId };
export type Later = Extract<SendResult, { kind: 'later' }>;

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

async function keepReceipt(
  { receipts }: Keeping,
  { school, campaign, position, person }: Turn,
  posting: Posting,
  world: World,
): Promise<Fate> {
  const { failed } = posting;
  const answered = failed === undefined ? 'sent' : 'unreachable';
  const reason = failed === undefined ? {} : { reason: failed };
  const body: RecipientBody = { campaign: campaign.key, person, position, answered, ...reason, said: [], postings: [posting], applied: [] };
  await receipts.keep(recipientDoc(school, body, sortedAt(campaign, position), world.now));
  return failed === undefined ? { kind: 'delivered' } : { kind: 'unreachable', reason: failed };
}
