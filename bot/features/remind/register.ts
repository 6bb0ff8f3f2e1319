import type { CardRoutes } from '#features/handler.ts';

export const remindRoutes = {} satisfies CardRoutes;
