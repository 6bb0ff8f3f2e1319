import { redraw } from '#domain/posting.ts';
import { mayHave } from '#domain/training/access.ts';
import { ended, fileExpiresAt, type MadeFile } from '#domain/training/made-file.ts';
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
  if (file.state === 'accepted' || file.state === 'delivered' || (file.state === 'declined' && !accepted)) return { kind: 'close' };
  const world = await worldOf(deps, actor.school);
  if (file.state !== 'offered' || fileExpiresAt(file) <= world.now) return gone;
  const next = accepted ? allowed() : ended(file, { state: 'declined' });
  if (next === undefined) return gone;
  await answerFile(deps.records, loaded, { file: next, postings: redraw(postings), command: accepted ? 'accept' : 'decline' }, world.now);
  deps.nudge();
  return { kind: 'close' };

  function allowed(): MadeFile | undefined {
    if (!mayHave(world, file)) return ended(file, { state: 'failed', problem: 'not-theirs' });
    return upload && { ...file, state: 'accepted', upload, tries: 0 };
  }
}
