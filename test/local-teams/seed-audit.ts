import type { SchoolFile } from '#bot/graph/school-file.ts';
import { dayOf, daysAfter } from '#domain/days.ts';
import type { Instant } from '#domain/time.ts';
import { type Levels, levelsIn } from '#domain/training/audit.ts';
import { roundOf } from '#domain/training/audit-round.ts';
import type { TrainingPolicy } from '#domain/training/policy.ts';
import { loadAudit, saveAudit } from '#stores/audit-record.ts';
import type { Records } from '#stores/records.ts';
import { loadTraining, saveTraining } from '#stores/training-record.ts';

/** Statements that both rule sets have, and what six people say of them: most would like more help with pictures and with bullying. */
const answers: Record<string, string> = {
  report: '434434',
  apps: '323223',
  bullying: '213231',
  extreme: '343333',
  nudes: '121242',
  conduct: '444344',
  pictures: '343 43',
};
const answeredDaysAgo = 9;

/** The self-audit of some of the made-up school, so that its results have something to show. Before the bot starts, after `seedTraining`. */
export async function seedAudit(records: Records, file: SchoolFile, training: TrainingPolicy, now: Instant): Promise<void> {
  const on = daysAfter(dayOf(file.settings.calendar, now), -answeredDaysAgo);
  const at = `${on}T14:30:00.000Z`;
  const staff = file.people.filter(({ kind }) => kind === 'staff').slice(0, answers['report']?.length);
  for (const [i, { id }] of staff.entries()) {
    const person = `${file.tenantId}:${id}`;
    const levels: Levels = levelsIn(training, (statement) => answers[statement]?.[i]);
    await saveAudit(records, await loadAudit(records, file.school, roundOf(training, file.settings, on), person), {
      levels,
      at,
      command: 'seed',
    });
    const { topic } = training.audit;
    const events = [{ type: 'done', at, by: person, entry: 'seed-audit', topic, on, source: 'audit' } as const];
    await saveTraining(records, await loadTraining(records, file.school, person), { events, command: 'seed-audit', owed: [] });
  }
}
