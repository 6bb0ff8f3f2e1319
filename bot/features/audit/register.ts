import type { CardRoutes } from '#features/handler.ts';

export const auditRoutes = {} satisfies CardRoutes;
