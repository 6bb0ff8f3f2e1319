import type { Need } from '#domain/completeness.ts';
import type { Role } from '#domain/people.ts';
import { assignmentOf } from '#domain/set-up.ts';
import type { Phones } from '#domain/settings.ts';
import type { AuditEvery } from '#domain/training/policy.ts';
import { box, buttons, type Card, card, close, type Element, line, plain, row, submit } from './parts.ts';
import { holdersInWords } from './setup-parts.ts';
import { unprovenWords } from './setup-places.card.ts';
import { pendingInWords, type RolesView } from './setup-roles.card.ts';
import { auditEveryWords, needWords, notSetUp, roleNames, ruleSetNames, tenantWarning } from './setup-words.ts';
import type { Verb } from './verbs.ts';

export type OverviewView = RolesView & {
  missing: Need[];
  /** A report sent now would reach nobody. */
  nobody: boolean;
  /** Holders of a role whom our last message did not reach, and why. */
  unreached: { name: string; failed: string }[];
  unproven: string[];
  /** The latest test alert in words, or that there was none. */
  test: string;
  /** Entries of absence that are not over. */
  absences: number;
  /** How often, where the school's rules leave it open. */
  training: { staff?: { months: number; answered: boolean }; audit?: AuditEvery };
};

/** Where set-up begins: what is done, what is missing, and the way to each screen. */
export function setupOverviewCard(view: OverviewView): Card {
  return card(
    [
      ...(view.said === undefined ? [] : [box([line(view.said)], 'good')]),
      status(view),
      ...view.unreached.map((person) => line(cannotBeReached(person), { colour: 'attention', bold: true })),
      ...rows(view).flatMap((row) => drawRow(row, view)),
      ...view.pending.map((entry) => line(`${roleNames[entry.role]}: ${pendingInWords(entry, view)}`, { colour: 'warning' })),
      line(tenantWarning, { subtle: true }),
    ],
    [submit('Changes so far', 'setup.log')],
    { speak: view.missing.length === 0 ? 'Set-up is complete.' : 'Set-up is not complete.' },
  );
}

function status({ missing, nobody }: OverviewView): Element {
  if (missing.length === 0) return box([line('Set-up is complete.', { bold: true })], 'good');
  const words = nobody ? notSetUp : 'Set-up is not complete. Reports can be sent already, and whoever is set is told.';
  const list = missing.map((need) => `- ${needWords[need]}`).join('\n');
  return box([line(words, { bold: true }), line(`Still to do:\n${list}`)], nobody ? 'attention' : 'warning');
}

function cannotBeReached({ name, failed }: OverviewView['unreached'][number]): string {
  const advice = failed === 'blocked' ? 'they have blocked the app. Ask them to allow it again.' : 'install the app for them.';
  return `${plain(name)} cannot be reached: ${advice}`;
}

type Row = { words: string[]; verb: Verb; needs: Need[]; change?: string };

function rows(view: OverviewView): Row[] {
  const { settings } = view;
  const { calendar } = settings;
  const who = (role: Role, short: string) => `${short}: ${holdersInWords(assignmentOf(settings, role), view.names)}.`;
  return [
    {
      words: [`Rules: ${settings.ruleSet === undefined ? 'not chosen yet' : ruleSetNames[settings.ruleSet]}.`],
      verb: 'setup.rule-set',
      needs: ['rule-set'],
    },
    {
      words: [who('headteacher', 'Headteacher'), who('dsl', 'DSL'), who('deputy-dsl', 'Deputy'), who('chair', 'Chair of governors')],
      verb: 'setup.roles',
      needs: ['headteacher', 'dsl', 'deputy-dsl', 'somewhere-to-tell'],
      change: 'Roles',
    },
    { words: [placesInWords(view), ...view.unproven.map(unprovenWords)], verb: 'setup.places', needs: [] },
    { words: [`Hours: ${calendar.opens} to ${calendar.closes}. Home time: ${calendar.homeTime}.`], verb: 'setup.hours', needs: [] },
    {
      words: [`Terms: ${calendar.terms.length === 0 ? 'none entered yet' : calendar.terms.map((term) => plain(term.name)).join(', ')}.`],
      verb: 'setup.terms',
      needs: ['terms'],
    },
    { words: [holidaysInWords(view)], verb: 'setup.holiday', needs: ['holiday-contact'] },
    { words: [phonesInWords(settings.phones)], verb: 'setup.phones', needs: ['office', 'social-care-day', 'social-care-night', 'lado'] },
    { words: [view.absences === 0 ? 'Absences: none entered.' : `Absences: ${view.absences} entered.`], verb: 'setup.cover', needs: [] },
    ...trainingRow(view),
    { words: [view.test], verb: 'setup.test', needs: [], change: 'Test alert' },
  ];
}

function trainingRow({ training }: OverviewView): Row[] {
  const { staff, audit } = training;
  const until = staff?.answered === false ? ', until somebody says how your policy is meant' : '';
  const words = [
    ...(staff === undefined ? [] : [`Staff training: every ${staff.months} months${until}.`]),
    ...(audit === undefined ? [] : [`Self-audit: ${auditEveryWords[audit]}.`]),
  ];
  return words.length === 0 ? [] : [{ words, verb: 'setup.training', needs: [] }];
}

/** The mark is a word, not a colour or a tick alone: it is read aloud too. */
function drawRow({ words, verb, needs, change = 'Change' }: Row, { missing, canChange }: OverviewView): Element[] {
  const mark = needs.some((need) => missing.includes(need)) ? '**To do.** ' : needs.length > 0 ? '**Done.** ' : '';
  const lines = words.map((text, i) => line(i === 0 ? mark + text : text));
  if (!canChange && verb !== 'setup.roles' && verb !== 'setup.test') return lines;
  const title = canChange ? change : 'Open';
  const button = submit(title, verb, {}, { tooltip: `${title}: ${words[0]?.split(':')[0] ?? ''}` });
  return [row(close(lines), buttons([button]))];
}

function placesInWords({ settings }: OverviewView): string {
  if (settings.places.length === 0) return 'Places: none chosen. Everybody is told in their own chat.';
  const named = settings.places.map((place) => `${plain(place.name)} (${place.use === 'dsl' ? 'DSL' : 'headteacher'})`);
  return `Places: ${named.join(', ')}.`;
}

function holidaysInWords({ settings, names }: OverviewView): string {
  if (settings.holidayContact === undefined) return 'Holidays: not answered yet.';
  if (settings.holidayContact === 'none') return 'Holidays: nobody is told; the telephone numbers are shown.';
  return `Holidays: ${holdersInWords(assignmentOf(settings, 'holiday-contact'), names)}.`;
}

function phonesInWords(phones: Phones): string {
  const given = Object.values(phones).filter((number) => number !== '').length;
  return given === 0 ? 'Telephone numbers: none given yet.' : `Telephone numbers: ${given} of 6 given.`;
}
