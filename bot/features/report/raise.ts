import { errorKind } from '#bot/log.ts';
import { refusal } from '#cards/refusal.card.ts';
import { decideRaise } from '#domain/begin.ts';
import { evolve, type Incident, type IncidentEvent } from '#domain/incident.ts';
import type { PersonId } from '#domain/people.ts';
import { findTile } from '#domain/policy.ts';
import type { Report, Subject } from '#domain/report.ts';
import { holdersOf } from '#domain/roles.ts';
import { route } from '#domain/routing.ts';
import type { Settings } from '#domain/settings.ts';
import { subjectKindOf } from '#domain/subject-kind.ts';
import { tick } from '#domain/tick.ts';
import { shortened } from '#domain/typed-text.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { isApplied, loadIncident, saveIncident } from '#stores/incident-record.ts';
import { drawQuestions, drawTiles } from './draw.ts';
import { type FormContext, fill, noTile } from './fill.ts';
import type { ReportForm } from './parse-form.ts';
import { keepStep, readStep, type Step } from './step.ts';

type About = NonNullable<ReportForm['about']>;
type Raising = Parameters<typeof decideRaise>[1];

/** "In danger now" (S-01): the incident exists, and people are told, before anything else is asked. Never to a person named. */
export async function raise(request: CardRequest, deps: Deps): Promise<Answer> {
  const step = await readStep(request, deps);
  if (step === undefined || step.form.about === undefined) return { kind: 'message', text: refusal('form-incomplete') };
  const { world, school, author } = step.context;
  const loaded = await loadIncident(deps.records, school, step.draft.key);
  const command = `${step.form.command}-danger`;
  const room = shortened((step.draft.inputs['x.room'] ?? '').trim(), 80);
  const raising = {
    reporter: author.id,
    ...dangerOf(step, step.form.about, loaded?.incident.report),
    ...(room === '' ? {} : { room }),
  };
  const decision = decideRaise(loaded?.incident, raising, world);
  if (decision.kind === 'refused') return { kind: 'message', text: refusal(decision.reason) };
  const begun = decision.kind === 'accepted' && !isApplied(loaded, command) ? decision.events : [];
  const after = foldFrom(step.draft.key, loaded?.incident, begun);
  const events = begun.length === 0 || after === undefined ? [] : [...begun, ...tick(after, world)];
  let delayed = false;
  if (events.length > 0) {
    const written = await saveIncident(deps.records, { school, key: step.draft.key }, loaded, { events, command }, world);
    delayed = !written.woken;
    deps.nudge();
  }
  const raised = foldFrom(step.draft.key, loaded?.incident, events);
  if (raised === undefined) return { kind: 'message', text: refusal('form-incomplete') };
  return await drawAfter(step, { raised, delayed }, deps);
}

function foldFrom(key: string, before: Incident | undefined, events: IncidentEvent[]): Incident | undefined {
  return events.reduce<Incident | undefined>((state, event) => evolve(key, state, event), before);
}

/** What was typed before the alert is kept. Nothing that goes wrong with it may look as if the alert had not gone out. */
async function drawAfter(step: Step, alert: { raised: Incident; delayed: boolean }, deps: Deps): Promise<Answer> {
  const tile = findTile(step.context.world.ruleSet, step.form.tile ?? step.draft.tile ?? '');
  const draft = tile === undefined ? step.draft : { ...step.draft, tile: tile.key };
  const aside = { command: step.form.command, ...alert };
  if (tile === undefined) return drawTiles(draft, aside, step.context);
  await keepStep(step, draft, deps).catch((error: unknown) =>
    deps.log.warn('store.slow-or-down', { verb: 'report.raise', error: errorKind(error) }),
  );
  return drawQuestions(draft, tile, aside, step.context);
}

/** Whoever the form names so far is left out too, with the author of a message that is reported (S-01, S-14). */
function dangerOf({ form, draft, context }: Step, chosen: About, sent: Report | undefined): Pick<Raising, 'about' | 'walled' | 'route'> {
  const { ruleSet, settings } = context.world;
  const about = aboutOf(chosen, context);
  const tile = findTile(ruleSet, form.tile ?? draft.tile ?? noTile);
  const filled = tile === undefined ? undefined : fill(tile, draft.inputs, { ...context, danger: true });
  const named = (sent ?? filled?.report)?.subjects ?? [];
  const facts = {
    category: sent?.category ?? 'child-protection-complaint',
    flags: { ...sent?.flags, immediateDanger: 'yes' as const },
    subjects: [...new Set([...about, ...named].map(({ kind }) => kind))],
    affected: ['pupil' as const],
  };
  // Self-reporters keep sight of the alert: what walls them is the report that they have yet to send.
  const others = filled?.walled.filter((person) => person !== context.author.id) ?? [];
  return { about, walled: [...new Set([...walledBy(chosen, settings), ...others])], route: route(ruleSet, facts) };
}

/** One person may hold both posts: then the chair's route applies (duties G-29). */
function aboutOf(about: About, { world, directory, school }: FormContext): Subject[] {
  if (about === 'nobody') return [];
  const people = walledBy(about, world.settings).map((id) => directory.person(school, id));
  const known = people.filter((person) => person !== undefined);
  return [{ kind: about }, ...known.map((person) => ({ kind: subjectKindOf(person, world.settings), person: person.id }))];
}

function walledBy(about: About, settings: Settings): PersonId[] {
  return about === 'nobody' ? [] : holdersOf(settings, about);
}
