import type { PersonId } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import type { Topic, TrainingPolicy } from './policy.ts';
import type { Marked } from './quiz.ts';
import type { Day, TrainingEvent, TrainingRecord } from './record.ts';

/** Somebody finished the quiz of a topic. `command` is the id of this try. */
type Finished = { topic: Topic; quiz: string; marked: Marked; person: PersonId; at: Instant; today: Day; command: string };

/**
 * What one finished try adds to the record. Passed: each topic that is done by this quiz is done, and where the topic itself is a
 * course, the pass is noted beside it. A second pass on the same day adds nothing.
 */
export function quizEvents(training: TrainingPolicy, record: TrainingRecord, finished: Finished): TrainingEvent[] {
  const { topic, quiz, marked, person: by, at, today, command } = finished;
  const { right, of, passed } = marked;
  if (!passed) return [{ type: 'tried', at, by, topic: topic.key, quiz, right, of }];
  const done = doneBy(training, quiz)
    .filter(({ key }) => !record.entries.some((entry) => entry.topic === key && entry.on === today && entry.source === 'quiz'))
    .map(
      ({ key }): TrainingEvent => ({
        type: 'done',
        at,
        by,
        entry: entryOf(command, key),
        topic: key,
        on: today,
        source: 'quiz',
        right,
        of,
      }),
    );
  if (topic.by === 'quiz') return done;
  return [...done, { type: 'quiz-passed', at, by, entry: entryOf(command, topic.key), topic: topic.key, quiz, right, of }];
}

const entryOf = (command: string, topic: string) => `${command}-${topic}`;

/** The topics that are done by passing this quiz. */
export function doneBy({ topics }: TrainingPolicy, quiz: string): Topic[] {
  return topics.filter((topic) => topic.by === 'quiz' && topic.quiz === quiz);
}

/** Whether the try of this command was a pass of this topic’s quiz when it was counted. */
export function wasPassed(events: readonly TrainingEvent[], command: string, topic: string): boolean {
  const entry = entryOf(command, topic);
  return events.some((event) => (event.type === 'done' || event.type === 'quiz-passed') && event.entry === entry);
}
