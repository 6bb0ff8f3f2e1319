import type { Meeting } from '#features/meet.ts';
import type { Activity } from './activity.ts';
import type { Admitted } from './gate.ts';

const added = new Set(['channelCreated', 'channelRestored', 'channelRenamed', 'teamRestored', 'teamUnarchived', 'teamRenamed']);
const removed = new Set(['channelDeleted', 'teamDeleted', 'teamHardDeleted', 'teamArchived']);

/** What an install or conversation event tells us; undefined when it is about neither us nor a place of ours. */
export function lifecycleMeeting(admitted: Admitted): Meeting | undefined {
  const change = changeOf(admitted.activity);
  if (change === undefined) return undefined;
  const personal = admitted.conversation.kind === 'personal';
  const coming = change === 'came';
  const event = personal ? (coming ? 'installed' : 'removed') : coming ? 'place-added' : 'place-removed';
  return { ...whereabouts(admitted), event };
}

/** Somebody known is here: their chat is where they can be reached. */
export function seenMeeting(admitted: Admitted): Meeting {
  return { ...whereabouts(admitted), event: 'seen' };
}

function changeOf({ type, action, recipient, membersAdded, membersRemoved, channelData }: Activity): 'came' | 'went' | undefined {
  // Teams adds `-upgrade` when it replaces one version of the app by another: the app stays.
  if (type === 'installationUpdate')
    return action === 'remove' ? 'went' : action === 'add' || action?.endsWith('-upgrade') ? 'came' : undefined;
  if (type !== 'conversationUpdate') return undefined;
  const isUs = ({ id }: { id: string }) => id === recipient.id;
  if (membersAdded?.some(isUs)) return 'came';
  if (membersRemoved?.some(isUs)) return 'went';
  const event = channelData?.eventType ?? '';
  return added.has(event) ? 'came' : removed.has(event) ? 'went' : undefined;
}

function whereabouts({ activity, school, tenantId, conversation, actor }: Admitted): Omit<Meeting, 'event'> {
  const { channelData } = activity;
  const channel = channelData?.channel ?? channelData?.settings?.selectedChannel;
  const name = channel?.name ?? channelData?.team?.name ?? activity.conversation.name;
  // A channel event arrives in the team's own conversation: the place it is about is the channel.
  const id = channel && conversation.kind === 'channel' ? channel.id : conversation.id;
  return {
    school,
    tenantId,
    conversation: { ...conversation, id: withoutThread(id) },
    ...(actor === undefined ? {} : { person: actor.person.id }),
    ...(channelData?.team ? { teamId: channelData.team.id } : {}),
    ...(isChannelKind(channel?.type) ? { channelKind: channel.type } : {}),
    ...(name ? { name } : {}),
    ...(channelData?.team?.name ? { teamName: channelData.team.name } : {}),
  };
}

function withoutThread(id: string): string {
  return id.split(';')[0] ?? id;
}

function isChannelKind(type: unknown): type is NonNullable<Meeting['channelKind']> {
  return type === 'standard' || type === 'shared' || type === 'private';
}
