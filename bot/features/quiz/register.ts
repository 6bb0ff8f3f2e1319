import type { CardRoutes } from '#features/handler.ts';

export const quizRoutes = {} satisfies CardRoutes;
