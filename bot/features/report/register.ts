import type { CardRoutes } from '#features/handler.ts';
import { continueReport } from './continue.ts';
import { discard } from './discard.ts';
import { keepTyped } from './keep-typed.ts';
import { newForm, openForm } from './open-form.ts';
import { pickTile } from './pick-tile.ts';
import { raise } from './raise.ts';
import { addRow, backToTiles, refreshForm } from './redraw-form.ts';
import { send } from './send.ts';

export const reportRoutes = {
  'report.open': openForm,
  'report.new': newForm,
  'report.continue': continueReport,
  'report.discard': discard,
  'report.tiles': keepTyped(backToTiles),
  'report.tile': keepTyped(pickTile),
  'report.refresh': keepTyped(refreshForm),
  'report.add-row': keepTyped(addRow),
  'report.raise': keepTyped(raise),
  'report.send': keepTyped(send),
  'report.send-now': keepTyped(send),
} satisfies CardRoutes;
