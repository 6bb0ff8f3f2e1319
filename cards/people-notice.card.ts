import type { Doubt } from '#domain/training/roll.ts';
import type { RollSource, RollTrouble } from '#domain/training/roll-source.ts';
import { type Card, card, heading, line, opener } from './parts.ts';
import { doubtWords, firstDayWords, keptWords, newPlaceWords, sourceWords, troubleWords } from './people-words.ts';

type PeopleNoticeView =
  | { what: 'trouble'; reason: RollTrouble }
  | { what: 'doubt'; doubt: Doubt; here: number; leaving: number }
  | { what: 'new-place'; source: RollSource; here: number };

/** In the chat of whoever runs training: the list of people could not be brought up to date, or comes from a new place. Said once, not each night. */
export function peopleNoticeCard(view: PeopleNoticeView): Card {
  const open = [opener('Open the list of people', 'people.open')];
  if (view.what === 'trouble') {
    const [what, help] = troubleWords[view.reason];
    const title = 'The list of people is not up to date';
    return card([heading(title), line(what), line(help), line(keptWords, { subtle: true })], open, { speak: title });
  }
  if (view.what === 'new-place') {
    const title = `The list of people now comes from ${sourceWords[view.source]}`;
    return card([heading(title), line(newPlaceWords(view.here)), line(firstDayWords[view.source])], open, { speak: title });
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
