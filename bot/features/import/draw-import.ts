import { importCard } from '#cards/import-state.card.ts';
import type { Card } from '#cards/parts.ts';
import { offered } from '#domain/training/import-job.ts';
import type { SheetKind } from '#domain/training/sheet.ts';
import type { Deps } from '#features/handler.ts';
import { nameIn } from '#features/training/training-screen.ts';
import type { LoadedImport } from '#stores/import-record.ts';

/** The card of a list as its document stands. `command` is the id that its buttons carry. */
export function drawImport(
  { key, job, school }: Pick<LoadedImport, 'key' | 'job' | 'school'>,
  deps: Pick<Deps, 'directory' | 'now'>,
  { command, inDialog }: { command: string; inDialog: boolean },
): Card {
  const name = nameIn(deps, school);
  const isChecked = job.state === 'checked';
  const leaving = isChecked ? (job.leaving ?? []).map(name) : [];
  const held = isChecked ? (job.held ?? []).map(({ person, roles }) => ({ name: name(person), roles })) : [];
  return importCard({ key, command, job, offered: offered(job, deps.now()), leaving, held, inDialog });
}

/** What the dialog is called. Past records are what comes unless somebody says otherwise. */
export const titleOf = (kind: SheetKind | '' | undefined) => (kind === 'people' ? 'List of people' : 'Past records');
