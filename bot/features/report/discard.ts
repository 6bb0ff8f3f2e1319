import { saidCard } from '#cards/pass-on.card.ts';
import { refusal } from '#cards/refusal.card.ts';
import { redraw } from '#domain/posting.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { saveDraft } from '#stores/draft-record.ts';
import { readAskedDraft } from './asked-draft.ts';
import { dialogTitle } from './draw.ts';

const nothingTold = 'Nobody has been told, and what was typed is removed. Write *report* to begin again.';
const standing = 'What you sent before stands, and whoever was alerted still is. Only what was not sent is removed.';

/** An unsent report is put away; the worker removes it once its reminders say so. */
export async function discard(request: CardRequest, deps: Deps): Promise<Answer> {
  const asked = await readAskedDraft(request, deps);
  if (asked === undefined) return { kind: 'message', text: refusal('form-incomplete') };
  const { world, loaded, raised } = asked;
  if (loaded !== undefined && loaded.draft.over === undefined) {
    const postings = redraw(loaded.postings, (posting) => posting.shown > 0);
    await saveDraft(
      deps.records,
      request.actor.school,
      { draft: { ...loaded.draft, over: 'discarded' }, postings, etag: loaded.etag },
      world,
    );
    deps.nudge();
  }
  return {
    kind: 'dialog',
    title: dialogTitle,
    card: saidCard('Put away', [raised === undefined ? nothingTold : standing]),
  };
}
