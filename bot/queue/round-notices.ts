import { daysAfter } from '#domain/days.ts';
import type { World } from '#domain/decide.ts';
import { minutesAfter } from '#domain/minutes.ts';
import type { PersonId } from '#domain/people.ts';
import { rolesOf } from '#domain/roles.ts';
import { hereOnDuty, toldOfTraining } from '#domain/training/access.ts';
import { mostListed } from '#domain/training/digest.ts';
import { toldFrom } from '#domain/training/round.ts';
import { standingRows } from '#domain/training/standing.ts';
import { listCampaigns } from '#stores/campaign-record.ts';
import { personKey } from '#stores/document-id.ts';
import { unreached } from '#stores/reach-record.ts';
import { listRecipients } from '#stores/recipient-record.ts';
import type { RoundBody, RoundScan } from '#stores/round-record.ts';
import { type MonthBody, oweTrainingNotice, type WeekBody } from '#stores/training-notice.ts';
import type { Scanning } from './round-scan.ts';

/** A role-holder of whom nothing was recorded for so many days is named to the headteacher (duties B-12). */
const longWithout = 365;
const weekInMinutes = 7 * 24 * 60;
/** So many of the latest reminders, and of those whom each did not reach, are looked at. */
const mostCampaigns = 20;
const mostUnreached = 50;

/** `told`: who has a message about others, and so gets no reminder of their own besides. `summed`: the week's has gone out. */
type Telling = { told: Set<PersonId>; summed: boolean };

/** Makes the messages about others that are due today. */
export async function tellOfOthers(scanning: Scanning, scan: RoundScan, before: RoundBody['before']): Promise<Telling> {
  const { tells } = scanning;
  if (scan.standing.people.all === 0) return { told: new Set(), summed: false };
  const heads = tells.monthly ? await tellHead(scanning, scan) : [];
  if (!tells.weekly) return { told: new Set(heads), summed: false };
  const runners = await tellRunners(scanning, scan, before);
  const managers = await tellManagers(scanning, scan, new Set([...heads, ...runners]));
  return { told: new Set([...heads, ...runners, ...managers]), summed: runners.length > 0 };
}

const headsOf = (world: World) => hereOnDuty(world, 'headteacher');

/** Whether a headteacher has the week's message too: because they run training, or because nobody does. */
export function headReadsBoth(world: World): boolean {
  const { to } = toldOfTraining(world);
  return headsOf(world).some((head) => to.includes(head));
}

async function tellHead(scanning: Scanning, scan: RoundScan): Promise<PersonId[]> {
  const { records, school, world, today } = scanning;
  const to = headsOf(world);
  const body: Omit<MonthBody, 'postings'> = {
    about: 'training-month',
    ...figures(scanning, scan, to),
    starters: scan.starters,
    late: scan.late,
    noEntry: withoutEntry(scanning, scan),
    development: Object.entries(scan.development).map(([person, owed]) => ({ person, owed, ...lastOf(scan, person) })),
  };
  await oweTrainingNotice(records, school, to, toldFrom(today).monthly, body);
  return to;
}

/** Each once, with all the roles they are named for. */
function withoutEntry({ world: { settings }, directory, school, today }: Scanning, scan: RoundScan): MonthBody['noEntry'] {
  const since = daysAfter(today, -longWithout);
  const holders = [...new Set(Object.values(settings.holders).flat())];
  return holders
    .filter((person) => directory.person(school, person) !== undefined && (scan.holders[person] ?? '') < since)
    .map((person) => ({ roles: rolesOf(settings, person), person, ...lastOf(scan, person) }));
}

async function tellRunners(scanning: Scanning, scan: RoundScan, before: RoundBody['before']): Promise<PersonId[]> {
  const { records, school, world, today } = scanning;
  const { to, instead } = toldOfTraining(world);
  const unreachable = await whoIsUnreached(scanning);
  const body: Omit<WeekBody, 'postings'> = {
    about: 'training-week',
    ...figures(scanning, scan, to),
    ...(instead && { instead }),
    ...(before && { before: { people: before.people, recorded: scan.recorded } }),
    starters: scan.starters,
    help: scan.help,
    late: scan.late,
    unreached: unreachable,
  };
  // Nothing to do and nothing new: a message that says nothing teaches people not to read the next.
  if (isQuiet(body)) return [];
  await oweTrainingNotice(records, school, to, toldFrom(today).weekly, body);
  return to;
}

function isQuiet({ people, before, starters, help, unreached: { count } }: Omit<WeekBody, 'postings'>): boolean {
  return people.dueSoon + people.overdue + (before?.recorded ?? 0) + starters.count + help.count + count === 0;
}

/** Their own people only. Whoever has heard of everybody today needs no second message. */
async function tellManagers(scanning: Scanning, { teams, own }: RoundScan, told: ReadonlySet<PersonId>): Promise<PersonId[]> {
  const { records, directory, school, today, world } = scanning;
  const managers = Object.entries(teams).filter(([person]) => !told.has(person) && directory.person(school, person) !== undefined);
  for (const [person, late] of managers) {
    const body = { about: 'training-team' as const, at: world.now, day: today, own: ownOf([person], own), late };
    await oweTrainingNotice(records, school, [person], `${toldFrom(today).weekly}-${personKey(person)}`, body);
  }
  return managers.map(([person]) => person);
}

function figures({ world, today }: Scanning, { standing, own }: RoundScan, to: PersonId[]) {
  return { at: world.now, day: today, own: ownOf(to, own), rows: standingRows(standing), people: standing.people };
}

const ownOf = (to: PersonId[], own: RoundScan['own']) =>
  Object.fromEntries(to.flatMap((person) => (own[person] ? [[person, own[person]]] : [])));

function lastOf({ holders }: RoundScan, person: PersonId): { last?: string } {
  const last = holders[person];
  return last === undefined ? {} : { last };
}

/** Whom the reminders of the last week did not reach, and who has not been reached since. */
async function whoIsUnreached({ records, directory, school, world }: Scanning): Promise<WeekBody['unreached']> {
  const since = minutesAfter(world.now, -weekInMinutes);
  const { items } = await listCampaigns(records, school, { limit: mostCampaigns });
  const failing = items.filter(({ campaign }) => campaign.confirmedAt >= since && campaign.tally.unreachable > 0);
  const pages = await Promise.all(
    failing.map(({ campaign }) => listRecipients(records, school, campaign.key, { status: 'unreachable', limit: mostUnreached })),
  );
  const people = [...new Set(pages.flatMap((page) => page.items.map(({ person }) => person)))];
  const here = people.filter((person) => directory.person(school, person) !== undefined);
  const still = await unreached(records, school, here);
  const nameOf = (person: PersonId) => directory.member(school, person)?.name ?? '';
  const first = still.sort((a, b) => nameOf(a.person).localeCompare(nameOf(b.person), 'en')).slice(0, mostListed);
  return {
    count: still.length,
    more: pages.some(({ next }) => next !== undefined),
    first: first.map(({ person, failed }) => ({ person, reason: failed })),
  };
}
