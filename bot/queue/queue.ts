import type { SchoolKey } from '#domain/people.ts';

/** All that a message carries: which document to look at. What is owed is read from the record. */
export type Wake = { school: SchoolKey; id: string };

export type Received = {
  message: Wake;
  /** How often this message has been handed out, this time included; putting it back, changed or not, does not begin again. */
  attempts: number;
  /** The queue's own handle for this lease. */
  receipt: string;
};

/**
 * At-least-once queue; SQLite and Azure Storage Queue pass the same contract suite. Delays are whole seconds, at most 3,600;
 * others are rejected as `StoreMisuse`. Every method rejects when the queue cannot be reached.
 */
export interface Queue {
  send(message: Wake, options?: { after?: number }): Promise<void>;
  /** Up to `max` (1 to 32) messages, hidden from others for `visibleFor` seconds (at least 1). Never waits. */
  receive(max: number, visibleFor: number): Promise<Received[]>;
  /** Returns the message to the queue, visible again after `after` seconds. A lost lease is not an error. */
  putBack(received: Received, options: { after: number; message?: Wake }): Promise<void>;
  done(received: Received): Promise<void>;
  /** Sets a message aside that failed too often; it is kept, and health shows it. */
  giveUp(received: Received): Promise<void>;
  /** How many messages have been given up and await a person. */
  givenUp(): Promise<number>;
  close(): Promise<void>;
}
