import { newPosting } from '#domain/posting.ts';
import { mayRunTraining } from '#domain/training/access.ts';
import { newImport } from '#domain/training/import-job.ts';
import type { Answer, Deps, FilesRequest } from '#features/handler.ts';
import { worldOf } from '#features/world.ts';
import { digest } from '#stores/chain.ts';
import { createImport } from '#stores/import-record.ts';

const message = (text: string): Answer => ({ kind: 'message', text });

const words = {
  notYours:
    'Thank you, but files cannot be used here, and this one was not opened. If you are worried about a child, press *Report a concern*, and please do not send pictures.',
  several: 'Please send one file at a time. None of these was opened.',
  workbook: 'This is an Excel workbook. Open it in Excel, choose *Save as*, then *CSV UTF-8 (Comma delimited)*, and send that.',
  noList:
    'Only lists saved as CSV can be brought in, and this was not opened. In Excel choose *Save as*, then *CSV UTF-8 (Comma delimited)*.',
  checking: 'Checking your file. The answer comes here in a moment; nothing is written until you say so.',
};

/** A file sent in the 1:1 chat. Only whoever runs training can do anything with one; anybody else's is not even fetched. */
export async function receiveFiles({ actor, files, activityId }: FilesRequest, deps: Deps): Promise<Answer> {
  const { school, person } = actor;
  const world = await worldOf(deps, school);
  if (!mayRunTraining(world, person.id)) return message(words.notYours);
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) return message(words.several);
  const type = (file.type || (file.name.split('.').at(-1) ?? '')).toLowerCase();
  if (['xlsx', 'xlsm', 'xls', 'ods'].includes(type)) return message(words.workbook);
  if (!['csv', 'txt', 'tsv'].includes(type)) return message(words.noList);
  // The message's own id names the list, so that a message which Teams brings again brings no second one. Two chats may use the same id.
  const key = `sent-${digest([person.id, activityId || deps.newId()]).slice(0, 32)}`;
  const job = newImport({ by: person.id, at: world.now, from: 'file', source: file.url });
  const postings = [newPosting(`${key}-1`, { person: person.id }, 'import', false)];
  await createImport(deps.records, { school, key, job, postings, now: world.now });
  deps.nudge();
  return message(words.checking);
}
