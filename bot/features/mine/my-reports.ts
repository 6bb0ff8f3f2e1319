import { type MyReport, myReportsCard, ownReportCard } from '#cards/my-reports.card.ts';
import { refusal } from '#cards/refusal.card.ts';
import type { World } from '#domain/decide.ts';
import { fold } from '#domain/incident.ts';
import type { Actor } from '#domain/people.ts';
import { clockTime } from '#domain/when.ts';
import { visibleIncident } from '#features/case/load-case.ts';
import { logReading } from '#features/case/log-reading.ts';
import type { Answer, CardRequest, Conversation, Deps } from '#features/handler.ts';
import { afterIn } from '#features/read-data.ts';
import { namesOf, worldOf } from '#features/world.ts';
import { listDrafts } from '#stores/draft-record.ts';
import type { IncidentBody } from '#stores/incident-record.ts';
import type { Stored } from '#stores/records.ts';
import { stateFor } from './state.ts';

const pageSize = 8;

/** `my reports`: newest first, a page at a time, with what is begun and not sent. */
export async function myReports(actor: Actor, { kind }: Conversation, after: string | undefined, deps: Deps): Promise<Answer> {
  // Why: S-14. In a channel everybody would read it, whoever it is about among them.
  if (kind !== 'personal') return { kind: 'message', text: 'Your reports are shown in our own chat only. Write *my reports* there.' };
  const { school, person } = actor;
  const world = await worldOf(deps, school);
  const query = {
    kind: 'incident',
    equals: { person: person.id },
    order: 'newest',
    limit: pageSize,
    ...(after === undefined ? {} : { after }),
  } as const;
  const [page, drafts] = await Promise.all([
    deps.records.list<IncidentBody>(school, query),
    after === undefined ? listDrafts(deps.records, school, person.id) : [],
  ]);
  const sent = new Set(page.items.map((stored) => stored.id));
  const unsent = drafts
    .filter(({ key }) => !sent.has(`incident.${key}`))
    .map(({ key, startedAt }) => ({ draft: key, startedAt: clockTime(startedAt, world.settings.calendar.zone, world.now) }));
  const reports = page.items.map((stored) => rowOf(stored, actor, world, deps));
  return { kind: 'card', card: myReportsCard({ reports, unsent, ...(page.next === undefined ? {} : { next: page.next }) }) };
}

export async function listMine(request: CardRequest, deps: Deps): Promise<Answer> {
  return myReports(request.actor, request.conversation, afterIn(request.data), deps);
}

function rowOf(stored: Stored<IncidentBody>, actor: Actor, world: World, deps: Deps): MyReport {
  const key = stored.id.slice('incident.'.length);
  const incident = fold(
    key,
    stored.body.events.map((sealed) => sealed.event),
  );
  const frozen = incident.walled.includes(actor.person.id);
  const names = namesOf(deps.directory, actor.school);
  return {
    key,
    sentAt: clockTime(incident.reportedAt ?? incident.raisedAt, world.settings.calendar.zone, world.now),
    state: stateFor(incident, names, world, frozen),
    mayAdd: !frozen && incident.status !== 'closed',
  };
}

/** What the reporter wrote, for the reporter alone; also when they hold a role, this shows no more than that. */
export async function openMine(request: CardRequest, deps: Deps): Promise<Answer> {
  const seen = await visibleIncident(request, deps);
  if (seen === undefined || seen.loaded.incident.reporter !== request.actor.person.id)
    return { kind: 'message', text: refusal('nothing-here') };
  const { loaded, world, sight } = seen;
  const { incident } = loaded;
  await logReading(incident.key, 'own-report', request, deps);
  const names = namesOf(deps.directory, request.actor.school);
  const at = (moment: string) => clockTime(moment, world.settings.calendar.zone, world.now);
  const frozen = sight === 'own-frozen';
  const card = ownReportCard({
    key: incident.key,
    sentAt: at(incident.reportedAt ?? incident.raisedAt),
    state: stateFor(incident, names, world, frozen),
    answers: incident.report?.answers ?? [],
    people: (incident.report?.children ?? []).map(({ name, year }) => (year === undefined ? name : `${name}, ${year}`)),
    added: frozen
      ? []
      : incident.additions.filter(({ by }) => by === incident.reporter).map((entry) => `You added (${at(entry.at)}): ${entry.text}`),
  });
  return { kind: 'dialog', title: 'My report', card };
}
