import type { Persona } from './client.ts';
import type { MessageView, PersonState } from './person-view.ts';
import { messagesIn } from './screen.ts';

type Post = <T = PersonState>(path: string, body?: Record<string, unknown>) => Promise<T>;

/** What one person does with files, for the client. */
export function fileActions(post: Post, state: () => Promise<PersonState>): Pick<Persona, 'sendFile' | 'answerFile' | 'download'> {
  const newest = async (kind: 'offered' | 'kept'): Promise<MessageView> => {
    const found = messagesIn(await state()).findLast(({ file }) => file?.kind === kind && file.answered === undefined);
    if (found === undefined) throw new Error(`There is no file ${kind} in this chat`);
    return found;
  };
  return {
    sendFile: (name, content, { text, ...where } = {}) =>
      post('file', {
        name,
        content: Buffer.from(content as Uint8Array).toString('base64'),
        ...(text === undefined ? {} : { text }),
        ...(where.in === undefined ? {} : { conversation: where.in }),
      }),
    answerFile: async (action) => post('file-answer', { message: (await newest('offered')).id, action }),
    download: async () => {
      const response = await fetch((await newest('kept')).file?.url ?? '');
      if (!response.ok) throw new Error(`The file was answered with ${response.status}`);
      return Buffer.from(await response.arrayBuffer());
    },
  };
}
