import type { CardRoutes } from '#features/handler.ts';

export const exportRoutes = {} satisfies CardRoutes;
