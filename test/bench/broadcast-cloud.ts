import { startAzurite } from '#test/support/azurite.ts';
import { startCosmosServer } from '#test/support/cosmos-server.ts';

/** The stand-ins for Cosmos DB and Azure Storage, away from what is measured. */
const [cosmos, { connectionString }] = await Promise.all([startCosmosServer(), startAzurite()]);
process.once('disconnect', () => process.exit());
process.send?.({ ...cosmos, connectionString });
