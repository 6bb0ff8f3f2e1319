import { apology } from '#cards/apology.card.ts';
import { refusal } from '#cards/refusal.card.ts';
import type { Verb } from '#cards/verbs.ts';
import { acknowledgeRoutes } from '#features/acknowledge/register.ts';
import { caseRoutes } from '#features/case/register.ts';
import type { Answer, CardHandler, Deps } from '#features/handler.ts';
import { homeRoutes } from '#features/home/register.ts';
import { say } from '#features/home/say.ts';
import { meet } from '#features/meet.ts';
import { mineRoutes } from '#features/mine/register.ts';
import { reportRoutes } from '#features/report/register.ts';
import { setupRoutes } from '#features/setup/register.ts';
import { VersionConflict } from '#stores/records.ts';
import { StoreTimeout } from '#stores/within.ts';
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
};

const tries = 5;

/** Finds the handler, runs it again when somebody else wrote first, and tells the person when something broke. */
export function createFront(deps: Deps): Front {
  return {
    act: (request) => guarded(deps, request.verb, () => routes[request.verb](request, deps)),
    say: (request) => guarded(deps, 'say', () => say(request, deps)),
    meet: (meeting) => meet(meeting, deps),
  };
}

async function guarded(deps: Deps, verb: string, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await rerun(work);
  } catch (error) {
    if (error instanceof VersionConflict) return { kind: 'message', text: refusal('changed-meanwhile') };
    const breakage = deps.newId().slice(0, 6);
    deps.log.error('turn.broke', { verb, breakage, error: errorKind(error) });
    return { kind: 'message', text: error instanceof StoreTimeout ? refusal('not-saved') : apology(breakage) };
  }
}

/** Nothing was written or sent before a conflict, so the whole handler may run again. */
async function rerun(work: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof VersionConflict) || attempt >= tries) throw error;
    }
  }
}
