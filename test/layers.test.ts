import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Which folders each folder calls, and of which it knows the shapes only. `bot/*.ts` wires them all; the few parts of it that any may use are named in each. */
const layers: Record<string, { calls: string[]; shapes?: string[] }> = {
  domain: { calls: [] },
  cards: { calls: ['domain'] },
  stores: { calls: ['domain'], shapes: ['queue'] },
  graph: { calls: ['domain', 'stores'] },
  // What people ask for, and what is made or drawn of it later: then the worker calls it.
  features: { calls: ['domain', 'cards', 'stores', 'graph'] },
  queue: { calls: ['domain', 'cards', 'stores', 'graph', 'features'] },
  // Whom a request is handed to is passed in.
  teams: { calls: ['domain', 'cards'], shapes: ['features', 'graph', 'queue'] },
};

/** Records and the queue are tables of one file. */
const excepted = ['stores/sqlite.ts calls queue'];

const root = join(import.meta.dirname, '..');

describe('the layers of the project', () => {
  it('are all named here', () => {
    const folders = readdirSync(join(root, 'bot'), { recursive: true })
      .map(String)
      .filter((path) => path.endsWith('.ts') && path.includes(sep))
      .map((path) => path.split(sep)[0] ?? '');
    assert.deepEqual(
      [...new Set(folders)].filter((folder) => !(folder in layers)),
      [],
    );
  });

  for (const [layer, { calls, shapes = [] }] of Object.entries(layers)) {
    const known = calls.length === 0 ? 'nothing else' : calls.join(', ');
    it(`${layer}: calls ${known}${shapes.length === 0 ? '' : `; knows the shapes of ${shapes.join(', ')}`}`, () => {
      const used = importsOf(layer).filter(({ to, isShape }) => !calls.includes(to) && !(isShape && shapes.includes(to)));
      assert.deepEqual(
        used.map(({ from, to, isShape }) => `${from} ${isShape ? 'knows' : 'calls'} ${to}`).filter((one) => !excepted.includes(one)),
        [],
      );
    });
  }
});

type Import = { from: string; to: string; isShape: boolean };

/** What the files of a layer import of the other layers. */
function importsOf(layer: string): Import[] {
  const folder = layer === 'cards' ? join(root, layer) : join(root, 'bot', layer);
  const files = readdirSync(folder, { recursive: true }).map(String);
  return files
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => {
      const from = `${layer}/${path.replaceAll(sep, '/')}`;
      return importsIn(readFileSync(join(folder, path), 'utf8'))
        .filter(({ to }) => to in layers && to !== layer)
        .map((one) => ({ from, ...one }));
    });
}

function importsIn(text: string): Omit<Import, 'from'>[] {
  const found = text.matchAll(/(?:^(?:import|export)( type)?[^;']*?|import\()'#(?:bot\/)?([a-z]+)\//gm);
  return [...found].map(([, type, to = '']) => ({ to, isShape: type !== undefined }));
}
