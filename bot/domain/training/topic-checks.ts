import { longestStaffMonths } from './months.ts';
import type { Topic, TrainingPolicy } from './policy.ts';

type Path = (string | number)[];
type Complain = (path: Path, message: string) => void;

/** What must agree between the parts of the training rules. */
export function checkTraining(training: TrainingPolicy, complain: Complain): void {
  const known = new Set(training.topics.map(({ key }) => key));
  training.topics.forEach((topic, i) => {
    checkTopic(topic, known, (path, message) => complain(['training', 'topics', i, ...path], message));
  });
  if (!training.topics.some(keepsStaffUpToDate)) {
    complain(['training', 'topics'], `no topic is owed by all staff at least every ${longestStaffMonths} months (S-22)`);
  }
  checkAudit(training, complain);
}

function checkTopic(topic: Topic, known: Set<string>, complain: Complain): void {
  for (const covered of topic.covers ?? []) {
    if (covered === topic.key || !known.has(covered)) complain(['covers'], `${covered} is not another topic`);
  }
  for (const kind of topic.whereApplicable ?? []) {
    if (!topic.for.includes(kind)) complain(['whereApplicable'], `the topic is not for ${kind}`);
  }
  if (topic.by === 'quiz' && topic.quiz === undefined) complain(['quiz'], 'what is done by a quiz names it');
  if (topic.asNeeded === true && topic.again !== undefined) complain(['again'], 'what is given as needed is never due');
}

/** S-22. An interval that the school sets itself is kept short enough wherever it is used. */
function keepsStaffUpToDate(topic: Topic): boolean {
  if (topic.again === undefined || topic.asNeeded === true) return false;
  if (!topic.for.includes('staff') || topic.whereApplicable?.includes('staff') === true) return false;
  return topic.again.months <= longestStaffMonths || topic.again.bySchool === true;
}

function checkAudit({ audit, topics }: TrainingPolicy, complain: Complain): void {
  const owing = topics.find(({ key }) => key === audit.topic);
  if (owing?.by !== 'audit') complain(['training', 'audit', 'topic'], `${audit.topic} is not a topic done by the self-audit`);
  audit.statements.forEach(({ key, topic }, i) => {
    const path = ['training', 'audit', 'statements', i];
    if (!topics.some((one) => one.key === topic)) complain([...path, 'topic'], `there is no topic ${topic}`);
    if (audit.statements.findIndex((one) => one.key === key) !== i) complain([...path, 'key'], `the key ${key} stands here twice`);
  });
}
