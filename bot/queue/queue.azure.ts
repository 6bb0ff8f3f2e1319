import type { TokenCredential } from '@azure/identity';
import type { QueueClient } from '@azure/storage-queue';
import { StoreMisuse } from '#stores/misuse.ts';
import { checkDelay, checkReceive } from './limits.ts';
import type { Queue, Received } from './queue.ts';
import { readWake, writeWake } from './wake-text.ts';

/** `name` is 3 to 56 lower-case letters, digits and hyphens: what is given up goes to `<name>-poison`. */
export type AzureQueuePlace = { name: string; createIfMissing?: boolean } & (
  | { connectionString: string }
  | { /** As in https://account.queue.core.windows.net */ url: string; credential: TokenCredential }
);

/** Milliseconds for any one call, its retries included. */
const patience = 2_000;
const soon = () => ({ abortSignal: AbortSignal.timeout(patience) });

/** A queue in Azure Storage. Messages never expire. Every method rejects when the service cannot be reached within 2 s. */
export async function createAzureQueue(place: AzureQueuePlace): Promise<Queue> {
  const { waiting, poison } = await openQueues(place);

  async function setAside(messageId: string, popReceipt: string, text: string): Promise<void> {
    await poison.sendMessage(text, { messageTimeToLive: -1, ...soon() });
    await unlessLeaseLost(() => waiting.deleteMessage(messageId, popReceipt, soon()));
  }

  return {
    async send(message, { after = 0 } = {}) {
      checkDelay(after);
      await waiting.sendMessage(writeWake(message), { visibilityTimeout: after, messageTimeToLive: -1, ...soon() });
    },
    async receive(max, visibleFor) {
      checkReceive(max, visibleFor);
      const answer = await waiting.receiveMessages({ numberOfMessages: max, visibilityTimeout: visibleFor, ...soon() });
      const received: Received[] = [];
      for (const { messageId, popReceipt, messageText, dequeueCount } of answer.receivedMessageItems) {
        const message = readWake(messageText);
        // What somebody else put here can never be worked: it is kept for a person, and must not hold up the rest.
        if (message === undefined) await setAside(messageId, popReceipt, messageText);
        else received.push({ message, attempts: dequeueCount, receipt: `${messageId}/${popReceipt}` });
      }
      return received;
    },
    async putBack({ message, receipt }, { after, message: other = message }) {
      checkDelay(after);
      const [messageId, popReceipt] = leaseOf(receipt);
      await unlessLeaseLost(() => waiting.updateMessage(messageId, popReceipt, writeWake(other), after, soon()));
    },
    async done({ receipt }) {
      const [messageId, popReceipt] = leaseOf(receipt);
      await unlessLeaseLost(() => waiting.deleteMessage(messageId, popReceipt, soon()));
    },
    async giveUp({ message, receipt }) {
      const [messageId, popReceipt] = leaseOf(receipt);
      // Renewing first shows whether the lease is still ours: whoever holds it now will settle this message.
      const renewed = await unlessLeaseLost(() => waiting.updateMessage(messageId, popReceipt, writeWake(message), 30, soon()));
      if (renewed?.popReceipt !== undefined) await setAside(messageId, renewed.popReceipt, writeWake(message));
    },
    givenUp: async () => (await poison.getProperties(soon())).approximateMessagesCount ?? 0,
    close: async () => undefined,
  };
}

async function openQueues(place: AzureQueuePlace): Promise<{ waiting: QueueClient; poison: QueueClient }> {
  const { QueueServiceClient } = await import('@azure/storage-queue');
  const options = { retryOptions: { maxTries: 2, retryDelayInMs: 200, maxRetryDelayInMs: 500 } };
  const service =
    'connectionString' in place
      ? QueueServiceClient.fromConnectionString(place.connectionString, options)
      : new QueueServiceClient(place.url, place.credential, options);
  const waiting = service.getQueueClient(place.name);
  const poison = service.getQueueClient(`${place.name}-poison`);
  if (place.createIfMissing === true) await Promise.all([waiting.createIfNotExists(), poison.createIfNotExists()]);
  return { waiting, poison };
}

/** `undefined` when another has the message by now, or it is done. */
async function unlessLeaseLost<Value>(call: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await call();
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === 'PopReceiptMismatch' || code === 'MessageNotFound') return undefined;
    throw error;
  }
}

function leaseOf(receipt: string): [messageId: string, popReceipt: string] {
  const at = receipt.indexOf('/');
  if (at < 0) throw new StoreMisuse('bad-receipt', 'This is not a receipt of this queue.');
  return [receipt.slice(0, at), receipt.slice(at + 1)];
}
