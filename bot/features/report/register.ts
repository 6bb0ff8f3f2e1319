import type { CardHandler, CardRoutes } from '#features/handler.ts';
import { keepTyped } from '#features/keep-typed.ts';
import { continueReport } from './continue.ts';
import { discard } from './discard.ts';
import { newForm, openForm } from './open-form.ts';
import { pickTile } from './pick-tile.ts';
import { raise } from './raise.ts';
import { addRow, backToTiles, refreshForm } from './redraw-form.ts';
import { sameScreen } from './same-screen.ts';
import { send } from './send.ts';

/** A draft tells nobody: with only that kept, nothing is sent. */
const kept = (handler: CardHandler) => keepTyped(handler, sameScreen, ['draft']);

export const reportRoutes = {
  'report.open': openForm,
  'report.new': newForm,
  'report.continue': continueReport,
  'report.discard': discard,
  'report.tiles': kept(backToTiles),
  'report.tile': kept(pickTile),
  'report.refresh': kept(refreshForm),
  'report.add-row': kept(addRow),
  'report.raise': kept(raise),
  'report.send': kept(send),
  'report.send-now': kept(send),
} satisfies CardRoutes;
