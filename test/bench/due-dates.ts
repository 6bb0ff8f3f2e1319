import { readFileSync } from 'node:fs';
import type { Role } from '#domain/people.ts';
import { parseRuleSet } from '#domain/policy.ts';
import { type Owed, owedBy, type Tenure } from '#domain/training/owed.ts';
import type { TrainingPolicy } from '#domain/training/policy.ts';
import { evolve, nothingRecorded, type TrainingRecord } from '#domain/training/record.ts';
import type { Figure } from './figure.ts';

const people = 10_000;
const topicsEach = 8;
/** Six years of records. */
const years = 6;
const rounds = 9;
const today = '2026-11-23';

/**
 * What everybody of a large trust owes, worked out afresh: 10,000 people with eight topics and six years of records each. In processor
 * time: what else runs on the machine takes nothing away from it.
 */
export async function* dueDates(): AsyncIterable<Figure> {
  for (const key of ['headteacher-first', 'dsl-first']) {
    const training = policyWithEight(key);
    const everybody = Array.from({ length: people }, (_, i) => ({ tenure: tenureNumber(i), record: recordNumber(i, training) }));
    const measured = Array.from({ length: rounds }, () => {
      const began = process.cpuUsage();
      let owed: Owed[] = [];
      for (const { tenure, record } of everybody) owed = owedBy(training, tenure, record, today);
      const { user, system } = process.cpuUsage(began);
      const seconds = (user + system) / 1_000_000;
      if (owed.length !== topicsEach) throw new Error(`${owed.length} topics are owed, not ${topicsEach}`);
      return seconds;
    });
    yield { name: `due dates, 10,000 x 8: ${key}`, unit: 's cpu', rounds: measured, aim: { is: '<=', value: 1 } };
  }
}

/** The school's own rules, with those eight that come again for all staff. */
function policyWithEight(key: string): TrainingPolicy {
  const { training } = parseRuleSet(JSON.parse(readFileSync(new URL(`../../bot/policies/${key}.json`, import.meta.url), 'utf8')));
  const again = training.topics.filter((topic) => topic.again !== undefined && topic.for.includes('staff'));
  const more = training.topics.filter((topic) => topic.again !== undefined && !again.includes(topic));
  const topics = [...again, ...more.map((topic) => ({ ...topic, for: ['staff' as const] }))].slice(0, topicsEach);
  return { ...training, topics };
}

function tenureNumber(i: number): Tenure {
  const roles: { role: Role; since?: string }[] = i % 50 === 0 ? [{ role: 'deputy-dsl', since: '2025-09-01' }] : [];
  return { kind: 'staff', roles, started: `${2010 + (i % 16)}-09-0${1 + (i % 9)}` };
}

function recordNumber(i: number, { topics }: TrainingPolicy): TrainingRecord {
  let record = nothingRecorded;
  for (let year = 0; year < years; year += 1) {
    for (const [n, { key }] of topics.entries()) {
      const on = `${2021 + year}-${String(1 + ((i + n) % 9)).padStart(2, '0')}-${String(1 + ((i * 7 + n) % 28)).padStart(2, '0')}`;
      const entry = `${key}-${year}`;
      record = evolve(record, { type: 'done', at: `${on}T12:00:00.000Z`, by: 'coordinator', entry, topic: key, on, source: 'import' });
    }
  }
  return record;
}
