import { after, before, beforeEach } from 'mocha';
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

/**
 * The real sender against a connector on this machine, for the tests of a `describe`: the connector knows nothing of the test before,
 * and each sender is fresh, so that no budget is shared.
 */
export function useSender() {
  const connector = {} as Awaited<ReturnType<typeof startConnector>>;
  before(async () => {
    Object.assign(connector, await startConnector());
  });
  beforeEach(() => connector.reset());
  after(() => connector.close());
  const sender = (options: SenderOptions = {}) => {
    const config = { profile: 'local' as const, serviceUrls: [], defaultServiceUrl: connector.serviceUrl, bot: undefined };
    return createSender({ config, token: async () => undefined, log: createLog('silent'), ...options });
  };
  return { connector, sender };
}
