import { setupLogCard } from '#cards/setup-log.card.ts';
import { clockTime } from '#domain/when.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { pageOf } from '#features/page-of.ts';
import { pageIn } from '#features/read-data.ts';
import { firstBreak } from '#stores/chain.ts';
import { notForYou, readerContext } from './context.ts';

const pageLength = 10;

/** *Changes so far*: who changed what and when, newest first. */
export async function showLog(request: CardRequest, deps: Deps): Promise<Answer> {
  const context = await readerContext(request, deps);
  if (context === undefined) return notForYou;
  const { events, settings } = context.loaded;
  const { page, more, shown } = pageOf(events.toReversed(), pageIn(request.data), pageLength);
  const broken = firstBreak(events);
  const card = setupLogCard({
    entries: shown.map(({ event }) => ({ event, when: clockTime(event.at, settings.calendar.zone, deps.now()) })),
    page,
    older: more,
    names: context.names,
    ...(broken === undefined ? {} : { broken }),
  });
  return { kind: 'dialog', title: 'Changes so far', card };
}
