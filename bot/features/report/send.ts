import { listed } from '#cards/names.ts';
import { refusal } from '#cards/refusal.card.ts';
import { sentCard } from '#cards/report-sent.card.ts';
import { alertsDelayed, headIsSubject, nobodyLeft, notSetUp, sentAsItWas } from '#cards/words.ts';
import { askedOf } from '#domain/asked.ts';
import { decideReport } from '#domain/begin.ts';
import { evolve, fold, type Incident, type IncidentEvent } from '#domain/incident.ts';
import { findTile, type Tile } from '#domain/policy.ts';
import type { Report } from '#domain/report.ts';
import { tick } from '#domain/tick.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { contactsOf, namesOf } from '#features/world.ts';
import { digest } from '#stores/chain.ts';
import { isApplied, type LoadedIncident, loadIncident, saveIncident } from '#stores/incident-record.ts';
import { dialogTitle, drawQuestions } from './draw.ts';
import { type Filled, type FormContext, fill, noTile } from './fill.ts';
import { keepStep, readStep, type Step } from './step.ts';

/** *Send* and *Send now, add more later*: one write with the wake that tells people. Sent twice it is one incident. */
export async function send(request: CardRequest, deps: Deps): Promise<Answer> {
  const step = await readStep(request, deps);
  const tile = step === undefined ? undefined : tileOf(step);
  if (step === undefined || tile === undefined) return { kind: 'message', text: refusal('form-incomplete') };
  const { school } = step.context;
  const loaded = await loadIncident(deps.records, school, step.draft.key);
  const filled = inDanger(
    fill(tile, step.draft.inputs, { ...step.context, danger: loaded !== undefined, about: loaded?.incident.about ?? [] }),
    loaded,
  );
  if (Object.keys(filled.errors).length > 0) return await correct(step, tile, filled, deps);
  return await store(step, filled, loaded, deps);
}

function tileOf({ form, draft, context }: Step): Tile | undefined {
  return findTile(context.world.ruleSet, form.tile ?? draft.tile ?? noTile);
}

/** What the danger alert walled stays walled. */
function inDanger(filled: Filled, loaded: LoadedIncident | undefined): Filled {
  return loaded === undefined ? filled : { ...filled, walled: [...new Set([...loaded.incident.walled, ...filled.walled])] };
}

async function correct(step: Step, tile: Tile, filled: Filled, deps: Deps): Promise<Answer> {
  const draft = { ...step.draft, tile: tile.key };
  await keepStep(step, draft, deps);
  const problem = ['Not sent yet. Please look at the lines beside the fields below, then press *Try again*.'];
  return drawQuestions(draft, tile, { command: step.form.command, problem }, step.context, filled);
}

async function store(step: Step, filled: Filled, loaded: LoadedIncident | undefined, deps: Deps): Promise<Answer> {
  const { world, school, author } = step.context;
  const { key } = step.draft;
  const decision = decideReport(loaded?.incident, { reporter: author.id, ...filled }, world);
  if (decision.kind === 'refused') return { kind: 'message', text: refusal(decision.reason) };
  if (decision.kind === 'unchanged' || isApplied(loaded, step.form.command))
    return receipt(loaded?.incident, true, step.context, filled.report);
  const reported = foldFrom(key, loaded?.incident, decision.events);
  const events = [...decision.events, ...tick(reported, world)];
  const written = await saveIncident(deps.records, { school, key }, loaded, { events, command: step.form.command }, world);
  deps.nudge();
  return receipt(written.saved.incident, written.woken, step.context);
}

function foldFrom(key: string, incident: Incident | undefined, events: IncidentEvent[]): Incident {
  return incident === undefined ? fold(key, events) : events.reduce((state, event) => evolve(key, state, event), incident);
}

/** `again`: what a later press would have sent. The last screen is a receipt too: the reporter may not be reachable in a chat. */
function receipt(incident: Incident | undefined, woken: boolean, context: FormContext, again?: Report): Answer {
  if (incident === undefined) return { kind: 'close' };
  const names = namesOf(context.directory, context.school);
  const contacts = contactsOf(context.world, names, [...incident.walled, incident.reporter]);
  const people = askedOf(incident);
  const aboutHead = incident.report?.subjects.some(({ kind }) => kind === 'headteacher') === true && !incident.report.mine;
  const nobody =
    people.length === 0 &&
    context.world.settings.places.length === 0 &&
    incident.phone === undefined &&
    !incident.shown.includes('held') &&
    incident.route.priority !== 'routine';
  return {
    kind: 'dialog',
    title: dialogTitle,
    card: sentCard({
      key: incident.key,
      told: listed(people.map(names)),
      ...(incident.shown.includes('held') && people.length === 0 ? { held: contacts.opens } : {}),
      routine: incident.route.priority === 'routine',
      lines: [
        ...(nobody ? [incident.walled.length > 0 ? nobodyLeft(contacts) : notSetUp] : []),
        ...(woken ? [] : [alertsDelayed(contacts)]),
        ...(again === undefined || incident.report === undefined || saysTheSame(again, incident.report) ? [] : [sentAsItWas]),
        ...(incident.phone === undefined ? [] : [`Please ring ${incident.phone.name} now${phoneOf(incident, context)}.`]),
        ...(aboutHead ? headIsSubject(contacts, incident.tellings.some(({ welfareOnly }) => welfareOnly) ? contacts.dsl : undefined) : []),
      ],
    }),
  };
}

/** The flags follow from the answers, and from what was sent before. */
function saysTheSame({ flags: _flags, ...one }: Report, { flags: _others, ...other }: Report): boolean {
  return digest(one) === digest(other);
}

function phoneOf(incident: Incident, { world }: FormContext): string {
  const holder = incident.phone === undefined ? undefined : world.settings.outsiders[incident.phone.role];
  return holder === undefined ? '' : ` on ${holder.phone}`;
}
