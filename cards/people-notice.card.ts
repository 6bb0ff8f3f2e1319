import { type Card, card, heading, line, opener } from './parts.ts';
import { doubtWords, keptWords, type TroubleKey, troubleWords } from './people-words.ts';

export type PeopleNoticeView =
  | { what: 'trouble'; reason: TroubleKey }
  | { what: 'doubt'; doubt: 'nobody' | 'many-leavers'; here: number; leaving: number };

/** In the chat of whoever runs training: the list of people could not be brought up to date. Said once, not each night. */
export function peopleNoticeCard(view: PeopleNoticeView): Card {
  const open = [opener('Open the list of people', 'people.open')];
  if (view.what === 'trouble') {
    const [what, help] = troubleWords[view.reason];
    const title = 'The list of people is not up to date';
    return card([heading(title), line(what), line(help), line(keptWords, { subtle: true })], open, { speak: title });
  }
  const title = 'Have so many people really left?';
  return card(
    [
      heading(title),
      line(doubtWords(view)),
      line(
        'Nothing has been changed. If it is right, say so in the list of people; if not, the list needs to be mended where it comes from.',
      ),
    ],
    open,
    { speak: title },
  );
}
