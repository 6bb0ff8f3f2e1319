/** A moment as text: ISO 8601, UTC, milliseconds ("2026-11-23T09:00:00.000Z"). Both stores give text back, so text it stays. */
export type Instant = string;

/** What a pure decision may not take for itself: the time and fresh ids. */
export type Givens = { now: Instant; newId: () => string };
