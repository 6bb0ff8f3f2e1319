import type { CardRoutes } from '#features/handler.ts';
import { keepTyped } from '#features/keep-typed.ts';
import { note, openCase, withdraw } from './open-case.ts';
import { sameNote } from './same-screen.ts';

export const caseRoutes = {
  'incident.open': openCase,
  'incident.note': keepTyped(note, sameNote),
  'incident.withdraw': keepTyped(withdraw, sameNote),
} satisfies CardRoutes;
