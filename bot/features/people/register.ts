import type { CardRoutes } from '#features/handler.ts';

export const peopleRoutes = {} satisfies CardRoutes;
