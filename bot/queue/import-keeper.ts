import { importElsewhereCard } from '#cards/import.card.ts';
import { mayRunTraining } from '#domain/training/access.ts';
import type { Deps } from '#features/handler.ts';
import { drawImport } from '#features/import/draw-import.ts';
import { importId, importKeyOf, type LoadedImport, loadImport, saveImport } from '#stores/import-record.ts';
import type { Keeper } from './keeper.ts';

/** The card of a list that is brought in, in the chat of whoever sent it. */
export function importKeeper(deps: Pick<Deps, 'records' | 'directory' | 'now'>): Keeper<LoadedImport> {
  return {
    load: async (school, id) => {
      const loaded = await loadImport(deps.records, school, importKeyOf(id));
      return loaded && { school, id, state: loaded, postings: loaded.postings, etag: loaded.etag };
    },
    advance: (held) => held,
    draw: ({ state }, { to }, world) => ({
      // Who reads is known when it is drawn: names and figures are for whoever runs training on the day.
      card:
        'person' in to && mayRunTraining(world, to.person)
          ? drawImport(state, deps, { command: `${state.key}-chat`, inDialog: false })
          : importElsewhereCard(),
      summary: 'Online Safety: your list.',
      alert: false,
    }),
    settle: (held) => held,
    save: async (before, after, world) => {
      const saved = await saveImport(deps.records, { ...before.state, etag: before.etag }, { postings: after.postings }, world.now);
      return { ...after, id: importId(saved.key), state: saved, etag: saved.etag };
    },
  };
}
