import type { CardRoutes } from '#features/handler.ts';
import { keepTyped } from '#features/keep-typed.ts';
import { checkPaste } from './check-paste.ts';
import { downloadProblems } from './download-problems.ts';
import { open, sameForm } from './open.ts';
import { chooseKind, confirm, confirmGood, discard, show } from './press.ts';
import { showProblems } from './problems.ts';

export const importRoutes = {
  'import.open': open,
  'import.check': keepTyped(checkPaste, sameForm),
  'import.show': show,
  'import.kind': chooseKind,
  'import.confirm': confirm,
  'import.confirm-good': confirmGood,
  'import.discard': discard,
  'import.problems': showProblems,
  'import.download': downloadProblems,
} satisfies CardRoutes;
