import { type Role, roles } from '#domain/people.ts';
import type { Pending } from '#domain/set-up.ts';
import { assignmentOf } from '#domain/set-up.ts';
import type { Settings } from '#domain/settings.ts';
import { box, buttons, type Card, card, type Element, heading, line, plain, row, submit } from './parts.ts';
import { holdersInWords, type Names } from './setup-parts.ts';
import { roleNames } from './setup-words.ts';

export type RolesView = {
  settings: Settings;
  pending: Pending[];
  canChange: boolean;
  names: Names;
  /** Who is asked to agree to each proposed change; empty when nobody can yet. */
  confirmers: (entry: Pending) => string[];
  said?: string;
};

/** Every role and who holds it. A change of one that is held waits for a second person (S-21). */
export function setupRolesCard(view: RolesView): Card {
  const rows = roles.flatMap((role) => roleRow(view, role));
  return card(
    [
      heading('Who holds which role?'),
      ...(view.said === undefined ? [] : [box([line(view.said)], 'good')]),
      line(
        'A role that nobody holds is given at once, and the person named is asked to confirm. Any later change waits for a second person.',
        { subtle: true },
      ),
      ...rows,
    ],
    [submit('Back', 'setup.open')],
    { speak: 'Who holds which role?' },
  );
}

function roleRow(view: RolesView, role: Role): Element[] {
  const words = line(`**${roleNames[role]}:** ${holdersInWords(assignmentOf(view.settings, role), view.names)}`);
  const waiting = view.pending
    .filter((entry) => entry.role === role)
    .map((entry) => line(pendingInWords(entry, view), { colour: 'warning' }));
  if (!view.canChange) return [words, ...waiting];
  return [row([words, ...waiting], buttons([submit('Change', 'setup.role', { role }, { tooltip: `Change: ${roleNames[role]}` })]))];
}

/** "Waiting for Mrs Lowe to agree: Mr Cole." */
export function pendingInWords(entry: Pending, view: Pick<RolesView, 'names' | 'confirmers' | 'settings'>): string {
  if (entry.kind === 'named') return `${plain(view.names(entry.person))} has not confirmed yet.`;
  const proposed = `${holdersInWords(entry.to, view.names).replace('nobody yet', 'nobody')} (proposed by ${plain(view.names(entry.by))})`;
  const seconds = view.confirmers(entry);
  if (seconds.length > 0) return `Waiting for ${seconds.map(plain).join(' or ')} to agree: ${proposed}.`;
  const headIsNamed = (view.settings.holders.headteacher ?? []).length > 0;
  const missing = entry.role === 'headteacher' || headIsNamed ? 'chair of governors' : 'headteacher';
  return `Waiting for a second person to agree: ${proposed}. Nobody can yet: name a ${missing} with an account, other than whoever proposed it.`;
}
