import type { CardRoutes } from '#features/handler.ts';
import { keepTyped } from '#features/keep-typed.ts';
import { showLow } from './low.ts';
import { openAudit } from './open.ts';
import { showResults } from './results.ts';
import { sameAnswers, saveAnswers } from './save.ts';

export const auditRoutes = {
  'audit.open': openAudit,
  'audit.save': keepTyped(saveAnswers, sameAnswers),
  'audit.results': showResults,
  'audit.low': showLow,
} satisfies CardRoutes;
