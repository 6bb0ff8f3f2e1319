import { startFakeConnector } from './fake-connector.ts';
import type { Figure } from './figure.ts';
import { lag } from './reports-lag.ts';
import { memory } from './reports-memory.ts';
import { operations } from './reports-operations.ts';
import { speed } from './reports-speed.ts';
import { start } from './reports-start.ts';

/** A report from the opening of its dialog to its alert, beside the least that a bot of the same packages can be. */
export async function* reports(): AsyncGenerator<Figure> {
  const connector = await startFakeConnector();
  try {
    yield* operations(connector.url);
    yield* start(connector.url);
    yield* speed(connector.url);
    yield* lag(connector);
    yield* memory(connector.url);
  } finally {
    connector.close();
  }
}
