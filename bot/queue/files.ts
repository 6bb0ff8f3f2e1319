/** What came of fetching a file; `refused` is an address that is not Teams' own storage. */
export type Fetched = { kind: 'bytes'; bytes: Uint8Array } | { kind: 'refused' | 'too-big' | 'gone' | 'no-answer' };

/** What came of storing a file: `later` may be tried again, `gone` not. */
export type Uploaded = 'stored' | 'refused' | 'gone' | 'later';

/**
 * Files on their way between a person's OneDrive and the bot, by the addresses that Teams gave for it. Nothing but the file goes there:
 * no token of ours, and no redirect is followed to anywhere else. Implemented in `bot/teams/files.ts`.
 */
export interface Files {
  fetch(url: string): Promise<Fetched>;
  store(url: string, bytes: Uint8Array): Promise<Uploaded>;
}
