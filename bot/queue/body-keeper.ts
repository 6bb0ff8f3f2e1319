import type { World } from '#domain/decide.ts';
import { nextPostingAt, type Posting } from '#domain/posting.ts';
import type { Doc, Records, Stored } from '#stores/records.ts';
import { VersionConflict } from '#stores/records.ts';
import type { Drawn, Held, Keeper } from './keeper.ts';

/** Documents that only carry messages: notices of set-up, welcomes, test alerts. What is owed stands in the body's `postings`. */
export function bodyKeeper<Body extends { postings: Posting[] }>(
  records: Records,
  draw: (held: Held<Stored<Body>>, posting: Posting, world: World) => Drawn | Promise<Drawn>,
): Keeper<Stored<Body>> {
  const load: Keeper<Stored<Body>>['load'] = async (school, id) => {
    const stored = await records.read<Body>(school, id);
    return stored === undefined ? undefined : { school, id, state: stored, postings: stored.body.postings, etag: stored.etag };
  };
  return {
    load,
    advance: (held) => held,
    draw,
    settle: (held) => held,
    save: async (before, after, world) => {
      const written = await records.replace(nextDoc(after, world), before.etag, { lightly: true });
      if (written === undefined) throw new VersionConflict();
      return { ...after, etag: written.etag, state: { ...after.state, body: { ...after.state.body, postings: after.postings } } };
    },
  };
}

function nextDoc<Body extends { postings: Posting[] }>({ state, postings }: Held<Stored<Body>>, world: World): Doc<Body> {
  const { etag: _etag, ...doc } = state;
  const { dueAt: _before, ...index } = doc.index;
  const dueAt = nextPostingAt(postings, world.now);
  return { ...doc, index: { ...index, ...(dueAt === undefined ? {} : { dueAt }) }, body: { ...doc.body, postings } };
}
