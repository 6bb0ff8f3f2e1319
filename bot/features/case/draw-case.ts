import { type CaseView, caseCard } from '#cards/case.card.ts';
import { listed } from '#cards/names.ts';
import { askedOf, dslIsAsked } from '#domain/asked.ts';
import { inDslTeam, mayActAsDsl, mayWithdraw, type World } from '#domain/decide.ts';
import type { Incident } from '#domain/incident.ts';
import type { PersonId } from '#domain/people.ts';
import { findCategory, type RuleSet, roleLabel } from '#domain/policy.ts';
import { rolesAt } from '#domain/roles.ts';
import type { Sight } from '#domain/visibility.ts';
import { clockTime } from '#domain/when.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { type Names, namesOf } from '#features/world.ts';
import { historyOf } from './history.ts';
import type { Visible } from './load-case.ts';
import { owedRows } from './owed-rows.ts';
import { peopleRows } from './people-rows.ts';

type CaseAside = { note?: string; error?: string; problem?: string };

/** The record in a dialog, as far as this person may see it. */
export function drawCase(seen: Visible, request: CardRequest, deps: Deps, aside: CaseAside = {}): Answer {
  return { kind: 'dialog', title: 'Report', card: caseCard(viewOf(seen, request, deps, aside)) };
}

function viewOf({ loaded, sight, world }: Visible, request: CardRequest, deps: Deps, aside: CaseAside): CaseView {
  const { incident } = loaded;
  const me = request.actor.person.id;
  const names = namesFor(incident, me, world, namesOf(deps.directory, request.actor.school));
  const at = (moment: string) => clockTime(moment, world.settings.calendar.zone, world.now);
  const takenByMe = incident.tellings.some((telling) => telling.taken?.by === me);
  const open = incident.status !== 'closed' && !takenByMe;
  const said = (entry: { by: PersonId; at: string; text: string }) => `${names(entry.by)}, ${at(entry.at)}: ${entry.text}`;
  const whole = sight === 'case';
  return {
    key: incident.key,
    command: deps.newId(),
    title: titleOf(incident, world.ruleSet, sight),
    summary: summaryOf(incident, names, at, sight),
    answers: whole ? (incident.report?.answers ?? []) : [],
    people: sight === 'task' ? [] : peopleRows(incident, names, !whole),
    ...(whole && incident.report?.message !== undefined ? { message: messageOf(incident.report.message, at) } : {}),
    history: whole
      ? historyOf(
          loaded.body.events.map((sealed) => sealed.event),
          names,
          at,
        )
      : [],
    owed: owedRows(incident, sight, world),
    additions: whole ? incident.additions.map(said) : [],
    notes: incident.notes.filter((entry) => whole || entry.by === me).map(said),
    ...limits(incident, sight, names, world),
    canTake: open && incident.tellings.some((telling) => telling.taken === undefined),
    canActAsDsl: open && dslIsAsked(incident) && !inDslTeam(world, me) && mayActAsDsl(world, me),
    mine: incident.status !== 'closed' && takenByMe,
    mayWithdraw: whole && mayWithdraw(incident, me, world),
    note: aside.note ?? '',
    ...(aside.error === undefined ? {} : { error: aside.error }),
    ...(aside.problem === undefined ? {} : { problem: aside.problem }),
  };
}

/** What those who are not shown the record are told of, and whom to ask: never who it is about. */
function limits(incident: Incident, sight: Sight, names: Names, world: World): { limitedTo?: string } {
  if (sight === 'case') return {};
  if (sight === 'task') {
    const owner = incident.taken === undefined ? askedOf(incident).slice(0, 1) : [incident.taken.by];
    const who = incident.route.private || owner.length === 0 ? roleLabel(world.ruleSet, incident.route.owner) : listed(owner.map(names));
    return {
      limitedTo: `This is a task, not the report. Ask ${who} for the device, the time and the site. Never open an address that may be illegal.`,
    };
  }
  // Only where no child is named has the DSL nobody else to ask; otherwise the reporter stays unknown too.
  const unnamed = incident.report?.children.length === 0 && !incident.report.keepNamePrivate;
  const reporter = unnamed ? names(incident.reporter) : undefined;
  const ask = reporter === undefined ? '' : ` Ask ${reporter} where the child is; do not ask whom it is about.`;
  return { limitedTo: `You are told of the child’s welfare only.${ask}` };
}

/** Duties G-40: a reporter who asks for it is named to the owner only. */
function namesFor(incident: Incident, reader: PersonId, world: World, names: Names): Names {
  const owns = rolesAt(world.settings, reader, world.now).includes(incident.route.owner);
  if (incident.report?.keepNamePrivate !== true || owns || reader === incident.reporter) return names;
  return (person) => (person === incident.reporter ? 'A colleague (name kept private)' : names(person));
}

const priorityWords = { urgent: 'Urgent', high: 'High', standard: 'Standard', routine: 'Routine' };

function titleOf(incident: Incident, ruleSet: RuleSet, sight: Sight): string {
  if (sight === 'task') return 'A task';
  if (incident.report === undefined) return 'A child in danger now';
  return sight === 'welfare' ? 'A child may need help' : findCategory(ruleSet, incident.report.category).label;
}

function summaryOf(incident: Incident, names: Names, at: (moment: string) => string, sight: Sight): CaseView['summary'] {
  const { report } = incident;
  const welfareOnly = sight === 'welfare';
  if (sight === 'task')
    return [
      ['Sent', at(incident.reportedAt ?? incident.raisedAt)],
      ['Priority', priorityWords[incident.route.priority]],
    ];
  // Who leads it would show whom it is about (S-14).
  const taken = welfareOnly
    ? incident.tellings.find((telling) => telling.welfareOnly && telling.taken !== undefined)?.taken
    : incident.taken;
  const behalf = report?.onBehalfOf;
  const onBehalf =
    behalf === undefined
      ? ''
      : `, for ${[behalf.name, behalf.role, behalf.contact, behalf.toldAt && `told ${behalf.toldAt}`].filter(Boolean).join(', ')}`;
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
