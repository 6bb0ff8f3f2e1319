import type { CardRoutes } from '#features/handler.ts';
import { open } from './open.ts';

export const peopleRoutes = {
  'people.open': open,
} satisfies CardRoutes;
