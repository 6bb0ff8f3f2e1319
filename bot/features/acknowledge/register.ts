import { samePassOn } from '#features/case/same-screen.ts';
import type { CardRoutes } from '#features/handler.ts';
import { keepTyped } from '#features/keep-typed.ts';
import { acknowledge, actAsDsl } from './acknowledge.ts';
import { passOn, passOnSend } from './pass-on.ts';

export const acknowledgeRoutes = {
  'incident.acknowledge': acknowledge,
  'incident.act-as-dsl': actAsDsl,
  'incident.pass-on': passOn,
  'incident.pass-on-send': keepTyped(passOnSend, samePassOn),
} satisfies CardRoutes;
