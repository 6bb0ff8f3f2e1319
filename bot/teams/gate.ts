import type { Config } from '#bot/config.ts';
import type { Directory } from '#bot/graph/directory.ts';
import { serviceUrlAllowed } from '#bot/service-url.ts';
import type { Actor, PersonId, SchoolKey } from '#domain/people.ts';
import type { Conversation } from '#features/handler.ts';
import { Activity } from './activity.ts';

/** An activity that may go on. Without an `actor` it came from nobody whom the school has listed. */
export type Admitted = { activity: Activity; school: SchoolKey; tenantId: string; conversation: Conversation; actor?: Actor };

/** `text` is for whoever built the caller; it never repeats what was sent. */
type GateRefusal = { status: 400 | 403; reason: 'shape' | 'tenant' | 'service-url'; text: string };

const misshapen: GateRefusal = {
  status: 400,
  reason: 'shape',
  text: 'This is not a Teams activity with a type, a sender, a conversation and a value where one is due.',
};
const wrongTenant: GateRefusal = { status: 403, reason: 'tenant', text: 'This tenant does not use this service.' };
const wrongServiceUrl: GateRefusal = { status: 403, reason: 'service-url', text: 'Answers may not be sent to this service address.' };

/**
 * Decides who an authenticated activity is from, and whether its tenant and its service address are ours. Belonging to the
 * tenant makes nobody known: pupils have accounts too.
 */
export function createGate(config: Config, directory: Directory): (body: unknown) => Admitted | GateRefusal {
  const listed = new Set(config.tenants);
  return (body) => {
    const read = Activity.safeParse(body);
    if (!read.success || lacksValue(read.data)) return misshapen;
    const activity = read.data;
    const tenantId = tenantOf(activity);
    if (tenantId === undefined || (listed.size > 0 && !listed.has(tenantId))) return wrongTenant;
    const school = directory.schoolOf(tenantId);
    if (school === undefined) return wrongTenant;
    if (!serviceUrlAllowed(config, activity.serviceUrl)) return wrongServiceUrl;
    const actor = actorOf(directory, school, tenantId, activity);
    return { activity, school, tenantId, conversation: conversationOf(activity), ...(actor === undefined ? {} : { actor }) };
  };
}

// A null value would break inside the SDK; an invoke without one asks nothing.
function lacksValue({ type, value }: Activity): boolean {
  return value === null || (type === 'invoke' && typeof value !== 'object');
}

/** Teams names the tenant in two places; when both are there they must agree. */
function tenantOf({ channelData, conversation }: Activity): string | undefined {
  const first = channelData?.tenant?.id?.toLowerCase();
  const second = conversation.tenantId?.toLowerCase();
  return first !== undefined && second !== undefined && first !== second ? undefined : (first ?? second);
}

function actorOf(directory: Directory, school: SchoolKey, tenantId: string, { from }: Activity): Actor | undefined {
  if (!from.aadObjectId) return undefined;
  const id: PersonId = `${tenantId}:${from.aadObjectId.toLowerCase()}`;
  const person = directory.person(school, id);
  return person && { school, person, administrator: directory.isAdministrator(id) };
}

function conversationOf({ conversation, serviceUrl }: Activity): Conversation {
  return { id: conversation.id, kind: kindOf(conversation.id, conversation.conversationType), serviceUrl };
}

function kindOf(id: string, type: string | null | undefined): Conversation['kind'] {
  if (type === 'personal' || type === 'groupChat' || type === 'channel') return type;
  // Some system events leave the type out: channels and group chats are told by their ids.
  if (!id.startsWith('19:')) return 'personal';
  return id.includes('@thread.tacv2') ? 'channel' : 'groupChat';
}
