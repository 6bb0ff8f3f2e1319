import type { CardRoutes } from '#features/handler.ts';
import { confirmRole, refuseRole } from './confirm-role.ts';
import { saveCover, showCover } from './cover.ts';
import { saveHoliday, showHoliday } from './holiday.ts';
import { saveHours, showHours } from './hours.ts';
import { showLog } from './log.ts';
import { open } from './open.ts';
import { savePhones, showPhones } from './phones.ts';
import { savePlaces, showPlaces } from './places.ts';
import { saveRole, showRole } from './role.ts';
import { showRoles } from './roles.ts';
import { saveRuleSet, showRuleSet } from './rule-set.ts';
import { saveTerms, showTerms } from './terms.ts';
import { sendTest, showTest } from './test.ts';
import { testReceived } from './test-received.ts';
import { saveTraining, showTraining } from './training.ts';

export const setupRoutes = {
  'setup.open': open,
  'setup.rule-set': showRuleSet,
  'setup.rule-set-save': saveRuleSet,
  'setup.roles': showRoles,
  'setup.role': showRole,
  'setup.role-save': saveRole,
  'setup.confirm-role': confirmRole,
  'setup.refuse-role': refuseRole,
  'setup.places': showPlaces,
  'setup.places-save': savePlaces,
  'setup.hours': showHours,
  'setup.hours-save': saveHours,
  'setup.terms': showTerms,
  'setup.terms-save': saveTerms,
  'setup.holiday': showHoliday,
  'setup.holiday-save': saveHoliday,
  'setup.phones': showPhones,
  'setup.phones-save': savePhones,
  'setup.cover': showCover,
  'setup.cover-save': saveCover,
  'setup.training': showTraining,
  'setup.training-save': saveTraining,
  'setup.test': showTest,
  'setup.test-send': sendTest,
  'setup.test-received': testReceived,
  'setup.log': showLog,
} satisfies CardRoutes;
