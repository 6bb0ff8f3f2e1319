import assert from 'node:assert/strict';
import { QueueClient } from '@azure/storage-queue';
import { createAzureQueue } from '#queue/queue.azure.ts';
import { freshAzureQueuePlace, startAzurite } from '#test/support/azurite.ts';
import { oak } from './documents.ts';
import { queueContract } from './queue.contract.ts';

const wake = { school: oak, id: 'incident.a' };

describe('the queue in Azure Storage', function () {
  this.timeout(20_000);
  before(() => startAzurite());
  queueContract(async () => ({ queue: await createAzureQueue(await freshAzureQueuePlace()), pass: () => undefined }));

  describe('what somebody else put into the queue', () => {
    it('is set aside, and holds nothing up', async () => {
      const place = await freshAzureQueuePlace();
      const queue = await createAzureQueue(place);
      const stranger = new QueueClient(place.connectionString, place.name);
      for (const text of ['not ours', Buffer.from('{"school":1}').toString('base64'), Buffer.from('null').toString('base64')]) {
        await stranger.sendMessage(text);
      }
      await queue.send(wake);
      assert.deepEqual(
        (await queue.receive(32, 60)).map(({ message }) => message),
        [wake],
      );
      assert.equal(await queue.givenUp(), 3);
    });
  });

  describe('a given-up message', () => {
    it('moves beside the queue, and is kept there for good', async () => {
      const place = await freshAzureQueuePlace();
      const queue = await createAzureQueue(place);
      await queue.send(wake);
      for (const received of await queue.receive(1, 60)) await queue.giveUp(received);
      const [kept] = (await new QueueClient(place.connectionString, `${place.name}-poison`).peekMessages()).peekedMessageItems;
      assert.deepEqual(JSON.parse(Buffer.from(kept?.messageText ?? '', 'base64').toString()), wake);
      assert.equal(kept?.expiresOn.getUTCFullYear(), 9999);
      const left = await new QueueClient(place.connectionString, place.name).getProperties();
      assert.equal(left.approximateMessagesCount, 0);
    });
  });

  describe('a queue that was not made', () => {
    it('makes every call a rejection', async () => {
      const queue = await createAzureQueue({ ...(await freshAzureQueuePlace()), createIfMissing: false });
      await assert.rejects(queue.send(wake), { code: 'QueueNotFound' });
      await assert.rejects(queue.receive(1, 60), { code: 'QueueNotFound' });
      await assert.rejects(queue.givenUp(), { code: 'QueueNotFound' });
    });
  });

  describe('a service that is not there', () => {
    it('makes every call a rejection', async () => {
      const { connectionString } = await startAzurite();
      const elsewhere = connectionString.replace(/127\.0\.0\.1:\d+/, '127.0.0.1:1');
      const queue = await createAzureQueue({ connectionString: elsewhere, name: 'nowhere' });
      await assert.rejects(queue.send(wake));
      await assert.rejects(queue.receive(1, 60));
    });
  });
});
