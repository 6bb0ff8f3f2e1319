import type { SchoolFile } from '#bot/graph/school-file.ts';
import { type Account, type AppState, botName, type Conversation, type Guid, personalIdOf } from './world.ts';

/** Everybody with an account, pupils included. */
export function accountsOf(file: SchoolFile): Account[] {
  const app = (id: Guid): AppState => (file.local.notInstalled.includes(id) ? 'absent' : 'installed');
  const listed = file.people.map((person) => ({ ...person, app: app(person.id) }));
  return [...listed, ...file.local.tenantOnly.map((person) => ({ ...person, kind: 'pupil' as const, app: app(person.id) }))];
}

const empty = { guests: 0, rosterFails: false };

/** Every chat and channel as it is before anybody has written. */
export function conversationsOf(file: SchoolFile, accounts: Account[], botId: string): Map<string, Conversation> {
  const personal = accounts.map(
    (person): Conversation => ({
      ...empty,
      id: personalIdOf({ botId }, person.id),
      kind: 'personal',
      name: botName,
      members: [person.id],
      appIn: person.app === 'installed',
      messages: [],
    }),
  );
  const chats = file.local.chats.map(
    (chat): Conversation => ({
      ...empty,
      id: chat.id,
      kind: 'groupChat',
      name: chat.name,
      members: chat.members,
      appIn: chat.app,
      messages: [],
    }),
  );
  const channels = file.local.teams.flatMap((team) =>
    team.channels.map(
      ({ kind, ...channel }): Conversation => ({
        ...empty,
        ...channel,
        kind: 'channel',
        channelKind: kind,
        team: { id: team.id, name: team.name },
        appIn: team.app,
        messages: [],
      }),
    ),
  );
  return new Map([...personal, ...channels, ...chats].map((conversation) => [conversation.id, conversation]));
}
