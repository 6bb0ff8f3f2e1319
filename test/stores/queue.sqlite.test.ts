import { createSqliteStore } from '#stores/sqlite.ts';
import { queueContract } from './queue.contract.ts';

describe('the queue in SQLite', () => {
  queueContract(async () => {
    let now = Date.parse('2026-03-02T09:00:00.000Z');
    const { queue } = createSqliteStore(':memory:', { clock: () => now });
    const pass = (seconds: number) => {
      now += seconds * 1_000;
    };
    return { queue, pass };
  });
});
