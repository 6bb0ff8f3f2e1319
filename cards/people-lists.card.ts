import { type Card, card, close, heading, line, plain, subheading, submit } from './parts.ts';
import { unreachedInWords } from './people-words.ts';

type Paged = { page: number; more: boolean };

const pages = (verb: 'people.changes' | 'people.unreached', { page, more }: Paged) => [
  ...(page > 0 ? [submit('Previous page', verb, { page: page - 1 })] : []),
  ...(more ? [submit('Next page', verb, { page: page + 1 })] : []),
  submit('Back to people', 'people.open'),
];

/** Who is new and who has left, newest first. */
export function peopleChangesCard(view: Paged & { rows: { name: string; kind: string; on: string; what: 'joined' | 'left' }[] }): Card {
  const words = { joined: 'new since', left: 'left on' };
  const title = 'New and gone in the last 30 days';
  const rows = view.rows.map(({ name, kind, on, what }) => line(`**${plain(name)}**, ${kind}: ${words[what]} ${on}`));
  return card([heading(title), ...(rows.length === 0 ? [line('Nobody.')] : close(rows))], pages('people.changes', view), { speak: title });
}

/** Who cannot be written to, and why. */
export function peopleUnreachedCard(view: Paged & { total: number; rows: { name: string; reason: string }[] }): Card {
  const title = 'Who cannot be reached';
  const rows = view.rows.map(({ name, reason }) => line(`**${plain(name)}**: ${unreachedInWords(reason)}.`));
  return card(
    [
      heading(title),
      ...(rows.length === 0
        ? [line('Everybody can be written to, as far as the app knows.')]
        : [subheading(`${view.total} in all`), ...close(rows)]),
    ],
    pages('people.unreached', view),
    { speak: title },
  );
}
