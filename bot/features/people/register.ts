import type { CardRoutes } from '#features/handler.ts';
import { confirmPeople, updatePeople } from './ask.ts';
import { showChanges } from './changes.ts';
import { installForAll } from './install.ts';
import { openPeople } from './overview.ts';
import { showUnreached } from './unreached.ts';

export const peopleRoutes = {
  'people.open': openPeople,
  'people.update': updatePeople,
  'people.confirm': confirmPeople,
  'people.changes': showChanges,
  'people.unreached': showUnreached,
  'people.install': installForAll,
} satisfies CardRoutes;
