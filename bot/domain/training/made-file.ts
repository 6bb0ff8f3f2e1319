import { minutesAfter } from '#domain/minutes.ts';
import type { PersonId } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';

export const fileFormats = ['xlsx', 'csv'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** What is in it: the whole register, or what is wrong with the rows of a list that somebody sent. */
export type FileContent = { what: 'register' } | { what: 'problems'; import: string };

/** Where Teams shows it to its owner once it is there. */
export type Place = { contentUrl: string; uniqueId: string; fileType: string; name: string };

/** Where Teams lets us put it, once its owner has said yes. */
export type Upload = Place & { uploadUrl: string };

/** It is over, and what is left of its bytes is taken away next. */
export type FileEnd =
  | { state: 'delivered'; place: Place }
  | { state: 'declined' | 'expired' }
  | { state: 'failed'; problem: 'too-big' | 'not-made' | 'list-gone' | 'not-stored' | 'bytes-gone' | 'not-theirs' };

/**
 * `tries` have begun so far. `until`: somebody is making it, and nobody else begins before then. `offered`: the question whether it may
 * be put into their OneDrive stands in the chat.
 */
type Stage =
  | { state: 'making'; tries: number; until?: Instant }
  | { state: 'offered'; bytes: number }
  | { state: 'accepted'; upload: Upload; tries: number };

/** A file that the app makes for one person. It is kept until they have it or do not want it, and a day at most. */
export type MadeFile = FileContent & {
  by: PersonId;
  at: Instant;
  format: FileFormat;
  /** Tells nobody anything: it may be seen on a lock screen. */
  name: string;
  /** How many documents hold it. */
  parts: number;
} & (Stage | FileEnd);

const keptHours = 24;

export function newFile(content: FileContent, { by, at, format, day }: Pick<MadeFile, 'by' | 'at' | 'format'> & { day: string }): MadeFile {
  const base = content.what === 'register' ? 'training-register' : 'rows-to-look-at';
  return { ...content, by, at, format, name: `${base}-${day}.${format}`, parts: 0, state: 'making', tries: 0 };
}

export function fileExpiresAt({ at }: Pick<MadeFile, 'at'>): Instant {
  return minutesAfter(at, keptHours * 60);
}

/** Something is to be done for it now: it is made, put where it belongs, or taken away. */
export function fileUnderWay({ state, parts }: MadeFile): boolean {
  return state === 'making' || state === 'accepted' || (state !== 'offered' && parts > 0);
}

type OfferAnswer = { accepted: boolean; upload: Upload | undefined; isTheirs: boolean; now: Instant };

/** Its owner's answer to the question whether it may be put there. The same object where that is said already; undefined when it is asked no more. */
export function offerAnswered(file: MadeFile, { accepted, upload, isTheirs, now }: OfferAnswer): MadeFile | undefined {
  if (file.state === 'accepted' || file.state === 'delivered' || (file.state === 'declined' && !accepted)) return file;
  if (file.state !== 'offered' || fileExpiresAt(file) <= now) return undefined;
  if (!accepted) return ended(file, { state: 'declined' });
  if (!isTheirs) return ended(file, { state: 'failed', problem: 'not-theirs' });
  return upload && { ...file, state: 'accepted', upload, tries: 0 };
}

/** The address at which it was to be put, which is a key to it, goes with its end. */
export function ended(file: MadeFile, end: FileEnd): MadeFile {
  const { upload: _upload, ...rest } = { upload: undefined, ...file };
  return { ...rest, ...end };
}
