import { errorKind } from '#bot/log.ts';
import type { Broke } from '#cards/broke.ts';
import { mayBeDone, saysMayBeDone } from '#cards/may-be-done.ts';
import type { Answer, CardHandler, CardRequest, Deps } from '#features/handler.ts';
import type { Kind } from '#stores/records.ts';
import { watchedWrites } from '#stores/watched-writes.ts';
import { StoreDown } from '#stores/within.ts';
import { UncertainWrite } from '#stores/write-once.ts';
import { rerun } from './rerun.ts';

/**
 * A screen with something typed on it comes back when its step breaks, with everything typed and NOT SENT above it. `screen` draws
 * it without the store; undefined where the card was not one of ours. `aside`: kinds of document that alone neither send nor save it.
 */
export function keepTyped(
  handler: CardHandler,
  screen: (request: CardRequest, deps: Deps, broke: Broke) => Answer | undefined,
  aside: readonly Kind[] = [],
): CardHandler {
  return async (request, deps) => {
    const { records, mayBeStored } = watchedWrites(deps.records, aside);
    try {
      return await rerun(() => handler(request, { ...deps, records }));
    } catch (error) {
      const maybe = mayBeStored(error) || saysMayBeDone(request.data);
      const answer = screen(request, deps, maybe ? 'uncertain' : 'not-sent');
      if (answer === undefined) throw error;
      const event = error instanceof StoreDown || error instanceof UncertainWrite ? 'store.slow-or-down' : 'turn.broke';
      deps.log.error(event, { verb: request.verb, error: errorKind(error) });
      // Of the press before nobody can tell still, though this one came to nothing: its card remembers.
      return maybe && 'card' in answer ? { ...answer, card: mayBeDone(answer.card) } : answer;
    }
  };
}
