import { type Card, card, heading, line } from './parts.ts';
import { type ListedView, listPart, ownPart } from './training-figures.part.ts';

type TeamView = { late: ListedView; lateDays: number; own: { topic: string; due: string }[] };

/** Each week, to a line manager: their own people only, names and topics and nothing else. */
export function trainingTeamCard({ late, lateDays, own }: TeamView): Card {
  return card(
    [
      heading('Training in your team'),
      line('Some of your people have not had time for their training yet. A friendly word from you, and time to do it, help most.'),
      ...listPart(`Was due ${lateDays} or more days ago`, late),
      ...ownPart(own),
    ],
    [],
    { speak: 'Training in your team.' },
  );
}
