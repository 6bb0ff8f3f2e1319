import { fileStateCard } from '#cards/export.card.ts';
import type { Posting } from '#domain/posting.ts';
import type { Deps } from '#features/handler.ts';
import { fileId, type LoadedFile, loadFile, saveFile } from '#stores/file-record.ts';
import type { Drawn, Keeper } from './keeper.ts';

/** Teams' question whether a file may be kept, what became of it, and the file. */
export function fileKeeper({ records }: Pick<Deps, 'records'>): Keeper<LoadedFile> {
  return {
    load: async (school, id) => {
      const loaded = await loadFile(records, school, id.slice(fileId('').length));
      return loaded && { school, id, state: loaded, postings: loaded.postings, etag: loaded.etag };
    },
    advance: (held) => held,
    draw: ({ state }, posting) => draw(state, posting),
    settle: (held) => held,
    save: async (before, after, world) => {
      const saved = await saveFile(records, { ...before.state, etag: before.etag }, { postings: after.postings }, world.now);
      return { ...after, state: saved, etag: saved.etag };
    },
  };
}

function draw({ key, file }: LoadedFile, posting: Posting): Drawn {
  const outgoing = { summary: 'Online Safety: your file.', alert: false };
  if (posting.card === 'file' && file.state === 'delivered') {
    const { contentUrl, uniqueId, fileType, name } = file.place;
    return { ...outgoing, file: { kind: 'info', name, contentUrl, uniqueId, fileType } };
  }
  if (file.state === 'offered') {
    const words =
      file.what === 'register' ? 'The training register of your school.' : 'Rows of your list that were not brought in, and why.';
    return { ...outgoing, file: { kind: 'consent', name: file.name, bytes: file.bytes, words, file: key } };
  }
  return { ...outgoing, card: fileStateCard(file) };
}
