import { type OverviewView, setupOverviewCard } from '#cards/setup-overview.card.ts';
import { completeness, nobodyWouldBeTold } from '#domain/completeness.ts';
import { dayOf } from '#domain/days.ts';
import { confirmers } from '#domain/role-change.ts';
import type { Pending } from '#domain/set-up.ts';
import { outcomes, type TestAlert, unprovenPlaces } from '#domain/test-alert.ts';
import { clockTime } from '#domain/when.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { unreached } from '#stores/reach-record.ts';
import { latestTest } from '#stores/test-alert-record.ts';
import { type Context, notForYou, openTraining, readerContext } from './context.ts';

/** *Set up*: what is done and what is missing. */
export async function open(request: CardRequest, deps: Deps): Promise<Answer> {
  const context = await readerContext(request, deps);
  return context === undefined ? notForYou : overviewAnswer(context);
}

export async function overviewAnswer(context: Context, said?: string): Promise<Answer> {
  const { loaded, request, deps } = context;
  const { settings } = loaded;
  const now = deps.now();
  const test = (await latestTest(deps.records, request.actor.school))?.body;
  const holders = [...new Set(Object.values(settings.holders).flat())];
  const card = setupOverviewCard({
    ...rolesView(context, said),
    missing: completeness(settings).missing,
    nobody: nobodyWouldBeTold(settings, now),
    unreached: (await unreached(deps.records, request.actor.school, holders)).map(({ person, failed }) => ({
      name: context.names(person),
      failed,
    })),
    unproven: unprovenPlaces(settings, test).map((place) => place.name),
    test: testInWords(test, context),
    absences: settings.cover.filter((entry) => entry.to >= dayOf(settings.calendar, now)).length,
    training: trainingView(context),
  });
  return { kind: 'dialog', title: 'Set-up', card };
}

/** Nothing of what the school's rules settle. */
function trainingView(context: Context): OverviewView['training'] {
  const { staffMonths } = context.loaded.settings.training;
  const { interval, audit } = openTraining(context);
  return {
    ...(interval === undefined ? {} : { staff: { months: staffMonths ?? interval.untilAnswered, answered: staffMonths !== undefined } }),
    ...(audit === undefined ? {} : { audit: audit.now }),
  };
}

/** What both the overview and the list of roles need. */
export function rolesView({ loaded, request, names }: Context, said?: string) {
  return {
    settings: loaded.settings,
    pending: loaded.pending,
    canChange: request.actor.administrator,
    names,
    confirmers: (entry: Pending) => confirmers(loaded.settings, entry.role, entry.by).map(names),
    ...(said === undefined ? {} : { said }),
  };
}

function testInWords(test: TestAlert | undefined, { loaded, deps }: Context): string {
  if (test === undefined) return 'Test alert: never sent.';
  const found = outcomes(test);
  const confirmed = found.filter(({ outcome }) => outcome === 'confirmed').length;
  const failed = found.filter(({ outcome }) => outcome === 'failed').length;
  const when = clockTime(test.at, loaded.settings.calendar.zone, deps.now());
  return `Test alert: sent ${when}. Confirmed by ${confirmed} of ${found.length}${failed === 0 ? '' : `; ${failed} could not be reached`}.`;
}
