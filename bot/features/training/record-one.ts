import type { World } from '#domain/decide.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import { decideRecording, type Recording, type RecordOutcome } from '#domain/training/recording.ts';
import type { Deps } from '#features/handler.ts';
import { settleReminders } from '#features/remind/note-said.ts';
import { rerun } from '#features/rerun.ts';
import { loadLearner, saveLearner } from './learner.ts';

/**
 * Writes one piece of training, or one mark, into one person's record: their own document, once for each command however often it is
 * run. Rejects when the store cannot be reached; run again it finishes the rest.
 */
export async function recordOne(
  deps: Pick<Deps, 'records' | 'directory' | 'trainingCounts'>,
  world: World,
  school: SchoolKey,
  { person, recording, command }: { person: PersonId; recording: Recording; command: string },
): Promise<RecordOutcome> {
  return await rerun(async () => {
    const learner = await loadLearner(deps, world, school, person);
    if (learner === undefined) return 'left';
    const { loaded, tenure } = learner;
    const facts = { tenure, record: loaded.record, training: world.ruleSet.training };
    const { outcome, events } = decideRecording(recording, command, facts);
    // A mark carries no entry of its own, so that only the command tells that it was this press that made it.
    const written = outcome === 'already' && loaded.applied.includes(command);
    if (outcome !== 'recorded' && !written) return outcome;
    const after = written ? learner : await saveLearner(deps, world, learner, { events, command });
    if (recording.how === 'done') await settleReminders(deps, world, { school, person, topics: [recording.topic], command }, after);
    return 'recorded';
  });
}
