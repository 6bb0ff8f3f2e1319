import type { CardRoutes } from '#features/handler.ts';

export const importRoutes = {} satisfies CardRoutes;
