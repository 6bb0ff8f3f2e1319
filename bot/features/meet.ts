import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Conversation, Deps } from '#features/handler.ts';
import { forgetPlace, keepPlace } from '#stores/place-record.ts';
import { keepReach } from '#stores/reach-record.ts';
import { oweWelcome } from '#stores/welcome.ts';
import { createMetLately, type MetLately } from './met-lately.ts';

/** What came by that is not a question: somebody is here, or the app arrived somewhere or left. */
export type Meeting = {
  school: SchoolKey;
  tenantId: string;
  conversation: Conversation;
  /** Only somebody whom the school has listed. */
  person?: PersonId;
  teamId?: string;
  channelKind?: 'standard' | 'shared' | 'private';
  event: 'seen' | 'installed' | 'removed' | 'place-added' | 'place-removed';
  /** What Teams calls the place, when it says; the team's name, when that is all it says of a channel. */
  name?: string;
  teamName?: string;
};

/** Writes only where people and places are, and owes the welcome card; nothing else follows from an event. */
export function createMeet(deps: Deps): (meeting: Meeting) => Promise<void> {
  const lately = createMetLately(deps.now);
  return (meeting) => (meeting.conversation.kind === 'personal' ? meetPerson(meeting, deps, lately) : meetPlace(meeting, deps));
}

async function meetPerson({ school, person, conversation, event }: Meeting, deps: Deps, lately: MetLately): Promise<void> {
  if (person === undefined || (event === 'seen' && lately.has(school, person, conversation))) return;
  lately.forget(school, person);
  const gone = event === 'removed' ? { failed: 'not-installed' } : {};
  await keepReach(deps.records, school, person, { conversationId: conversation.id, serviceUrl: conversation.serviceUrl, ...gone });
  if (event !== 'removed') lately.keep(school, person, conversation);
  if (event === 'installed') await welcome(person, school, deps);
}

async function meetPlace(meeting: Meeting, deps: Deps): Promise<void> {
  const { school, conversation } = meeting;
  if (meeting.event === 'place-added') await keepNamedPlace(meeting, deps);
  if (meeting.event === 'place-removed') await forgetPlace(deps.records, school, conversation.id);
}

async function welcome(person: PersonId, school: SchoolKey, deps: Deps): Promise<void> {
  await oweWelcome(deps.records, school, person, deps.now());
  deps.nudge();
}

/** Teams names the team only when it says that the app was added to a channel. Each team has a "General", so both names are kept. */
async function keepNamedPlace(meeting: Meeting, deps: Deps): Promise<void> {
  const { school, tenantId, teamId, conversation } = meeting;
  const found = teamId === undefined ? undefined : await deps.channelsOf(tenantId, teamId, conversation.serviceUrl);
  const own = placeOf(meeting);
  const name = found?.find(({ id }) => id === conversation.id)?.name ?? own.name;
  const team = meeting.teamName === undefined || meeting.teamName === name ? {} : { teamName: meeting.teamName };
  await keepPlace(deps.records, school, { ...own, ...team, name }, deps.now());
}

function placeOf({ conversation, tenantId, channelKind, name }: Meeting) {
  const kind = conversation.kind === 'groupChat' ? 'group-chat' : (`${channelKind ?? 'standard'}-channel` as const);
  const unnamed = kind === 'group-chat' ? 'Chat without a name' : 'Channel without a name';
  return { conversationId: conversation.id, name: name ?? unnamed, kind, serviceUrl: conversation.serviceUrl, tenantId } as const;
}
