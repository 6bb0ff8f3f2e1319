import type { CardRoutes } from '#features/handler.ts';
import { listMine, openMine } from './my-reports.ts';
import { changed, changedSend, rang } from './something-changed.ts';

export const mineRoutes = {
  'mine.list': listMine,
  'mine.open': openMine,
  'mine.changed': changed,
  'mine.changed-send': changedSend,
  'mine.rang': rang,
} satisfies CardRoutes;
