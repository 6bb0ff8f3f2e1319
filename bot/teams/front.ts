import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Answer, CardRequest, Conversation, TextRequest } from '#features/handler.ts';

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
  /** What Teams calls the place, when it says. */
  name?: string;
};

/** The app behind the rim. It tells people of its own breakages; whatever still escapes becomes the rim's apology. */
export type Front = {
  /** A verb, from whatever door. */
  act(request: CardRequest): Promise<Answer>;
  /** Typed text, without our own mention, trimmed; empty when only a picture or a file was sent. */
  say(request: TextRequest): Promise<Answer>;
  /** Refreshes what is known of where people and places are. */
  meet(meeting: Meeting): Promise<void>;
};
