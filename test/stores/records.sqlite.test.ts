import { createSqliteStore } from '#stores/sqlite.ts';
import { countsContract } from './counts.contract.ts';
import { listsContract } from './lists.contract.ts';
import { recordsContract } from './records.contract.ts';

const open = async () => createSqliteStore(':memory:');

describe('records in SQLite', () => {
  recordsContract(open);
  listsContract(open);
  countsContract(open);
});
