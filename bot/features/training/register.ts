import type { CardRoutes } from '#features/handler.ts';

export const trainingRoutes = {} satisfies CardRoutes;
