import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import type { Listed } from '#domain/training/digest.ts';
import type { Owed } from '#domain/training/owed.ts';
import type { Day } from '#domain/training/record.ts';
import type { Told } from '#domain/training/round.ts';
import type { Standing } from '#domain/training/standing.ts';
import type { Doc, Records, Stored } from './records.ts';

const [zip, unzip] = [promisify(gzip), promisify(gunzip)];

export const roundId = 'round.current';

/** What a topic of somebody's own is named by in a message that tells them of others too. */
export type Own = Pick<Owed, 'topic' | 'due' | 'standing'>;

/** What a round has read so far, so that one that was killed goes on where it was. */
export type RoundScan = {
  /** Of whoever was read so far; to be reminded today. */
  remind: PersonId[];
  /** Those of them who have a coordinator's reminder today, and what they are to hear of another day: one message a day is enough. */
  later: Record<PersonId, string[]>;
  /** Of those who are told of others today: what they owe themself. */
  own: Record<PersonId, Own[]>;
  standing: Standing;
  /** Pieces of training recorded since the last digest. */
  recorded: number;
  starters: Listed;
  help: Listed;
  late: Listed;
  /** By line manager. */
  teams: Record<PersonId, Listed>;
  /** Of named role-holders and whoever runs training: the last day on which anything was recorded. */
  holders: Record<PersonId, Day>;
  /** Of whoever runs training: what they owe for it. */
  development: Record<PersonId, Own[]>;
};

export type RoundBody = Told & {
  nextAt: Instant;
  /** The last day whose round has gone out. */
  lastRun?: Day;
  /** When the last digest was made, and how the school stood then. */
  before?: { at: Instant; people: Standing['people'] };
  /** A round under way. Without `after`, and `read`, everybody has been read. */
  under?: { day: Day; after?: string; read: boolean; scan: RoundScan };
  /** What the last round put off because somebody had a coordinator's reminder on its day: topics, by person. */
  later?: RoundScan['later'];
  /** A round of an earlier day that was cut short today: whoever it had not reached is reminded today. */
  cutShort?: string;
};
type LoadedRound = Stored<RoundBody>;

/** As it is stored. What was read of 10,000 people who are all late is three million bytes, and Cosmos takes two: so it is packed. */
type PackedBody = Omit<RoundBody, 'under' | 'later'> & {
  under?: Omit<NonNullable<RoundBody['under']>, 'scan'> & { packed: string };
  packedLater?: string;
};

export async function loadRound(records: Records, school: SchoolKey): Promise<LoadedRound | undefined> {
  const stored = await records.read<PackedBody>(school, roundId);
  return stored && { ...stored, body: await unpacked(stored.body) };
}

/** Found by the sweep at `nextAt`, and until it is done. Nothing where there is one already. */
export async function createRound(records: Records, school: SchoolKey, body: RoundBody): Promise<void> {
  await records.create(await docOf(school, body));
}

/** Gives the document after the write; undefined when somebody else wrote first. */
export async function writeRound(records: Records, loaded: LoadedRound, body: RoundBody): Promise<LoadedRound | undefined> {
  const doc = await docOf(loaded.school, body);
  const written = await records.replace(doc, loaded.etag, { lightly: true });
  return written && { ...doc, body, etag: written.etag };
}

async function docOf(school: SchoolKey, body: RoundBody): Promise<Doc<PackedBody>> {
  return { school, kind: 'round', id: roundId, index: { dueAt: body.nextAt }, body: await packed(body) };
}

async function packed({ under, later, ...rest }: RoundBody): Promise<PackedBody> {
  const body = later === undefined ? rest : { ...rest, packedLater: await pack(later) };
  if (under === undefined) return body;
  const { scan, ...begun } = under;
  return { ...body, under: { ...begun, packed: await pack(scan) } };
}

async function unpacked({ under, packedLater, ...rest }: PackedBody): Promise<RoundBody> {
  const body = packedLater === undefined ? rest : { ...rest, later: await unpack<RoundScan['later']>(packedLater) };
  if (under === undefined) return body;
  const { packed: text, ...begun } = under;
  return { ...body, under: { ...begun, scan: await unpack<RoundScan>(text) } };
}

async function pack(value: object): Promise<string> {
  return (await zip(JSON.stringify(value))).toString('base64');
}

async function unpack<Value>(text: string): Promise<Value> {
  return JSON.parse((await unzip(Buffer.from(text, 'base64'))).toString());
}
