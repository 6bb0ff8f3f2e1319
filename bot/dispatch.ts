import { apology } from '#cards/apology.card.ts';
import { refusal } from '#cards/refusal.card.ts';
import type { Verb } from '#cards/verbs.ts';
import { cannotReport } from '#cards/words.ts';
import type { Actor } from '#domain/people.ts';
import { acknowledgeRoutes } from '#features/acknowledge/register.ts';
import { auditRoutes } from '#features/audit/register.ts';
import { caseRoutes } from '#features/case/register.ts';
import { answerOffer } from '#features/export/answer-offer.ts';
import { exportRoutes } from '#features/export/register.ts';
import type { Answer, CardHandler, Deps } from '#features/handler.ts';
import { homeRoutes } from '#features/home/register.ts';
import { say } from '#features/home/say.ts';
import { receiveFiles } from '#features/import/receive-files.ts';
import { importRoutes } from '#features/import/register.ts';
import { createMeet } from '#features/meet.ts';
import { mineRoutes } from '#features/mine/register.ts';
import { peopleRoutes } from '#features/people/register.ts';
import { quizRoutes } from '#features/quiz/register.ts';
import { remindRoutes } from '#features/remind/register.ts';
import { reportRoutes } from '#features/report/register.ts';
import { rerun } from '#features/rerun.ts';
import { setupRoutes } from '#features/setup/register.ts';
import { trainingRoutes } from '#features/training/register.ts';
import { contactsOf, namesOf, rememberedWorld } from '#features/world.ts';
import { StoreMisuse } from '#stores/misuse.ts';
import { VersionConflict } from '#stores/records.ts';
import { watchedWrites } from '#stores/watched-writes.ts';
import { StoreDown } from '#stores/within.ts';
import { UncertainWrite } from '#stores/write-once.ts';
import type { Front } from '#teams/front.ts';
import { errorKind } from './log.ts';

/** Every button and its handler. A verb without one does not compile. */
const routes: Record<Verb, CardHandler> = {
  ...homeRoutes,
  ...reportRoutes,
  ...acknowledgeRoutes,
  ...caseRoutes,
  ...mineRoutes,
  ...setupRoutes,
  ...trainingRoutes,
  ...remindRoutes,
  ...quizRoutes,
  ...auditRoutes,
  ...importRoutes,
  ...exportRoutes,
  ...peopleRoutes,
};

/** What begins a report. While the store is down they must say to whom to go instead. */
const begins: string[] = ['report.open', 'report.new', 'report.continue'] satisfies Verb[];

/** Finds the handler, runs it again when somebody else wrote first, and tells the person when something broke. */
export function createFront(deps: Deps): Front {
  return {
    act: (request) => guarded(deps, request.verb, request.actor, (watched) => routes[request.verb](request, watched)),
    say: (request) => guarded(deps, 'say', request.actor, (watched) => say(request, watched)),
    receive: (request) => guarded(deps, 'file', request.actor, (watched) => receiveFiles(request, watched)),
    answerOffer: (request) => guarded(deps, 'offer', request.actor, (watched) => answerOffer(request, watched)),
    meet: createMeet(deps),
  };
}

async function guarded(deps: Deps, verb: string, actor: Actor, work: (watched: Deps) => Promise<Answer>): Promise<Answer> {
  const { records, mayBeStored } = watchedWrites(deps.records);
  try {
    return await rerun(() => work({ ...deps, records }));
  } catch (error) {
    if (error instanceof VersionConflict) return message(refusal('changed-meanwhile'));
    if (error instanceof StoreMisuse) return message(refusal('form-incomplete'));
    const breakage = deps.newId().slice(0, 6);
    const down = error instanceof StoreDown || error instanceof UncertainWrite;
    deps.log.error(down ? 'store.slow-or-down' : 'turn.broke', { verb, breakage, error: errorKind(error) });
    if (down && mayBeStored(error)) return message(refusal('uncertain'));
    return message(down ? outOfReach(deps, verb, actor) : apology(breakage));
  }
}

const message = (text: string): Answer => ({ kind: 'message', text });

function outOfReach(deps: Deps, verb: string, { school }: Actor): string {
  if (!begins.includes(verb)) return refusal('not-saved');
  return cannotReport(contactsOf(rememberedWorld(deps, school), namesOf(deps.directory, school)));
}
