import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, it } from 'mocha';
import { firstBreak } from '#stores/chain.ts';
import { type TrainingBody, trainingOf } from '#stores/training-record.ts';
import type { DieAt } from '#test/support/bot-process.ts';
import { useCrashingSchool } from '#test/support/crashing-school.ts';
import { csv } from '#test/support/lists.ts';

describe('a bot that is killed while it brings in past records', function () {
  this.timeout(60_000);
  const school = useCrashingSchool();
  const idris = () => school.teams.as('idris');

  for (const dieAt of ['past-record', 'past-noted'] satisfies DieAt[]) {
    it(`at the moment of “${dieAt}” goes on when it starts again, and writes each record once`, async () => {
      await school.start(dieAt);
      const rows = school.file.people.flatMap(({ name }) => ['2/3/25', '4/3/25', '6/3/25'].map((date) => [name, 'prevent', date]));
      await idris().sendFile('past.csv', csv(['Name', 'Topic', 'Date'], ...rows));
      await idris().card('Checked', { within: 20_000 });
      await idris().press('Bring in 36 records');
      await school.died();
      await school.start();
      await school.later(3);
      const done = await idris().card('Brought in', { within: 20_000 });
      assert.match(done.text, /36 records of 12 people are in the register now/);
      const { items } = await school.store.records.list<TrainingBody>(school.file.school, {
        kind: 'training',
        order: 'oldest',
        limit: 100,
      });
      const days = items.map((stored) =>
        trainingOf(stored)
          .record.entries.map(({ on }) => on)
          .sort(),
      );
      assert.deepEqual(
        days,
        Array.from({ length: 12 }, () => ['2025-03-02', '2025-03-04', '2025-03-06']),
      );
      assert.ok(items.every(({ body }) => firstBreak(body.events) === undefined));
      await rowsGone();
    });
  }

  /** What was on its way is taken away once it is in. */
  async function rowsGone(): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      const { items } = await school.store.records.list(school.file.school, { kind: 'import', order: 'oldest', limit: 50 });
      if (!items.some(({ id }) => id.includes('.rows.'))) return;
      await pause(20);
    }
    throw new Error('The rows of the list are still kept');
  }
});
