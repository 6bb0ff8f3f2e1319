import type { World } from '#domain/decide.ts';
import type { SchoolKey } from '#domain/people.ts';
import type { Posting } from '#domain/posting.ts';
import type { Outgoing } from './sender.ts';

/** A document that owes messages, as the worker holds it for a moment. */
export type Held<State> = { school: SchoolKey; id: string; state: State; postings: Posting[]; etag: string };

/** What became of one posting. `events` follow from it where the record wants to know. */
export type Outcome = { kind: 'shown' } | { kind: 'failed'; reason: string };

export type Drawn = Outgoing | { withheld: string };

/** How one kind of document moves with the clock, what its messages look like, and what a delivery means to it. */
export type Keeper<State> = {
  load(school: SchoolKey, id: string): Promise<Held<State> | undefined>;
  /** What the clock owes by now, folded in; the same object when nothing. */
  advance(held: Held<State>, world: World): Held<State> | Promise<Held<State>>;
  /** The card as the record stands, or why nothing may stand there. */
  draw(held: Held<State>, posting: Posting, world: World): Drawn | Promise<Drawn>;
  /** Folds in what became of a posting, which has its receipt already. `first` when it was never shown before. */
  settle(held: Held<State>, posting: Posting, outcome: Outcome, first: boolean, world: World): Held<State>;
  /** Rejects with `VersionConflict` when somebody else wrote first. */
  save(before: Held<State>, after: Held<State>, world: World): Promise<Held<State>>;
  /** Called when nothing is owed any more. */
  finished?(held: Held<State>): Promise<void>;
};
