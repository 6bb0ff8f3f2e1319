import { setImmediate } from 'node:timers/promises';
import type { Directory } from '#bot/graph/directory.ts';
import { daysAfter } from '#domain/days.ts';
import type { World } from '#domain/decide.ts';
import type { PersonId, Role, SchoolKey } from '#domain/people.ts';
import { holdersOf } from '#domain/roles.ts';
import type { Instant } from '#domain/time.ts';
import { toldOfTraining } from '#domain/training/access.ts';
import { concernsOf, lastEntry, listing, nobodyListed, ownDevelopment } from '#domain/training/digest.ts';
import type { Day } from '#domain/training/record.ts';
import { owedNow, remindedUntil, reminderDay } from '#domain/training/reminders.ts';
import { addPage, nobodyCounted } from '#domain/training/standing.ts';
import { intervalsOf, type Learner, learnerOf } from '#features/training/learner.ts';
import type { Records } from '#stores/records.ts';
import type { RoundBody, RoundScan } from '#stores/round-record.ts';
import { dueInstant, type TrainingBody, trainingOf } from '#stores/training-record.ts';
import type { RemindedSince } from './round-reminders.ts';

const pageSize = 100;

export type Scanning = {
  records: Records;
  directory: Directory;
  school: SchoolKey;
  world: World;
  today: Day;
  lastRun: Day | undefined;
  /** When the last digest was made. */
  since: Instant | undefined;
  /** Which messages about others are due today; each needs everybody read, not only whoever is due soon. */
  tells: { weekly: boolean; monthly: boolean };
  reminded: RemindedSince;
  /** What the round before put off, and whom a round that was cut short did not come to. */
  put: NonNullable<RoundBody['later']>;
  missed: ReadonlySet<PersonId>;
};

export function nothingRead({ training }: World['ruleSet']): RoundScan {
  const nobody = { starters: nobodyListed, help: nobodyListed, late: nobodyListed };
  return {
    remind: [],
    later: {},
    own: {},
    standing: nobodyCounted(training),
    recorded: 0,
    ...nobody,
    teams: {},
    holders: {},
    development: {},
  };
}

/** Reads the register on from `after`, first due first, each page once; `noted` is told after each where the next one begins. */
export async function scanRegister(
  scanning: Scanning,
  begun: { after?: string; scan: RoundScan },
  noted: (after: string | undefined, scan: RoundScan) => Promise<void>,
): Promise<RoundScan> {
  const { records, school, today, world, tells } = scanning;
  const whole = tells.weekly || tells.monthly;
  const to = whole ? {} : { to: dueInstant(daysAfter(remindedUntil(today, world.ruleSet.training), 1)) };
  const concerned = whoMatters(scanning);
  let { after, scan } = begun;
  do {
    const query = { kind: 'training', equals: { status: 'here' }, order: 'oldest', limit: pageSize, ...to } as const;
    const page = await records.list<TrainingBody>(school, { ...query, ...(after === undefined ? {} : { after }) });
    const learners = page.items.flatMap((stored) => learnerOf(scanning, world, trainingOf(stored)) ?? []);
    scan = addLearners(scan, learners, scanning, concerned);
    after = page.next;
    await noted(after, scan);
    // Alerts get their turn in between.
    await setImmediate();
  } while (after !== undefined);
  return scan;
}

type Concerned = { told: Set<PersonId>; runners: Set<PersonId>; holders: Set<PersonId>; nameOf: (person: PersonId) => string };

/** Who may be told of others today, and whose development the headteacher hears of. */
function whoMatters({ directory, school, world: { settings, ruleSet }, world, tells }: Scanning): Concerned {
  const holders = (roles: readonly Role[]) => roles.flatMap((role) => holdersOf(settings, role));
  const managers = tells.weekly ? directory.members(school).flatMap(({ manager, left }) => (manager && !left ? [manager] : [])) : [];
  const runners = holders(ruleSet.training.runBy);
  return {
    told: new Set([...managers, ...(tells.weekly ? toldOfTraining(world).to : []), ...(tells.monthly ? holders(['headteacher']) : [])]),
    runners: new Set(tells.monthly ? runners : []),
    holders: new Set(tells.monthly ? Object.values(settings.holders).flat() : []),
    nameOf: (person) => directory.member(school, person)?.name ?? '',
  };
}

function addLearners(before: RoundScan, learners: Learner[], scanning: Scanning, concerned: Concerned): RoundScan {
  const { world, today, tells } = scanning;
  // What was noted already must not change under whoever writes it down.
  const { remind, later, own, teams, holders, development } = before;
  const scan = {
    ...before,
    remind: [...remind],
    later: { ...later },
    own: { ...own },
    teams: { ...teams },
    holders: { ...holders },
    development: { ...development },
  };
  for (const learner of learners) addReminder(scan, learner, scanning, concerned);
  if (!tells.weekly && !tells.monthly) return scan;
  const counted = learners.map(({ tenure, loaded }) => ({ tenure, record: loaded.record }));
  scan.standing = addPage(scan.standing, world.ruleSet.training, counted, today, intervalsOf(world));
  for (const learner of learners) addConcerns(scan, learner, scanning, concerned);
  return scan;
}

function addReminder(scan: RoundScan, learner: Learner, scanning: Scanning, { told }: Concerned): void {
  const { person } = learner.loaded;
  const topics = topicsToday(learner, scanning);
  if (topics.length === 0) return;
  scan.remind.push(person);
  if (told.has(person)) scan.own[person] = owedNow(learner.owed, scanning.today).map(shortly);
  if (scanning.reminded.today(person)) scan.later[person] = topics;
}

/** What falls on today, and what earlier rounds left, less what a coordinator's reminder has said to them. */
function topicsToday({ loaded: { person }, owed }: Learner, scanning: Scanning): string[] {
  const { today, lastRun = today, reminded, put, missed, world } = scanning;
  const falls = owed.filter((one) => reminderDay(one, today, scanning.lastRun, world.ruleSet.training) !== undefined);
  const left = owedNow(owed, today).filter(({ topic }) => missed.has(person) || put[person]?.includes(topic));
  const unsaid = [
    ...falls.filter(({ topic }) => !reminded.of(person, topic, today)),
    ...left.filter(({ topic }) => !reminded.of(person, topic, lastRun)),
  ];
  return [...new Set(unsaid.map(({ topic }) => topic))];
}

function addConcerns(scan: RoundScan, learner: Learner, scanning: Scanning, { nameOf, runners, holders }: Concerned): void {
  const { directory, school, world, today, since } = scanning;
  const { person, record } = learner.loaded;
  const { training } = world.ruleSet;
  const { late, induction, help } = concernsOf(learner.owed, today, training);
  if (induction.length > 0) scan.starters = listing(scan.starters, { person, topics: induction }, nameOf);
  if (help.length > 0) scan.help = listing(scan.help, { person, topics: help }, nameOf);
  if (late.length > 0) {
    scan.late = listing(scan.late, { person, topics: late }, nameOf);
    const manager = directory.member(school, person)?.manager;
    if (manager !== undefined && manager !== person)
      scan.teams[manager] = listing(scan.teams[manager] ?? nobodyListed, { person, topics: late }, nameOf);
  }
  if (since !== undefined) scan.recorded += record.entries.filter(({ at }) => at > since).length;
  const last = lastEntry(record);
  if (holders.has(person) && last !== undefined) scan.holders[person] = last;
  if (runners.has(person)) scan.development[person] = ownDevelopment(training, learner.owed).map(shortly);
}

const shortly = ({ topic, due, standing }: Learner['owed'][number]) => ({ topic, due, standing });
