import type { Directory } from '#bot/graph/directory.ts';
import type { Log } from '#bot/log.ts';
import type { Quizzes } from '#bot/read-quizzes.ts';
import type { Card } from '#cards/parts.ts';
import type { Verb } from '#cards/verbs.ts';
import type { Actor, PersonId, SchoolKey } from '#domain/people.ts';
import type { RuleSet } from '#domain/policy.ts';
import type { Settings } from '#domain/settings.ts';
import type { Instant } from '#domain/time.ts';
import type { Records } from '#stores/records.ts';
import type { TrainingCounts } from './training/counts.ts';

/** Where an activity came from. `serviceUrl` is where answers that come later are posted. */
export type Conversation = { id: string; kind: 'personal' | 'groupChat' | 'channel'; serviceUrl: string };

/** A message that somebody reports by right-click. Never its images or attachments. */
export type ReportedMessage = {
  link?: string;
  sentAt?: Instant;
  /** Undefined when an app or somebody outside wrote it. */
  author?: PersonId;
  authorName?: string;
  /** Plain text, at most 4,000 characters. */
  text: string;
};

export type CardRequest = {
  actor: Actor;
  verb: Verb;
  /** Straight from the wire: parse it before believing any of it. */
  data: Record<string, unknown>;
  conversation: Conversation;
  /** The id of the activity; the same one may come twice, and the same click under another id. */
  activityId: string;
  message?: ReportedMessage;
  /** It came from a dialog: names and narrative are shown nowhere else. Never believed from `data`. */
  inDialog: boolean;
};

export type TextRequest = { actor: Actor; text: string; conversation: Conversation };

/** A file that somebody sent in the 1:1 chat, and where Teams keeps it. Nothing of it has been fetched. */
export type SentFile = { name: string; type: string; url: string };
export type FilesRequest = { actor: Actor; files: SentFile[]; conversation: Conversation; activityId: string };

/** The answer to Teams' question whether a file may be put into somebody's OneDrive. `context` comes back as any card's data does. */
export type OfferRequest = {
  actor: Actor;
  accepted: boolean;
  context: Record<string, unknown>;
  upload?: { uploadUrl: string; contentUrl: string; uniqueId: string; fileType: string; name: string };
};

/** What a handler gives back; `bot/teams/turn.ts` gives each door its shape of it. */
export type Answer =
  /** In a chat: replaces the clicked card for the clicker, or is a new message when it answers text. */
  { kind: 'card'; card: Card } | { kind: 'message'; text: string } | { kind: 'dialog'; title: string; card: Card } | { kind: 'close' };

export type Deps = {
  records: Records;
  directory: Directory;
  now: () => Instant;
  newId: () => string;
  /** What the school file says, until set-up is first saved. */
  initialSettings: (school: SchoolKey) => Settings;
  ruleSets: Record<RuleSet['key'], RuleSet>;
  quizzes: Quizzes;
  /** The settings last read, to draw a screen with when the store is down. Never to decide by. */
  remembered: { keep: (school: SchoolKey, settings: Settings) => void; last: (school: SchoolKey) => Settings };
  /** The channels of a team that the app was added to; undefined when they cannot be read. */
  channelsOf: (tenantId: string, teamId: string, serviceUrl: string) => Promise<{ id: string; name: string }[] | undefined>;
  /** Undefined where people do not come from Entra. `installs`: the app can be installed for them. */
  entra?: { installs: boolean };
  /** Where the school stands in its training, counted at most once a minute. */
  trainingCounts: TrainingCounts;
  log: Log;
  /** Tells this process's worker that something was queued, so that it need not wait for its next look. */
  nudge: () => void;
};

export type CardHandler = (request: CardRequest, deps: Deps) => Promise<Answer>;
export type TextHandler = (request: TextRequest, deps: Deps) => Promise<Answer>;
export type CardRoutes = Partial<Record<Verb, CardHandler>>;
