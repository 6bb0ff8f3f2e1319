import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openStore } from '#bot/open-store.ts';
import { parseRuleSet } from '#domain/policy.ts';
import { Settings } from '#domain/settings.ts';
import type { Member } from '#domain/training/member.ts';
import type { TrainingEvent } from '#domain/training/record.ts';
import { registerRows } from '#features/export/register-rows.ts';
import { writeCsv } from '#features/export/write-csv.ts';
import { checkSheet } from '#features/import/check-sheet.ts';
import { decodeText } from '#features/import/decode-text.ts';
import { readSheet } from '#features/import/read-sheet.ts';
import dslFirst from '#policies/dsl-first.json' with { type: 'json' };
import headteacherFirst from '#policies/headteacher-first.json' with { type: 'json' };
import { loadTraining, saveTraining } from '#stores/training-record.ts';

const school = 'larkfield';
const tenant = '7e1f5a00-0000-4000-8000-00000000c0de';
const ruleSet = parseRuleSet(dslFirst);
const ruleSets = { 'dsl-first': ruleSet, 'headteacher-first': parseRuleSet(headteacherFirst) };
const world = { now: '2026-11-23T10:00:00.000Z', newId: () => 'x', settings: Settings.parse({}), ruleSet };
const names = ['Ms Robyn Patel', 'Mr Ann-Marie O’Neill', '=Sum Total', "-Dash 'Quote'", '+Plus, Comma', '@At Sign', 'Zoë "Zed" Müller'];
const members: Member[] = names.map((name, i) => ({ id: `${tenant}:a1000000-0000-4000-8000-00000000000${i}`, name, kind: 'staff' }));

const directory = {
  members: () => members,
  member: (_school: string, id: string) => members.find((member) => member.id === id),
  countsFrom: () => '2020-01-01',
} as unknown as Parameters<typeof registerRows>[0]['directory'];

const written = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', "'", ',', ';', 'a', 'é', ' '), maxLength: 12 });
const done = fc.record({
  person: fc.constantFrom(...members.map(({ id }) => id)),
  topic: fc.constantFrom(...ruleSet.training.topics.map(({ key }) => key)),
  day: fc.integer({ min: 0, max: 2_000 }),
  course: written,
});

describe('the register as a CSV, sent back as a list', () => {
  it('is known whole, whatever was recorded', async () => {
    const seen = fc.asyncProperty(fc.array(done, { maxLength: 25 }), async (all) => {
      const { records, close } = await openStore({ kind: 'sqlite', file: ':memory:' });
      const deps = { records, directory, ruleSets };
      for (const [i, { person, topic, day, course }] of all.entries()) {
        const on = new Date(Date.UTC(2021, 0, 1 + day)).toISOString().slice(0, 10);
        const event: TrainingEvent = {
          type: 'done',
          at: world.now,
          by: person,
          entry: `e${i}`,
          topic,
          on,
          source: 'recorded',
          course: course.trim(),
        };
        await saveTraining(records, await loadTraining(records, school, person), { events: [event], command: `c${i}`, owed: [] });
      }
      const bytes = await writeCsv(await registerRows(deps, world, school));
      const decoded = decodeText(bytes);
      const read = await readSheet('text' in decoded ? decoded.text : '');
      assert.ok('sheet' in read);
      const result = await checkSheet(deps, world, { school, by: members[0]?.id ?? '', sheet: read.sheet });
      assert.ok('checked' in result);
      const { counts, problems } = result.checked;
      assert.deepEqual([counts.good, problems.filter(({ kind }) => kind === 'bad')], [0, []]);
      const cells = read.sheet.rows.flatMap(({ cells }) => cells);
      assert.deepEqual(
        cells.filter((cell) => /^[=+\-@\t\r]/.test(cell)),
        [],
      );
      await close();
    });
    await fc.assert(seen, { seed: 11, numRuns: 30 });
  });
});
