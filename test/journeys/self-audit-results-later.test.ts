import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseSchoolFile } from '#bot/graph/school-file.ts';
import { openStore } from '#bot/open-store.ts';
import { auditId } from '#stores/audit-record.ts';
import { dslFirst } from '#test/domain/rule-sets.ts';
import { seedAudit } from '#test/local-teams/seed-audit.ts';
import { answerAudit, openResults } from '#test/support/auditing.ts';
import { countedStore } from '#test/support/counted-store.ts';
import { mondayMorning, schoolFilePath, startSchool, type TestSchool } from '#test/support/school.ts';
import { onScreen, quiet } from '#test/support/telling.ts';
import { leaves, openOverview, openRecordOf, trainedSchool } from '#test/support/training.ts';

describe('results of the self-audit, later on', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await trainedSchool();
  });
  afterEach(() => school.close());
  const as = (who: string) => school.teams.as(who);

  it('leave out whoever has left', async () => {
    await answerAudit(as('robyn'), { nudes: 1 });
    await leaves(school, 'robyn');
    assert.match(await openResults(as('idris')), /0 of 8 have answered/);
  });

  it('are the same for whoever sees numbers only when somebody of them leaves', async () => {
    for (const who of ['robyn', 'owen', 'wendy', 'tomasz', 'carys', 'judith'])
      await answerAudit(as(who), { nudes: who === 'robyn' ? 1 : 4 });
    assert.match(await openResults(as('anita')), /6 of 9 have answered[\s\S]*what to do: 1 of 5 say/);
    await leaves(school, 'robyn');
    assert.match(await openResults(as('anita')), /5 of 8 have answered[\s\S]*what to do: 1 of 5 say/);
    assert.match(await openResults(as('idris')), /5 of 8 have answered[\s\S]*Nobody asks for more help/);
  });

  it('name nobody who has left among those who would like more help', async () => {
    for (const who of ['robyn', 'wendy', 'owen', 'tomasz', 'carys']) await answerAudit(as(who), { nudes: who === 'owen' ? 4 : 1 });
    await leaves(school, 'robyn');
    await openResults(as('idris'));
    await as('idris').press({ title: 'See who', data: { topic: 'nudes' } });
    const [, named = ''] = / Listed by name\.\n([\s\S]*)\nPlease do not pass/.exec(await onScreen(as('idris'))) ?? [];
    assert.deepEqual(named.split('\n'), ['Mr Tomasz Reed', 'Mrs Wendy Marlow', 'Ms Carys Vaughan']);
  });

  it('begin anew with the next school year', async () => {
    await answerAudit(as('robyn'), { nudes: 1 });
    await school.later(300 * 24 * 60);
    assert.match(await openResults(as('idris')), /2027\/28, 0 of 9 have answered/);
  });

  it('are read a page at a time, each page and each person once', async () => {
    await school.close();
    const { store, calls } = countedStore(await openStore({ kind: 'sqlite', file: ':memory:' }));
    school = await trainedSchool({ store });
    const { records } = school.store;
    const { school: key, tenantId, people } = school.file;
    // Answers of many who are no longer here lie before those of the few who are.
    for (let i = 0; i < 600; i += 1) {
      const person = `${tenantId}:a1000000-0000-4000-8000-${String(100_000_000_000 + i)}`;
      await records.create(auditDoc(key, person, { nudes: 1 }, '2026-11-19T10:00:00.000Z'));
    }
    for (const { id } of people.slice(0, 5)) await records.create(auditDoc(key, `${tenantId}:${id}`, { nudes: 2 }));
    await openOverview(as('idris'));
    calls.length = 0;
    await as('idris').press('Self-audit results');
    assert.match(await onScreen(as('idris')), /5 of (9|10) have answered[\s\S]*5 of 5 say/);
    assert.deepEqual(
      calls.filter((call) => call.endsWith(' audit')),
      ['list audit', 'list audit', 'list audit'],
    );
  });
});

describe('results of the self-audit in Local Teams', () => {
  let school: TestSchool;
  before(async () => {
    const store = await openStore({ kind: 'sqlite', file: ':memory:' });
    const file = parseSchoolFile(JSON.parse(readFileSync(schoolFilePath, 'utf8')));
    await seedAudit(store.records, file, dslFirst.training, mondayMorning);
    school = await startSchool({ store });
    await quiet(school);
  });
  after(() => school.close());

  it('have something to show from the start, in each person’s record too', async () => {
    const idris = school.teams.as('idris');
    assert.match(await openResults(idris), /6 of 9 have answered[\s\S]*Cyber-bullying: \d of 6 say/);
    assert.match(await openRecordOf(school, idris, 'robyn'), /Self-audit of online-safety skills, 14 November 2026\nAnswered here\./);
  });
});

function auditDoc(school: string, person: string, levels: Record<string, number>, at = '2026-11-20T10:00:00.000Z') {
  const body = { answers: [{ at, levels }], applied: [] };
  return { school, kind: 'audit' as const, id: auditId('2026', person), index: { about: '2026', person, at }, body };
}
