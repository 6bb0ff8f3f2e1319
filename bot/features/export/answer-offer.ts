import { redraw } from '#domain/posting.ts';
import { commandIn } from '#features/case/load-case.ts';
import type { Answer, Deps, OfferRequest } from '#features/handler.ts';
import { answerFile, loadFile } from '#stores/file-record.ts';

const gone: Answer = { kind: 'message', text: 'That file is no longer kept here. You can ask for it again.' };

/** *Allow* or *Decline* on Teams' own question. Only its owner is asked; said once, it is so. */
export async function answerOffer({ actor, accepted, context, upload }: OfferRequest, deps: Deps): Promise<Answer> {
  const key = commandIn({ command: context.file });
  const loaded = key === undefined ? undefined : await loadFile(deps.records, actor.school, key);
  if (loaded === undefined || loaded.file.by !== actor.person.id) return gone;
  const { file, postings } = loaded;
  if (file.state === 'accepted' || file.state === 'delivered' || (file.state === 'declined' && !accepted)) return { kind: 'close' };
  if (file.state !== 'offered') return gone;
  const now = deps.now();
  if (accepted && upload === undefined) return gone;
  const next = accepted && upload !== undefined ? { ...file, state: 'accepted' as const, upload } : { ...file, state: 'declined' as const };
  await answerFile(deps.records, loaded, { file: next, postings: redraw(postings), command: accepted ? 'accept' : 'decline' }, now);
  deps.nudge();
  return { kind: 'close' };
}
