import { setupTestCard, type TestRow } from '#cards/setup-test.card.ts';
import { rolesOf } from '#domain/roles.ts';
import { newTestAlert, outcomes, type TestAlert, type TestOutcome, unprovenPlaces } from '#domain/test-alert.ts';
import { clockTime } from '#domain/when.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { commandIn } from '#features/read-data.ts';
import { createTest, latestTest, testAlertDoc } from '#stores/test-alert-record.ts';
import { administratorContext, type Context, notForYou, readerContext } from './context.ts';

/** *Test alert*: the latest one, and how far it got. */
export async function showTest(request: CardRequest, deps: Deps): Promise<Answer> {
  const context = await readerContext(request, deps);
  return context === undefined ? notForYou : testAnswer(context);
}

/** *Send a test alert*: the worker delivers it. The button's id names it, so that a second press sends nothing more. */
export async function sendTest(request: CardRequest, deps: Deps): Promise<Answer> {
  const context = await administratorContext(request, deps);
  const command = commandIn(request.data);
  if (context === undefined || command === undefined) return notForYou;
  const now = deps.now();
  const test = newTestAlert(command, context.loaded.settings, request.actor.person.id, now);
  if (test.postings.length > 0) {
    await createTest(deps.records, testAlertDoc(request.actor.school, command, test, now));
    deps.nudge();
  }
  return testAnswer(context);
}

async function testAnswer(context: Context): Promise<Answer> {
  const { deps, loaded, request, names } = context;
  const { settings } = loaded;
  const test = (await latestTest(deps.records, request.actor.school))?.body;
  const nobody = newTestAlert('none', settings, request.actor.person.id, deps.now()).postings.length === 0;
  const when = (at: string) => clockTime(at, settings.calendar.zone, deps.now());
  const card = setupTestCard({
    ...(test === undefined ? {} : { sent: { when: when(test.at), by: names(test.by), rows: rowsOf(test, context, when) } }),
    command: deps.newId(),
    canSend: request.actor.administrator,
    nobody,
    unproven: test === undefined ? [] : unprovenPlaces(settings, test).map((place) => place.name),
  });
  return { kind: 'dialog', title: 'Test alert', card };
}

function rowsOf(test: TestAlert, context: Context, when: (at: string) => string): TestRow[] {
  return outcomes(test).map((found): TestRow => {
    const told = recipientOf(found, context);
    if (found.outcome === 'confirmed') return { ...told, outcome: 'confirmed', when: when(found.at) };
    return found.outcome === 'failed' ? { ...told, outcome: 'failed', reason: found.reason } : { ...told, outcome: found.outcome };
  });
}

function recipientOf({ posting }: TestOutcome, { loaded, names }: Context): Pick<TestRow, 'name' | 'roles' | 'place'> {
  const { to } = posting;
  if ('person' in to) return { name: names(to.person), roles: rolesOf(loaded.settings, to.person), place: false };
  const place = loaded.settings.places.find((chosen) => chosen.conversationId === to.place);
  return { name: place?.name ?? 'A place no longer on the list', roles: [], place: true };
}
