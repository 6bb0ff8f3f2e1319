import { redraw } from '#domain/posting.ts';
import { mayHave } from '#domain/training/access.ts';
import { offerAnswered } from '#domain/training/made-file.ts';
import type { Answer, Deps, OfferRequest } from '#features/handler.ts';
import { idIn } from '#features/read-data.ts';
import { worldOf } from '#features/world.ts';
import { answerFile, loadFile } from '#stores/file-record.ts';

const gone: Answer = { kind: 'message', text: 'That file is no longer kept here. You can ask for it again.' };

/** *Allow* or *Decline* on Teams' own question. Only its owner is asked; said once, it is so. */
export async function answerOffer({ actor, accepted, context, upload }: OfferRequest, deps: Deps): Promise<Answer> {
  const key = idIn(context, 'file');
  const loaded = key === undefined ? undefined : await loadFile(deps.records, actor.school, key);
  if (loaded === undefined || loaded.file.by !== actor.person.id) return gone;
  const { file, postings } = loaded;
  const world = await worldOf(deps, actor.school);
  const next = offerAnswered(file, { accepted, upload, isTheirs: mayHave(world, file), now: world.now });
  if (next === undefined) return gone;
  if (next === file) return { kind: 'close' };
  await answerFile(deps.records, loaded, { file: next, postings: redraw(postings), command: accepted ? 'accept' : 'decline' }, world.now);
  deps.nudge();
  return { kind: 'close' };
}
