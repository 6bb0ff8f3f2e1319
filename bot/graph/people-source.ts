import type { SchoolKey } from '#domain/people.ts';
import type { RollRow } from '#domain/training/roll.ts';
import type { RollTrouble } from '#domain/training/roll-source.ts';

/** What became of an installation for one person. */
export type Installed = 'installed' | 'already' | 'no-account' | 'refused';

/** Where people come from besides the school file: Entra. What it needs to remember between two readings it keeps itself. */
export interface PeopleSource {
  /** Everybody of the school's groups. `keep` is called between requests. Rejects with `SourceTrouble`. */
  read(school: SchoolKey, keep: () => Promise<void>): Promise<RollRow[]>;
  /** Undefined where nothing can be installed: the app's id in the catalogue is not configured. Rejects with `SourceTrouble`. */
  install?: (objectId: string) => Promise<Installed>;
}

/** The source gave nothing. The text quotes nothing that it said. */
export class SourceTrouble extends Error {
  override readonly name = 'SourceTrouble';
  readonly reason: RollTrouble;
  /** Seconds that it asked us to wait. */
  readonly after: number | undefined;

  constructor(reason: RollTrouble, after?: number) {
    super(`The source of the roll gave nothing: ${reason}.`);
    this.reason = reason;
    this.after = after;
  }
}
