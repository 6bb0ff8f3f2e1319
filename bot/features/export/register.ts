import type { CardRoutes } from '#features/handler.ts';
import { keepTyped } from '#features/keep-typed.ts';
import { askForExport, openExport, sameExport } from './open.ts';

export const exportRoutes = {
  'export.open': openExport,
  'export.make': keepTyped(askForExport, sameExport),
} satisfies CardRoutes;
