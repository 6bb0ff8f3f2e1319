import type { SetUpEvent } from '#domain/set-up.ts';
import type { Settings } from '#domain/settings.ts';
import { box, type Card, card, type Element, heading, line, plain, submit } from './parts.ts';
import { holdersInWords, type Names } from './setup-parts.ts';
import { auditEveryWords, roleNames, ruleSetNames } from './setup-words.ts';

type LogView = {
  /** One page, newest first. `when` is in the school's own time. */
  entries: { event: SetUpEvent; when: string }[];
  page: number;
  older: boolean;
  names: Names;
  /** The first entry that no longer follows from the one before: somebody has altered the record. */
  broken?: number;
};

export function setupLogCard({ entries, page, older, names, broken }: LogView): Card {
  const nothing: Element[] = entries.length === 0 ? [line('Nothing has been changed yet.')] : [];
  return card(
    [
      heading('Who changed what, and when?'),
      ...(broken === undefined
        ? []
        : [
            box(
              [
                line(
                  `Entry ${broken} does not follow from the one before. The record may have been altered outside this app. Tell the headteacher.`,
                ),
              ],
              'attention',
            ),
          ]),
      ...nothing,
      ...entries.map(({ event, when }) => line(`**${when}, ${plain(names(event.by))}:** ${changeInWords(event, names)}`)),
    ],
    [
      ...(older ? [submit('Older', 'setup.log', { page: page + 1 })] : []),
      ...(page > 0 ? [submit('Newer', 'setup.log', { page: page - 1 })] : []),
      submit('Back', 'setup.open'),
    ],
    { speak: 'Changes so far' },
  );
}

/** What was changed, in a sentence. */
function changeInWords(event: SetUpEvent, names: Names): string {
  switch (event.type) {
    case 'began':
      return 'made the first change. Until then the settings were those of the school file.';
    case 'rule-set-chosen':
      return `chose the rules “${ruleSetNames[event.ruleSet]}”.`;
    case 'places-chosen':
      return `chose places: ${event.places.map((place) => plain(place.name)).join(', ') || 'none'}.`;
    case 'calendar-set':
      return 'changed the hours or term dates.';
    case 'phones-set':
      return 'changed the telephone numbers.';
    case 'holiday-answered':
      return event.answer === 'none' ? 'chose that nobody is told in the holidays.' : 'chose that somebody is told in the holidays.';
    case 'cover-set':
      return 'changed who is away and who stands in.';
    case 'training-set':
      return `chose ${trainingInWords(event)}.`;
    default:
      return roleChangeInWords(event, names);
  }
}

function trainingInWords({ staffMonths, auditEvery }: Settings['training']): string {
  const staff = staffMonths === undefined ? [] : [`that staff are trained every ${staffMonths} months`];
  const audit = auditEvery === undefined ? [] : [`that the self-audit is ${auditEveryWords[auditEvery]}`];
  return [...staff, ...audit].join(', and ');
}

function roleChangeInWords(event: Extract<SetUpEvent, { change: string }>, names: Names): string {
  const role = roleNames[event.role];
  const to = 'to' in event ? holdersInWords(event.to, names).replace('nobody yet', 'nobody') : '';
  const words = {
    'role-given': `gave the role ${role}: ${to}.`,
    'role-proposed': `proposed for ${role}: ${to}.`,
    'role-agreed': `agreed to the change of ${role}: ${to}.`,
    'role-refused': `did not agree to the change of ${role}.`,
    'role-accepted': `confirmed that they hold ${role}.`,
    'role-declined': `said that they do not hold ${role}.`,
  };
  return words[event.type];
}
