import { envelope, invokeActivity } from './activities.ts';
import { applyMessageAnswer } from './answers.ts';
import { readCommands } from './commands.ts';
import { sentAttachment, uploadInfo } from './files.ts';
import { CannotDo } from './people-do.ts';
import { bring, type Hands } from './press.ts';
import { type Account, type Conversation, type Message, newMessage } from './world.ts';

/** Puts a file into the chat with the app: Teams keeps it in their OneDrive and tells the bot where. */
export async function sendFile(
  hands: Hands,
  account: Account,
  conversation: Conversation,
  { name, content, text }: { name: string; content: string; text: string },
): Promise<void> {
  const { world } = hands;
  if (conversation.kind !== 'personal') throw new CannotDo('Apps are given files in the chat with them only');
  if (account.app !== 'installed') throw new CannotDo('The app is not installed for this person');
  if (!(await readCommands()).files) throw new CannotDo('The manifest does not say that the app takes files');
  const file = { id: world.newId(), owner: account.id, name, bytes: Buffer.from(content, 'base64') };
  world.files.set(file.id, file);
  const message: Message = {
    ...newMessage(world, conversation, account.id, undefined),
    ...(text === '' ? {} : { text }),
    file: { kind: 'sent', name, id: file.id },
    readBy: new Set([account.id]),
  };
  conversation.messages.push(message);
  const own = { contentType: 'text/html', content: `<div>${text}</div>` };
  const attachments = [sentAttachment(world, file), ...(text === '' ? [] : [own])];
  const activity = { ...envelope(world, account, conversation), type: 'message', id: message.id, textFormat: 'plain', text, attachments };
  applyMessageAnswer(world, account.id, await bring(hands, account, activity));
}

/** *Allow* or *Decline*, once: allowing makes a place in their OneDrive, and the bot is told where. */
export async function answerFile(
  hands: Hands,
  account: Account,
  conversation: Conversation,
  message: Message,
  action: 'accept' | 'decline',
): Promise<void> {
  const { world } = hands;
  const { file } = message;
  if (file?.kind !== 'offered' || message.deleted) throw new CannotDo('No file is offered in this message');
  if (file.answered !== undefined) throw new CannotDo('This file has been answered already');
  file.answered = action;
  message.revision += 1;
  const upload = action === 'accept' ? { uploadInfo: uploadInfo(world, { ...message, file }, account.id) } : {};
  const value = { type: 'fileUpload', action, context: file.contexts[action], ...upload };
  const activity = invokeActivity(world, account, 'fileConsent/invoke', value, { conversation, replyTo: message.id });
  applyMessageAnswer(world, account.id, await bring(hands, account, activity));
}
