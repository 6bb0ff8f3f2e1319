import type { CardRoutes } from '#features/handler.ts';
import { note, openCase, withdraw } from './open-case.ts';

export const caseRoutes = {
  'incident.open': openCase,
  'incident.note': note,
  'incident.withdraw': withdraw,
} satisfies CardRoutes;
