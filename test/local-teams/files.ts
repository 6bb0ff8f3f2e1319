import { takeFault } from './faults.ts';
import { isObject } from './rules.ts';
import type { Conversation, Guid, Json, Message, World } from './world.ts';

/** A file in somebody's own OneDrive. Without `bytes` it is a place that was made for one and not filled yet. */
export type KeptFile = { id: string; owner: Guid; name: string; bytes?: Buffer };

/** What a message has to do with a file. */
export type SharedFile =
  | { kind: 'sent'; name: string; id: string }
  | {
      kind: 'offered';
      name: string;
      words: string;
      bytes: number;
      contexts: { accept: unknown; decline: unknown };
      answered?: 'accept' | 'decline';
    }
  | { kind: 'kept'; name: string; url: string };

const prefix = 'application/vnd.microsoft.teams.';
export const downloadInfo = `${prefix}file.download.info`;
export const consentCard = `${prefix}card.file.consent`;
export const infoCard = `${prefix}card.file.info`;
export const fileCards = [consentCard, infoCard];

export const typeOf = (name: string) => (name.includes('.') ? (name.split('.').at(-1) ?? '').toLowerCase() : '');

/** Why Teams would not take one of its own file cards; undefined when it does. */
export function fileCardTrouble(attachment: Json, conversation: Conversation): string | undefined {
  const content = isObject(attachment.content) ? attachment.content : {};
  if (conversation.kind !== 'personal') return 'File cards work in personal chats only';
  if (typeof attachment.name !== 'string' || attachment.name === '') return 'A file card needs the name of the file';
  if (attachment.contentType === infoCard)
    return typeof attachment.contentUrl === 'string' && typeof content.uniqueId === 'string' && typeof content.fileType === 'string'
      ? undefined
      : 'A file info card needs contentUrl, uniqueId and fileType';
  return typeof content.sizeInBytes === 'number' && content.acceptContext !== undefined && content.declineContext !== undefined
    ? undefined
    : 'A file consent card needs sizeInBytes, acceptContext and declineContext';
}

export function sharedIn(attachment: Json | undefined): SharedFile | undefined {
  const content = isObject(attachment?.content) ? attachment.content : {};
  const name = String(attachment?.name ?? '');
  if (attachment?.contentType === infoCard) return { kind: 'kept', name, url: String(attachment.contentUrl) };
  if (attachment?.contentType !== consentCard) return undefined;
  const contexts = { accept: content.acceptContext, decline: content.declineContext };
  return { kind: 'offered', name, words: String(content.description ?? ''), bytes: Number(content.sizeInBytes), contexts };
}

const addressOf = (world: World, kind: 'content' | 'upload', id: string) => new URL(`files/${kind}/${id}`, world.serviceUrl).href;

/** The attachment by which the bot hears of a file. Its address carries its own key, as in OneDrive. */
export function sentAttachment(world: World, { id, name }: KeptFile): Json {
  const content = { downloadUrl: `${addressOf(world, 'content', id)}?tempauth=v1`, uniqueId: id, fileType: typeOf(name) };
  return { contentType: downloadInfo, contentUrl: addressOf(world, 'content', id), name, content };
}

/** A place in somebody's OneDrive for a file that they have just allowed. */
export function uploadInfo(world: World, message: Message & { file: SharedFile & { kind: 'offered' } }, owner: Guid): Json {
  const id = world.newId();
  const { name } = message.file;
  world.files.set(id, { id, owner, name });
  return {
    contentUrl: addressOf(world, 'content', id),
    name,
    uploadUrl: addressOf(world, 'upload', id),
    uniqueId: id,
    fileType: typeOf(name),
  };
}

export type FileReply = { status: number; bytes?: Buffer; name?: string } | 'hang';

/** The storage behind it: gives a file out, or takes one whole in one piece, as an upload session does. */
export function answerStorage(world: World, method: string, path: string, bytes: Buffer, range: string): FileReply {
  const [, , kind, id = ''] = path.split('/');
  const fault = takeFault(world.faults, { method, path });
  const file = world.files.get(id);
  const reply = (status: number): FileReply => {
    world.record.push({ n: world.record.length + 1, direction: 'from-bot', method, path, status, body: { bytes: bytes.length, range } });
    return { status };
  };
  if (fault !== undefined) return typeof fault.answer === 'number' ? reply(fault.answer) : 'hang';
  if (file === undefined) return reply(404);
  if (method === 'GET' && kind === 'content') {
    reply(file.bytes === undefined ? 404 : 200);
    return file.bytes === undefined ? { status: 404 } : { status: 200, bytes: file.bytes, name: file.name };
  }
  if (method !== 'PUT' || kind !== 'upload') return reply(405);
  if (file.bytes !== undefined) return reply(409);
  if (range !== `bytes 0-${bytes.length - 1}/${bytes.length}`) return reply(416);
  file.bytes = bytes;
  world.changed();
  return reply(201);
}
