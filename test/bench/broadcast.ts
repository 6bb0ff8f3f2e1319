import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reminderSummary } from '#queue/remind-one.ts';
import { killed } from './broadcast-killed.ts';
import { type BigSchool, bigSchool, installFor, rollTaken } from './broadcast-school.ts';
import { steady } from './broadcast-steady.ts';
import { openPlace, type StorePlace } from './broadcast-store.ts';
import type { Figure } from './figure.ts';
import { type Running, run } from './process.ts';

export type Stage = { place: StorePlace; big: BigSchool; teams: Running<{ url: string }> };

const option = (name: string) => process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);

/** A reminder to ten thousand people (`--people=2000` for fewer), on both pairs of stores (`--store=sqlite` for one). */
export async function* broadcast(): AsyncGenerator<Figure> {
  const people = Number(option('people') ?? 10_000);
  for (const kind of ['sqlite', 'cosmos'] as const) {
    if ((option('store') ?? kind) !== kind) continue;
    for await (const figure of onStore(kind, people)) yield { ...figure, name: `${kind}: ${figure.name}` };
  }
}

async function* onStore(kind: 'sqlite' | 'cosmos', people: number): AsyncGenerator<Figure> {
  for (const measure of [steady, killed]) {
    if ((option('only') ?? measure.name) !== measure.name) continue;
    const folder = mkdtempSync(join(tmpdir(), 'broadcast-'));
    const teams = await run<{ url: string }>('broadcast-teams', { reminder: reminderSummary });
    const cloud =
      kind === 'cosmos' ? await run<{ endpoint: string; key: string; connectionString: string }>('broadcast-cloud', {}) : undefined;
    try {
      const place: StorePlace =
        cloud === undefined ? { kind: 'sqlite', file: join(folder, 'bench.sqlite') } : { kind: 'cosmos', ...cloud.ready, name: 'bench' };
      const big = bigSchool(folder, people);
      const store = await openPlace(place);
      await rollTaken(store, big);
      await installFor(store, big, teams.ready.url);
      await store.close();
      yield* measure({ place, big, teams });
    } finally {
      await teams.kill();
      await cloud?.end();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
