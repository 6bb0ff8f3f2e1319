import { createSqliteStore } from '#stores/sqlite.ts';
import { listsContract } from './lists.contract.ts';
import { recordsContract } from './records.contract.ts';

const open = async () => createSqliteStore(':memory:');

describe('records in SQLite', () => {
  recordsContract(open);
  listsContract(open);
});
