import type { Role } from '#domain/people.ts';
import { box, type Card, card, type Element, heading, line, plain, submit } from './parts.ts';
import { roleNames } from './setup-words.ts';

export type TestRow = {
  /** A person's or a place's name. */
  name: string;
  roles: Role[];
  place: boolean;
} & ({ outcome: 'waiting' | 'delivered' } | { outcome: 'failed'; reason: string } | { outcome: 'confirmed'; when: string });

type TestView = {
  /** Undefined when none was ever sent. */
  sent?: { when: string; by: string; rows: TestRow[] };
  command: string;
  canSend: boolean;
  nobody: boolean;
  unproven: string[];
};

/** Proves that alerts arrive: every holder in their own chat, and every chosen place. */
export function setupTestCard(view: TestView): Card {
  const send =
    view.canSend && !view.nobody ? [submit('Send a test alert', 'setup.test-send', { command: view.command }, { style: 'positive' })] : [];
  return card(
    [
      heading('Do alerts arrive?'),
      line(
        'A test message goes to everybody who holds a role and to every chosen place. Each of them presses *I got it*. It says plainly that it is a test.',
      ),
      ...(view.nobody ? [box([line('Nobody holds a role and no place is chosen, so there is nobody to send it to.')], 'warning')] : []),
      ...results(view),
    ],
    [...send, submit('Look again', 'setup.test'), submit('Back', 'setup.open')],
    { speak: 'Test alert: do alerts arrive?' },
  );
}

function results({ sent, unproven }: TestView): Element[] {
  if (sent === undefined) return [line('No test alert has been sent yet.', { bold: true })];
  return [
    line(`Sent ${sent.when} by ${plain(sent.by)}.`, { bold: true }),
    ...sent.rows.map((row) => line(inWords(row), row.outcome === 'failed' ? { colour: 'attention' } : {})),
    ...unproven.map((name) =>
      line(`${plain(name)} is a private channel. It counts only once a test alert has arrived there.`, { colour: 'warning' }),
    ),
  ];
}

function inWords(row: TestRow): string {
  const name = plain(row.name);
  const who = row.roles.length === 0 ? name : `${name} (${row.roles.map((role) => roleNames[role]).join(', ')})`;
  switch (row.outcome) {
    case 'waiting':
      return `${who}: on its way.`;
    case 'delivered':
      return row.place
        ? `${who}: posted. Nobody there has pressed *I got it* yet.`
        : `${who}: delivered, not confirmed yet. Ask them to look in Teams.`;
    case 'confirmed':
      return `${who}: got it, ${row.when}.`;
    default:
      return `${who}: ${failedInWords(row.reason, row.place)}`;
  }
}

const placeFailures: Record<string, string> = {
  'not-installed': 'the app is not in this place any more. Add it there again, or take the place off the list.',
  gone: 'this place no longer exists. Take it off the list.',
  'unknown-member':
    'somebody in this place is not in the school’s list of staff, volunteers and governors, so no alert is posted there. Take them out, or choose another place.',
  'no-role-member':
    'somebody in this place has no role in set-up, so no alert is posted there. Choose a place that only people with a role can read.',
  untested: 'its test alert has not arrived.',
  'roster-unread': 'the app cannot read who is in this place, so it cannot keep an alert from somebody it is about. Choose another place.',
};

const personFailures: Record<string, string> = {
  'not-installed': 'cannot be reached: install the app for them.',
  blocked: 'cannot be reached: they have blocked the app. Ask them to unblock it.',
  gone: 'cannot be reached: their account or chat no longer exists. Name somebody else.',
};

/** What went wrong, and what to do about it. */
function failedInWords(reason: string, place: boolean): string {
  const known = (place ? placeFailures : personFailures)[reason];
  return known ?? 'could not be reached: Teams refused the message. Send the test again; if it fails again, ask your IT support.';
}
