import type { PersonId } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';

export const fileFormats = ['xlsx', 'csv'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** What is in it: the whole register, or what is wrong with the rows of a list that somebody sent. */
export type FileContent = { what: 'register' } | { what: 'problems'; import: string };

/** Where Teams lets us put it, once its owner has said yes. */
export type Upload = { uploadUrl: string; contentUrl: string; uniqueId: string; fileType: string; name: string };

/** A file that the app makes for one person. It is kept until they have it or do not want it, and a day at most. */
export type MadeFile = FileContent & {
  by: PersonId;
  at: Instant;
  format: FileFormat;
  /** Tells nobody anything: it may be seen on a lock screen. */
  name: string;
  /** `offered`: the question whether it may be put into their OneDrive stands in the chat. `failed` has its reason in `problem`. */
  state: 'making' | 'offered' | 'accepted' | 'delivered' | 'declined' | 'expired' | 'failed';
  bytes: number;
  rows: number;
  /** How many documents hold it. */
  parts: number;
  upload?: Upload;
  tries: number;
  problem?: 'too-big' | 'list-gone' | 'not-stored';
};

const keptHours = 24;

export function newFile(content: FileContent, { by, at, format, day }: Pick<MadeFile, 'by' | 'at' | 'format'> & { day: string }): MadeFile {
  const base = content.what === 'register' ? 'training-register' : 'rows-to-look-at';
  return { ...content, by, at, format, name: `${base}-${day}.${format}`, state: 'making', bytes: 0, rows: 0, parts: 0, tries: 0 };
}

export function fileExpiresAt({ at }: MadeFile): Instant {
  return new Date(Date.parse(at) + keptHours * 60 * 60 * 1_000).toISOString();
}

/** It is not kept any more, and neither is the address at which it was to be put. */
export function ended(
  file: MadeFile,
  state: 'delivered' | 'declined' | 'expired' | 'failed',
  problem?: NonNullable<MadeFile['problem']>,
): MadeFile {
  const { upload, ...rest } = file;
  // The card that shows a file which is there needs to know where.
  const kept = state === 'delivered' && upload !== undefined ? { upload: { ...upload, uploadUrl: '' } } : {};
  return { ...rest, ...kept, state, parts: 0, ...(problem === undefined ? {} : { problem }) };
}
