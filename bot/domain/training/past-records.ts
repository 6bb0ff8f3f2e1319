import type { PersonId } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import type { Topic } from './policy.ts';
import type { Day, Entry, TrainingEvent } from './record.ts';
import { nameKey, type RollNames } from './roll-names.ts';
import { type Columns, cellsOf, nameIn, ranTogether, type SheetRow } from './sheet.ts';
import { quoted, readUkDate } from './uk-date.ts';

/** One past piece of training, ready to be written. */
export type PastRecord = { line: number; topic: string; on: Day; course?: string; certificate?: string };

/** `bad` is to be mended by a person; `left-out` is known to be not needed. Each says why. */
export type RowProblem = { line: number; kind: 'bad' | 'left-out'; says: string };

type RowVerdict = { person: PersonId; record: PastRecord } | RowProblem;

type PastRecordsContext = { columns: Columns; find: RollNames; topics: readonly Topic[]; today: Day };

/** More of one person's in one file is a mistake, and would not fit into their record. */
const mostForOne = 300;
const longestCourse = 200;
const longestCertificate = 100;

/** Judges rows one after another: it remembers what it has seen, so that what stands in the file twice is brought in once. */
export function pastRecordsCheck({ columns, find, topics, today }: PastRecordsContext): (row: SheetRow) => RowVerdict {
  const topicOf = topicNames(topics);
  const seen = new Map<string, number>();
  const counts = new Map<PersonId, number>();
  return (row) => {
    const { line } = row;
    const bad = (says: string): RowProblem => ({ line, kind: 'bad', says });
    const leftOut = (says: string): RowProblem => ({ line, kind: 'left-out', says });
    const together = ranTogether(columns, row);
    if (together !== undefined) return bad(together);
    const cell = cellsOf(columns, row);
    // Our own export has a line for what somebody owes and has not done.
    if (cell('standing') !== '' && cell('date') === '') return leftOut('By this line it has not been done yet.');
    const found = find({ email: cell('email'), objectId: cell('objectId'), name: nameIn(cell) });
    const topic = topicOf(cell('topic'));
    const date = readUkDate(cell('date'), today);
    const [course, certificate] = [cell('course'), cell('certificate')];
    const problems = [
      ...('problem' in found ? [found.problem] : []),
      ...('problem' in topic ? [topic.problem] : []),
      ...('problem' in date ? [date.problem] : []),
      ...(course.length > longestCourse ? [`The course is longer than ${longestCourse} letters.`] : []),
      ...(certificate.length > longestCertificate ? [`The certificate is longer than ${longestCertificate} letters.`] : []),
    ];
    if ('problem' in found || 'problem' in topic || 'problem' in date || problems.length > 0) return bad(problems.join(' '));
    const person = found.member.id;
    if (found.member.left !== undefined) return leftOut('This person has left, so nothing is added to their record.');
    const key = `${person} ${topic.key} ${date.day}`;
    const first = seen.get(key);
    if (first !== undefined) return leftOut(`The same as line ${first}.`);
    const count = (counts.get(person) ?? 0) + 1;
    if (count > mostForOne) return bad(`More than ${mostForOne} rows are about this person. Bring the rest in with another file.`);
    seen.set(key, line);
    counts.set(person, count);
    return {
      person,
      record: {
        line,
        topic: topic.key,
        on: date.day,
        ...(course === '' ? {} : { course }),
        ...(certificate === '' ? {} : { certificate }),
      },
    };
  };
}

/** By its key or its label, with or without what stands before a colon ("Induction: …"). */
function topicNames(topics: readonly Topic[]): (written: string) => { key: string } | { problem: string } {
  const plain = (name: string) => nameKey(name.replace(/[-_]/g, ' '));
  const namesOf = ({ key, label }: Topic) => [key, label, label.slice(label.indexOf(':') + 1)];
  const known = new Map([...topics].reverse().flatMap((topic) => namesOf(topic).map((name) => [plain(name), topic.key] as const)));
  return (written) => {
    if (written === '') return { problem: 'The topic is missing.' };
    const key = known.get(plain(written));
    return key === undefined ? { problem: `${quoted(written)} is not a topic of this school’s training.` } : { key };
  };
}

/** What of one person's rows is not in their record yet, and what is. */
export function notYetRecorded(
  rows: readonly PastRecord[],
  entries: readonly Entry[],
  topics: readonly Topic[],
): { fresh: PastRecord[]; known: RowProblem[] } {
  // Training that counts for another topic too is that topic's record of the day.
  const covered = (topic: string) => [topic, ...(topics.find(({ key }) => key === topic)?.covers ?? [])];
  const there = new Set(entries.flatMap(({ topic, on }) => covered(topic).map((key) => `${key} ${on}`)));
  const isThere = ({ topic, on }: PastRecord) => there.has(`${topic} ${on}`);
  return {
    fresh: rows.filter((row) => !isThere(row)),
    known: rows.filter(isThere).map(({ line }) => ({ line, kind: 'left-out', says: 'This is in the register already.' })),
  };
}

/** What is added to one person's training. `entry` names come from the file's own key and line, so that doing it twice is doing it once. */
export function pastEvents(rows: readonly PastRecord[], { by, at, key }: { by: PersonId; at: Instant; key: string }): TrainingEvent[] {
  return rows.map(({ line, ...done }) => ({ type: 'done', at, by, entry: `${key}-${line}`, source: 'import', ...done }));
}
