import { textInput, toggleInput } from './inputs.ts';
import { box, type Element, line, plain } from './parts.ts';

type Inputs = Record<string, string>;
const hidden = (id: string, value: string | undefined): Element[] =>
  value === undefined ? [] : [{ type: 'Input.Text', id, isVisible: false, value }];

/** The message that is being reported. Its words go with the report only while the tick is on; never a picture or file. */
export function messagePart(inputs: Inputs): Element[] {
  const text = inputs['m.text'];
  if (text === undefined && inputs['m.at'] === undefined) return [];
  const author = inputs['m.author-name'];
  return [
    box([
      line(`About a message${author === undefined ? '' : ` from ${plain(author)}`}`, { bold: true }),
      ...(text === undefined ? [] : [textInput('m.text', 'What it says', { value: text, multiline: true, maxLength: 4000 })]),
      toggleInput('m.keep', 'Keep these words with the report. Pictures and files are never kept.', inputs['m.keep'] !== 'false'),
      ...['m.link', 'm.author', 'm.author-name', 'm.at'].flatMap((id) => hidden(id, inputs[id])),
    ]),
  ];
}
