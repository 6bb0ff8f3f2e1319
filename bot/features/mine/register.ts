import { sameChanged } from '#features/case/same-screen.ts';
import type { CardRoutes } from '#features/handler.ts';
import { keepTyped } from '#features/keep-typed.ts';
import { listMine, openMine } from './my-reports.ts';
import { changed, changedSend, rang } from './something-changed.ts';

export const mineRoutes = {
  'mine.list': listMine,
  'mine.open': openMine,
  'mine.changed': changed,
  'mine.changed-send': keepTyped(changedSend, sameChanged),
  'mine.rang': rang,
} satisfies CardRoutes;
