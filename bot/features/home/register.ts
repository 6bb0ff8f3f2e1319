import type { CardRoutes } from '#features/handler.ts';
import { showHelp, showHome, showWhatHappens } from './home.ts';

export const homeRoutes = {
  'home.show': showHome,
  'home.help': showHelp,
  'home.what-happens': showWhatHappens,
} satisfies CardRoutes;
