import { createLog, type Log } from '#bot/log.ts';
import { card, line } from '#cards/parts.ts';
import type { OutgoingCard, Target } from '#queue/sender.ts';
import type { Limits } from '#teams/limits.ts';
import { createSender } from '#teams/sender.ts';
import type { TokenSource } from '#teams/token.ts';
import { startConnector } from './fake-connector.ts';

export const tenantId = '7e1f5a00-0000-4000-8000-00000000c0de';
export const person = `${tenantId}:a1000000-0000-4000-8000-000000000001`;
export const outgoing: OutgoingCard = { card: card([line('Urgent.')]), summary: 'Online Safety: urgent. Please open.', alert: true };
export const chat: Target = { tenantId, to: { person }, conversationId: 'a:chat' };

export type SenderOptions = { token?: TokenSource; timeLimit?: number; limits?: Limits; log?: Log };

/** The real sender against a connector on this machine, fresh for each call so that no budget is shared between tests. */
export async function startSender() {
  const connector = await startConnector();
  const config = { profile: 'local' as const, serviceUrls: [], defaultServiceUrl: connector.serviceUrl, bot: undefined };
  const sender = (options: SenderOptions = {}) =>
    createSender({ config, token: async () => undefined, log: createLog('silent'), ...options });
  return { ...connector, sender };
}
