import type { Card } from '#cards/parts.ts';
import type { PersonId } from '#domain/people.ts';

/** What is to stand in Teams. `summary` is all that a lock screen may show. `alert` rings; without it the change is silent. */
export type Outgoing = OutgoingCard | { file: FileCard; summary: string; alert: boolean };
export type OutgoingCard = { card: Card; summary: string; alert: boolean };

/** Teams' own cards: the question whether a file may be put into somebody's OneDrive (`file` is our key of it), and the file once it is there. */
export type FileCard =
  | { kind: 'consent'; name: string; bytes: number; words: string; file: string }
  | { kind: 'info'; name: string; contentUrl: string; uniqueId: string; fileType: string };

/**
 * Where it is to stand. A person is reached in the 1:1 chat (created when there is no `conversationId` yet), a place by its
 * conversation id. With `activityId` the card that stands there already is replaced, without a sound.
 */
export type Target = {
  tenantId: string;
  to: { person: PersonId } | { place: string };
  conversationId?: string;
  serviceUrl?: string;
  activityId?: string;
};

export type SendResult =
  | { kind: 'sent'; conversationId: string; activityId: string }
  /** Not now: throttled, busy, or no answer. Try again after so many seconds. */
  | { kind: 'later'; after: number; reason: 'throttled' | 'busy' | 'no-answer' }
  /** Not at all: the app is not installed there, they blocked it, it is gone, or Teams refuses the message. */
  | { kind: 'never'; reason: 'not-installed' | 'blocked' | 'gone' | 'too-big' | 'refused' };

export type RosterMember = { person?: PersonId };

/** The only way anything reaches Teams outside the answer of a turn. Implemented in `bot/teams/sender.ts`. */
export interface Sender {
  show(target: Target, outgoing: Outgoing): Promise<SendResult>;
  /** Everybody in a conversation, all pages; undefined when it cannot be read in full. */
  roster(tenantId: string, conversationId: string, serviceUrl?: string): Promise<RosterMember[] | undefined>;
  /** The channels of a team by name; undefined when they cannot be read. */
  channels(tenantId: string, teamId: string, serviceUrl: string): Promise<{ id: string; name: string }[] | undefined>;
}
