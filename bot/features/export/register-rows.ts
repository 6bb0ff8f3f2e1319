import { atOnce } from '#bot/at-once.ts';
import { knownFromWords, registerHeader, standingWords } from '#cards/file-words.ts';
import type { World } from '#domain/decide.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import { lastDone } from '#domain/training/applies.ts';
import type { Member } from '#domain/training/member.ts';
import { findTopic } from '#domain/training/policy.ts';
import type { Entry } from '#domain/training/record.ts';
import { statesOf } from '#domain/training/standing.ts';
import type { Deps } from '#features/handler.ts';
import { intervalsOf, type Learner, learnerOf } from '#features/training/learner.ts';
import { labelIn, nameIn } from '#features/training/training-screen.ts';
import { pagesOf } from '#stores/pages.ts';
import { loadTraining, type TrainingBody, trainingOf } from '#stores/training-record.ts';

type RowDeps = Pick<Deps, 'records' | 'directory' | 'ruleSets'>;

const pageSize = 200;
const readers = 20;

/** The whole register, a row for each topic of each person, leavers' records among them. Every page of it is read once. */
export async function registerRows(deps: RowDeps, world: World, school: SchoolKey): Promise<string[][]> {
  const rows: string[][] = [];
  const seen = new Set<PersonId>();
  const add = (learner: Learner | undefined) => {
    // Somebody may move behind the place where the reading is, and come again.
    if (learner === undefined || seen.has(learner.loaded.person)) return;
    seen.add(learner.loaded.person);
    rows.push(...rowsOf(deps, world, school, learner));
  };
  for await (const page of pagesOf<TrainingBody>(deps.records, school, { kind: 'training', order: 'oldest', limit: pageSize }))
    for (const stored of page) add(learnerOf(deps, world, trainingOf(stored)));
  const missed = deps.directory.members(school).filter(({ id }) => !seen.has(id));
  const loaded = await atOnce(missed, readers, ({ id }) => loadTraining(deps.records, school, id));
  for (const one of loaded) add(learnerOf(deps, world, one));
  return [registerHeader, ...rows.sort((one, other) => compared(one[0], other[0]) || compared(one[4], other[4]))];
}

const compared = (one = '', other = '') => (one < other ? -1 : one > other ? 1 : 0);

function rowsOf(deps: RowDeps, world: World, school: SchoolKey, { loaded, tenure, owed, today }: Learner): string[][] {
  const { training } = world.ruleSet;
  const { record, person } = loaded;
  const member = deps.directory.member(school, person);
  const name = nameIn(deps, school);
  const label = labelIn(deps, world);
  const states = new Map(statesOf(training, { tenure, record }, today, intervalsOf(world)).map(({ topic, state }) => [topic, state]));
  const topics = new Set([...states.keys(), ...record.entries.map(({ topic }) => topic)]);
  return [...topics].map((key) => {
    const topic = findTopic(training, key);
    const last = topic === undefined ? newest(record.entries, key) : lastDone(training, topic, record, today);
    const state = states.get(key);
    return [
      ...who(name(person), member),
      label(key),
      last?.on ?? '',
      owed.find((one) => one.topic === key)?.due ?? '',
      standingWords[member?.left === undefined ? (state ?? 'not-theirs') : 'left'],
      last?.course ?? '',
      last?.certificate ?? '',
      last === undefined ? '' : knownFromWords[last.source],
      last === undefined ? '' : name(last.by),
    ];
  });
}

const who = (name: string, member: Member | undefined): string[] => [name, member?.email ?? '', member?.kind ?? '', member?.jobTitle ?? ''];

function newest(entries: readonly Entry[], topic: string): Entry | undefined {
  return entries
    .filter((entry) => entry.topic === topic)
    .reduce<Entry | undefined>((last, one) => (last !== undefined && last.on >= one.on ? last : one), undefined);
}
