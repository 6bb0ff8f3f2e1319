import type { CardRoutes } from '#features/handler.ts';
import { acknowledge, actAsDsl } from './acknowledge.ts';
import { passOn, passOnSend } from './pass-on.ts';

export const acknowledgeRoutes = {
  'incident.acknowledge': acknowledge,
  'incident.act-as-dsl': actAsDsl,
  'incident.pass-on': passOn,
  'incident.pass-on-send': passOnSend,
} satisfies CardRoutes;
