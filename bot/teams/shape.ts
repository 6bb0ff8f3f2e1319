import type { Card } from '#cards/parts.ts';
import { doneText, onlyInAWindow } from '#cards/rim.card.ts';
import { impossible } from '#domain/impossible.ts';
import type { Answer } from '#features/handler.ts';
import type { FileCard } from '#queue/sender.ts';

/** The body of a dialog's invoke: the next card, a sentence, or undefined, which closes the dialog. */
export function dialogBody(answer: Answer): object | undefined {
  switch (answer.kind) {
    case 'dialog':
      return dialog(answer.title, answer.card);
    case 'card':
      return dialog('Online Safety', answer.card);
    case 'message':
      return { task: { type: 'message', value: answer.text } };
    case 'close':
      return undefined;
    default:
      return impossible(answer);
  }
}

/** The body of adaptiveCard/action: a card, for the clicker only, or a sentence that leaves the card alone. */
export function actionBody(answer: Answer): object {
  switch (answer.kind) {
    case 'dialog':
      return toast(onlyInAWindow());
    case 'card':
      return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: answer.card };
    case 'message':
      return toast(answer.text);
    case 'close':
      return toast(doneText);
    default:
      return impossible(answer);
  }
}

/** What to post into the chat; undefined when there is nothing to say. Never text and card together: Teams splits them. */
export function chatActivity(answer: Answer): object | undefined {
  switch (answer.kind) {
    case 'dialog':
      return { type: 'message', textFormat: 'markdown', text: onlyInAWindow() };
    case 'card':
      return { type: 'message', summary: 'Online Safety', attachments: [attachment(answer.card)] };
    case 'message':
      return { type: 'message', textFormat: 'markdown', text: answer.text };
    case 'close':
      return undefined;
    default:
      return impossible(answer);
  }
}

export function attachment(card: Card): { contentType: string; content: Card } {
  return { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
}

/** The card by which Teams asks whether a file may be kept, or shows the one that is. */
export function fileAttachment(file: FileCard): object {
  const { name } = file;
  if (file.kind === 'info') {
    const { contentUrl, uniqueId, fileType } = file;
    return { contentType: `${fileCards}.file.info`, contentUrl, name, content: { uniqueId, fileType } };
  }
  const context = { file: file.file };
  const content = { description: file.words, sizeInBytes: file.bytes, acceptContext: context, declineContext: context };
  return { contentType: `${fileCards}.file.consent`, name, content };
}

const fileCards = 'application/vnd.microsoft.teams.card';

function dialog(title: string, card: Card): object {
  return { task: { type: 'continue', value: { title, width: 'medium', height: 'large', card: attachment(card) } } };
}

function toast(text: string): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
}
