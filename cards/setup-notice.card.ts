import type { PersonId, Role } from '#domain/people.ts';
import type { Assignment } from '#domain/set-up.ts';
import { button, type Card, card, type Element, heading, line, plain } from './parts.ts';
import { holdersInWords, type Names } from './setup-parts.ts';
import { roleNames } from './setup-words.ts';

/** A message about a change of set-up, as things stand now for the person who reads it. */
export type NoticeView = { names: Names } & (
  | { kind: 'agree?'; change: string; role: Role; to: Assignment; before: Assignment; by: PersonId }
  | { kind: 'named?'; change: string; role: Role; by: PersonId }
  | {
      kind: 'settled';
      role: Role;
      now: Assignment;
      how: 'agreed' | 'refused' | 'accepted' | 'declined' | 'replaced' | 'given';
      by: PersonId;
    }
  | { kind: 'cover'; away: { from: string; to: string; by?: PersonId }[]; standsIn: { from: string; to: string; away: PersonId }[] }
);

/** In the 1:1 chat with the app. Buttons carry the change's id only; who may answer is decided again on the server. */
export function setupNoticeCard(view: NoticeView): Card {
  switch (view.kind) {
    case 'agree?':
      return agreeCard(view);
    case 'named?':
      return namedCard(view);
    case 'cover':
      return card([heading('Who is away has changed'), ...coverLines(view)], [], { speak: 'Who is away has changed' });
    default:
      return settledCard(view);
  }
}

type Of<Kind extends NoticeView['kind']> = Extract<NoticeView, { kind: Kind }>;

function agreeCard({ change, role, to, before, by, names }: Of<'agree?'>): Card {
  const inWords = (assignment: Assignment) => holdersInWords(assignment, names).replace('nobody yet', 'nobody');
  return card(
    [
      heading(`Do you agree? ${roleNames[role]}`),
      line(
        `${plain(names(by))} proposes a change of who is told about children’s safety. It needs a second person, and nothing changes until you agree.`,
      ),
      line(`**Now:** ${inWords(before)}`),
      line(`**Proposed:** ${inWords(to)}`),
      line('If you did not expect this, ask them about it in person before you answer.'),
    ],
    [button('I agree', 'setup.confirm-role', { change }, { style: 'positive' }), button('I do not agree', 'setup.refuse-role', { change })],
    { speak: 'A change of role needs your agreement.' },
  );
}

function namedCard({ change, role, by, names }: Of<'named?'>): Card {
  return card(
    [
      heading(`You have been named: ${roleNames[role]}`),
      line(`${plain(names(by))} has named you in Online Safety. This stands already, so that nobody’s report goes astray. Is it right?`),
    ],
    [
      button('Yes, that is right', 'setup.confirm-role', { change }, { style: 'positive' }),
      button('No, not me', 'setup.refuse-role', { change }),
    ],
    { speak: 'You have been named in Online Safety. Is it right?' },
  );
}

function settledCard({ role, now, how, by, names }: Of<'settled'>): Card {
  const who = plain(names(by));
  const words = {
    agreed: `${who} agreed to the change.`,
    refused: `${who} did not agree to the change. Nothing has changed.`,
    accepted: `${who} confirmed it.`,
    declined: `${who} said that they do not hold this role.`,
    replaced: 'This was replaced by a newer change.',
    given: `${who} made this change.`,
  };
  return card([heading(`Role: ${roleNames[role]}`), line(words[how]), line(`**Now:** ${holdersInWords(now, names)}`)], [], {
    speak: `Role: ${roleNames[role]}`,
  });
}

function coverLines({ away, standsIn, names }: Of<'cover'>): Element[] {
  const span = ({ from, to }: { from: string; to: string }) => (from === to ? from : `${from} to ${to}`);
  const lines = [
    ...away.map(
      (entry) =>
        `You are entered as away, ${span(entry)}. ${entry.by === undefined ? 'Nobody stands in for you.' : `${plain(names(entry.by))} stands in for you.`}`,
    ),
    ...standsIn.map((entry) => `You stand in for ${plain(names(entry.away))}, ${span(entry)}: you are told what they would be told.`),
  ];
  return (lines.length === 0 ? ['You are no longer entered as away or as standing in.'] : lines).map((words) => line(words));
}
