import type { Role } from '#domain/people.ts';
import type { Doubt } from '#domain/training/roll.ts';
import type { RollSource, RollTrouble } from '#domain/training/roll-source.ts';
import { counted } from './counted.ts';
import { box, buttons, type Card, card, close, type Element, facts, heading, line, plain, subheading, submit } from './parts.ts';
import { doubtWords, keptWords, sourceWords, troubleWords } from './people-words.ts';
import { roleNames } from './setup-words.ts';

export type PeopleView = {
  command: string;
  counts: { staff: number; volunteer: number; governor: number };
  source: RollSource;
  /** When it last came whole from its source, in words. */
  updated?: string;
  trouble?: RollTrouble;
  held?: { doubt: Doubt; here: number; leaving: number };
  changes: { joined: number; left: number };
  unreached: number;
  /** Not on the list, and still entered in set-up. */
  stillEntered: { name: string; roles: Role[] }[];
  /** Undefined where Entra is not used: then the administrator installs. */
  install?: {
    running?: { done: number; total: number };
    ended?: { installed: number; failed: number; when: string; trouble?: RollTrouble };
  };
  said?: string;
};

/** Everybody of the school as the app knows them: for whoever runs training. */
export function peopleCard(view: PeopleView): Card {
  const { staff, volunteer, governor } = view.counts;
  const title = 'Who is on the school’s list';
  return card(
    [
      heading(title),
      ...(view.said === undefined ? [] : [box([line(view.said)], 'good')]),
      ...troubleLines(view),
      ...heldLines(view),
      ...stillEnteredLines(view),
      facts([
        ['Staff', String(staff)],
        ['Volunteers', String(volunteer)],
        ['Governors', String(governor)],
        ['In all', String(staff + volunteer + governor)],
      ]),
      line(
        view.updated === undefined
          ? `It comes from ${sourceWords[view.source]}. It is being read for the first time.`
          : `It comes from ${sourceWords[view.source]}. Last brought up to date: ${view.updated}.`,
        { subtle: true },
      ),
      ...(view.source === 'csv' ? [line('To change it, send the app a new list, as a file or pasted in.', { subtle: true })] : []),
      // Below there is room for five, and they may be taken.
      buttons([submit('Bring in a list', 'import.open', { kind: 'people' })]),
      subheading('In the last 30 days'),
      line(lately(view.changes)),
      subheading('Who cannot be reached'),
      line(
        view.unreached === 0
          ? 'Everybody can be written to, as far as the app knows.'
          : `${counted(view.unreached, 'person', 'people')} cannot be written to.`,
      ),
      ...installLines(view),
    ],
    actionsOf(view),
    { speak: `${title}: ${staff + volunteer + governor} people.` },
  );
}

function actionsOf({ command, install, unreached, source, changes }: PeopleView) {
  const canInstall = install !== undefined && install.running === undefined && unreached > 0;
  return [
    ...(source === 'csv' ? [] : [submit('Update now', 'people.update', { command })]),
    ...(changes.joined + changes.left > 0 ? [submit('New and gone', 'people.changes')] : []),
    ...(unreached > 0 ? [submit('Show who cannot be reached', 'people.unreached')] : []),
    ...(canInstall ? [submit('Install for everybody who hasn’t got it', 'people.install', { command })] : []),
    ...(install?.running === undefined ? [] : [submit('Show how far it is', 'people.open')]),
    submit('Back', 'training.open'),
  ];
}

function troubleLines({ trouble }: PeopleView): Element[] {
  if (trouble === undefined) return [];
  const [what, help] = troubleWords[trouble];
  return [box(close([line(what, { bold: true }), line(help), line(keptWords)]), 'warning')];
}

function heldLines({ held, command }: PeopleView): Element[] {
  if (held === undefined) return [];
  const agree = submit(`It is right: ${held.leaving} have left`, 'people.confirm', { command }, { style: 'destructive' });
  const words = [
    line(doubtWords(held), { bold: true }),
    line('Nothing has been changed. If it is not right, the list needs to be mended where it comes from.'),
  ];
  return [box([...close(words), { type: 'ActionSet', actions: [agree] }], 'warning')];
}

/** Alerts must not go by somebody who is not here. */
function stillEnteredLines({ stillEntered }: PeopleView): Element[] {
  if (stillEntered.length === 0) return [];
  const people = stillEntered.map(({ name, roles }) =>
    line(`**${plain(name)}** is not on the list and still holds a role: ${roles.map((role) => roleNames[role]).join(', ')}.`),
  );
  const where = line('An administrator can give it to somebody else: write **set up** to this app and press *Roles*.');
  return [box(close([...people, where]), 'attention')];
}

function installLines({ install, unreached }: PeopleView): Element[] {
  if (install === undefined) {
    const how =
      'Whoever runs your Microsoft 365 installs the app: Teams admin centre, Teams apps, Set-up policies; add Online Safety to the policy of staff and governors.';
    return unreached === 0 ? [] : [line(how, { subtle: true })];
  }
  const { running, ended } = install;
  if (running !== undefined) return [line(`The app is being installed: ${running.done} of about ${running.total} done.`)];
  if (ended === undefined) return [];
  const failed = ended.failed === 0 ? '' : ` For ${ended.failed} it was not possible.`;
  const stopped =
    ended.trouble === undefined ? [] : [line('It stopped before the end.', { bold: true }), line(troubleWords[ended.trouble].join(' '))];
  return close([line(`Last installed for ${ended.installed}: ${ended.when}.${failed}`, { subtle: true }), ...stopped]);
}

function lately({ joined, left }: PeopleView['changes']): string {
  if (joined + left === 0) return 'Nobody is new, and nobody has left.';
  const came = joined === 0 ? 'Nobody is new.' : `${counted(joined, 'person is', 'people are')} new.`;
  return `${came} ${left === 0 ? 'Nobody has left.' : `${counted(left, 'person has', 'people have')} left.`}`;
}
