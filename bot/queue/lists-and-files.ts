import type { SchoolKey } from '#domain/people.ts';
import { fileId } from '#stores/file-record.ts';
import { importKeyOf } from '#stores/import-record.ts';
import { type Delivering, deliver } from './deliver.ts';
import { fileKeeper } from './file-keeper.ts';
import { type FileWorkDeps, fileWork } from './file-work.ts';
import { importKeeper } from './import-keeper.ts';
import { type ImportWorkDeps, importWork } from './import-work.ts';

export type ListsAndFilesDeps = ImportWorkDeps & FileWorkDeps;

/** Lists that come in and files that go out: first what they need done, then the message that says how they stand. */
export function createListsAndFiles(deps: ListsAndFilesDeps) {
  const lists = importKeeper(deps);
  const files = fileKeeper(deps);
  return {
    list: async (work: Delivering, school: SchoolKey, id: string) => {
      const again = await importWork(deps, school, importKeyOf(id));
      return sooner(again, await deliver(lists, school, id, work));
    },
    file: async (work: Delivering, school: SchoolKey, id: string) => {
      const again = await fileWork(deps, school, id.slice(fileId('').length));
      return sooner(again, await deliver(files, school, id, work));
    },
  };
}

function sooner(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}
