import { type Directory, hasLeft } from '#bot/graph/directory.ts';
import { errorKind, type Log } from '#bot/log.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Posting } from '#domain/posting.ts';
import type { PlaceBody } from '#stores/place-record.ts';
import { placeId } from '#stores/place-record.ts';
import { keepReach, type Reach, reachOf, sameReach } from '#stores/reach-record.ts';
import type { Records } from '#stores/records.ts';
import type { Outgoing, RosterMember, Sender, SendResult } from './sender.ts';

/** Finds where a posting is to go, and remembers what became of it. */
export type Courier = {
  bring(school: SchoolKey, posting: Posting, outgoing: Outgoing): Promise<SendResult>;
  /** Everybody in a place; undefined when that cannot be read in full. */
  roster(school: SchoolKey, conversationId: string): Promise<RosterMember[] | undefined>;
};

type Deps = {
  records: Records;
  sender: Sender;
  tenantOf: (school: SchoolKey) => string;
  directory: Pick<Directory, 'person' | 'member'>;
  log: Log;
};

export function createCourier(deps: Deps): Courier {
  const { records, sender, tenantOf, directory } = deps;
  return {
    bring: async (school, posting, outgoing) => {
      if ('place' in posting.to) return await toPlace(deps, school, posting, posting.to.place, outgoing);
      if (hasLeft(directory, school, posting.to.person)) return { kind: 'never', reason: 'gone' };
      return await toPerson(deps, school, posting, posting.to.person, outgoing);
    },
    roster: async (school, conversationId) => {
      const place = await records.read<PlaceBody>(school, placeId(conversationId));
      return await sender.roster(place?.body.tenantId ?? tenantOf(school), conversationId, place?.body.serviceUrl);
    },
  };
}

async function toPerson(deps: Deps, school: SchoolKey, posting: Posting, person: PersonId, outgoing: Outgoing): Promise<SendResult> {
  const { records, sender, log } = deps;
  const reach = await reachOf(records, school, person);
  const conversationId = posting.conversationId ?? reach?.conversationId;
  const tenantId = person.slice(0, person.indexOf(':'));
  const target = {
    tenantId,
    to: posting.to,
    ...(conversationId === undefined ? {} : { conversationId }),
    ...activityOf(posting),
    ...(reach?.serviceUrl === undefined ? {} : { serviceUrl: reach.serviceUrl }),
  };
  const result = await sender.show(target, outgoing);
  // Teams has answered by now: a store that fails here must not have the message sent once more. The next one notes it.
  await remember(records, school, person, reach, result).catch((error: unknown) =>
    log.error('worker.broke', { reason: 'reach', error: errorKind(error) }),
  );
  return result;
}

async function toPlace(
  { records, sender, tenantOf }: Deps,
  school: SchoolKey,
  posting: Posting,
  conversationId: string,
  outgoing: Outgoing,
): Promise<SendResult> {
  const tenantId = tenantOf(school);
  const place = await records.read<PlaceBody>(school, placeId(conversationId));
  const serviceUrl = place === undefined ? {} : { serviceUrl: place.body.serviceUrl };
  return await sender.show({ tenantId, to: posting.to, conversationId, ...activityOf(posting), ...serviceUrl }, outgoing);
}

const activityOf = ({ activityId }: Posting) => (activityId === undefined ? {} : { activityId });

/** Set-up shows who cannot be reached. An id of a conversation is kept, so that it need not be created again. */
async function remember(
  records: Records,
  school: SchoolKey,
  person: PersonId,
  reach: Reach | undefined,
  result: SendResult,
): Promise<void> {
  const now = reachAfter(reach, result);
  // What was read before the message went out is trusted: most messages change nothing, and then nothing is read again.
  if (now !== undefined && !sameReach(now, reach ?? {})) await keepReach(records, school, person, now);
}

function reachAfter(reach: Reach | undefined, result: SendResult): Reach | undefined {
  if (result.kind === 'never') return unreachable.has(result.reason) ? { ...reach, failed: result.reason } : undefined;
  const serviceUrl = reach?.serviceUrl;
  return result.kind === 'sent' && serviceUrl !== undefined ? { conversationId: result.conversationId, serviceUrl } : undefined;
}

/** Their doing or the administrator's, and not the message's. */
const unreachable: ReadonlySet<string> = new Set(['not-installed', 'blocked', 'gone']);
