import { errorKind } from '#bot/log.ts';
import type { Answer, CardHandler, CardRequest, Deps } from '#features/handler.ts';
import { VersionConflict } from '#stores/records.ts';
import { StoreDown } from '#stores/within.ts';
import { UncertainWrite } from '#stores/write-once.ts';
import { rerun } from './rerun.ts';

/** What may be said of a step that broke: it was not written, or nobody can tell. */
export type Broke = 'not-sent' | 'uncertain';

/**
 * A screen with something typed on it comes back when its step breaks, with everything typed and NOT SENT above it. `screen` draws
 * it without the store; undefined where the card was not one of ours.
 */
export function keepTyped(
  handler: CardHandler,
  screen: (request: CardRequest, deps: Deps, broke: Broke) => Answer | undefined,
): CardHandler {
  return async (request, deps) => {
    try {
      return await rerun(() => handler(request, deps));
    } catch (error) {
      const answer = screen(request, deps, brokeHow(error));
      if (answer === undefined) throw error;
      const event = error instanceof StoreDown || error instanceof UncertainWrite ? 'store.slow-or-down' : 'turn.broke';
      deps.log.error(event, { verb: request.verb, error: errorKind(error) });
      return answer;
    }
  };
}

/** "Not sent" only of what is known not to be stored: a fault of our own may have come after the write. */
function brokeHow(error: unknown): Broke {
  return error instanceof StoreDown || error instanceof VersionConflict ? 'not-sent' : 'uncertain';
}
