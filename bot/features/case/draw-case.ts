import { type CaseView, caseCard } from '#cards/case.card.ts';
import { listed } from '#cards/names.ts';
import { stepWords } from '#cards/step-words.ts';
import { inDslTeam, mayActAsDsl, type World } from '#domain/decide.ts';
import type { Incident } from '#domain/incident.ts';
import type { PersonId } from '#domain/people.ts';
import { findCategory, type RuleSet, roleLabel } from '#domain/policy.ts';
import { rolesAt } from '#domain/roles.ts';
import type { RoutedStep } from '#domain/routing.ts';
import { clockTime } from '#domain/when.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { type Names, namesOf } from '#features/world.ts';
import { historyOf } from './history.ts';
import type { Visible } from './load-case.ts';
import { peopleRows } from './people-rows.ts';

export type CaseAside = { note?: string; error?: string; problem?: string };

/** The record in a dialog, as far as this person may see it. */
export function drawCase(seen: Visible, request: CardRequest, deps: Deps, aside: CaseAside = {}): Answer {
  return { kind: 'dialog', title: 'Report', card: caseCard(viewOf(seen, request, deps, aside)) };
}

function viewOf({ loaded, sight, world }: Visible, request: CardRequest, deps: Deps, aside: CaseAside): CaseView {
  const { incident } = loaded;
  const me = request.actor.person.id;
  const names = namesFor(incident, me, world, namesOf(deps.directory, request.actor.school));
  const at = (moment: string) => clockTime(moment, world.settings.calendar.zone, world.now);
  const welfareOnly = sight === 'welfare';
  const open = incident.status !== 'closed' && !incident.tellings.some((telling) => telling.taken?.by === me);
  const dslPart = incident.tellings.some((telling) => telling.dslMustAnswer && telling.taken === undefined);
  return {
    key: incident.key,
    command: deps.newId(),
    title: titleOf(incident, world.ruleSet, welfareOnly),
    summary: summaryOf(incident, names, at, welfareOnly),
    answers: incident.report?.answers ?? [],
    people: peopleRows(incident, names, welfareOnly),
    ...(incident.report?.message === undefined ? {} : { message: messageOf(incident.report.message, at) }),
    history: welfareOnly
      ? []
      : historyOf(
          loaded.body.events.map((sealed) => sealed.event),
          names,
          at,
        ),
    owed: welfareOnly ? [] : incident.route.steps.filter(isTodo).map((step) => owedStep(step, world.ruleSet)),
    additions: welfareOnly ? [] : incident.additions.map((entry) => `${names(entry.by)}, ${at(entry.at)}: ${entry.text}`),
    notes: welfareOnly ? [] : incident.notes.map((entry) => `${names(entry.by)}, ${at(entry.at)}: ${entry.text}`),
    welfareOnly,
    canTake: open && incident.tellings.some((telling) => telling.taken === undefined),
    canActAsDsl: open && dslPart && !inDslTeam(world, me) && mayActAsDsl(world, me),
    mine: !welfareOnly && incident.status !== 'closed' && incident.tellings.some((telling) => telling.taken?.by === me),
    note: aside.note ?? '',
    ...(aside.error === undefined ? {} : { error: aside.error }),
    ...(aside.problem === undefined ? {} : { problem: aside.problem }),
  };
}

/** Duties G-40: a reporter who asks for it is named to the owner only. */
function namesFor(incident: Incident, reader: PersonId, world: World, names: Names): Names {
  const owns = rolesAt(world.settings, reader, world.now).includes(incident.route.owner);
  if (incident.report?.keepNamePrivate !== true || owns || reader === incident.reporter) return names;
  return (person) => (person === incident.reporter ? 'A colleague (name kept private)' : names(person));
}

/** Being told is done; what is left is to be answered. */
const isTodo = ({ step }: RoutedStep) => step !== 'to' && step !== 'also' && step !== 'log';

function owedStep({ step, policy, by, cite, need }: RoutedStep, ruleSet: RuleSet): CaseView['owed'][number] {
  const title = policy === undefined ? '' : ` the ${ruleSet.linkedPolicies[policy]?.title ?? policy}`;
  const who = by === undefined ? '' : `: ${roleLabel(ruleSet, by)}`;
  return { words: `${stepWords(step)}${title}${who}`, cite, offered: need === 'offered' };
}

const priorityWords = { urgent: 'Urgent', high: 'High', standard: 'Standard', routine: 'Routine' };

function titleOf(incident: Incident, ruleSet: RuleSet, welfareOnly: boolean): string {
  if (incident.report === undefined) return 'A child in danger now';
  return welfareOnly ? 'A child may need help' : findCategory(ruleSet, incident.report.category).label;
}

function summaryOf(incident: Incident, names: Names, at: (moment: string) => string, welfareOnly: boolean): CaseView['summary'] {
  const { report } = incident;
  // Who leads it would show whom it is about (S-14).
  const taken = welfareOnly
    ? incident.tellings.find((telling) => telling.welfareOnly && telling.taken !== undefined)?.taken
    : incident.taken;
  const behalf = report?.onBehalfOf;
  const onBehalf = behalf === undefined ? '' : `, for ${[behalf.name, behalf.role, behalf.contact].filter(Boolean).join(', ')}`;
  const reporter: CaseView['summary'] = welfareOnly ? [] : [['Reported by', `${names(incident.reporter)}${onBehalf}`]];
  return [
    ...reporter,
    ...(report?.keepNamePrivate === true && !welfareOnly ? [['Asks', 'Keep my name private as far as possible'] as [string, string]] : []),
    ['Sent', at(incident.reportedAt ?? incident.raisedAt)],
    ...(incident.room === undefined ? [] : [['Where', incident.room] as [string, string]]),
    ['Priority', priorityWords[incident.route.priority]],
    ['Dealt with by', taken === undefined ? 'Nobody yet' : `${names(taken.by)} (${at(taken.at)})`],
    ...(report === undefined
      ? [['Details', `Raised by ${listed([names(incident.reporter)])}, details not written yet`] as [string, string]]
      : []),
  ];
}

function messageOf(
  message: NonNullable<NonNullable<Incident['report']>['message']>,
  at: (moment: string) => string,
): NonNullable<CaseView['message']> {
  const when = message.sentAt === undefined || Number.isNaN(Date.parse(message.sentAt)) ? '' : `, ${at(message.sentAt)}`;
  const link = message.link?.startsWith('https://teams.microsoft.com/') ? message.link : undefined;
  return {
    title: `A message from ${message.authorName ?? 'somebody'}${when}`,
    ...(message.text === undefined ? {} : { text: message.text }),
    ...(link === undefined ? {} : { link }),
  };
}
