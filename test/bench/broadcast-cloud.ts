import { startAzurite } from '#test/support/azurite.ts';
import { startCosmosServer } from '#test/support/cosmos-server.ts';
import { indexCosmosServer } from './cosmos-index.ts';

/** The stand-ins for Cosmos DB and Azure Storage, away from what is measured. */
indexCosmosServer();
const [cosmos, { connectionString }] = await Promise.all([startCosmosServer(), startAzurite()]);
process.once('disconnect', () => process.exit());
process.send?.({ ...cosmos, connectionString });
