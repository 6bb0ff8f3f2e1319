import type { Broke } from '#cards/broke.ts';
import { type Contacts, dangerNow, notSent, notSentAfterAlert, uncertain } from '#cards/words.ts';
import { newDraft } from '#domain/draft.ts';
import { findTile } from '#domain/policy.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { contactsOf, namesOf, rememberedWorld } from '#features/world.ts';
import { drawQuestions, drawTiles } from './draw.ts';
import { mostRows } from './fill.ts';
import { parseReportForm, type ReportForm } from './parse-form.ts';
import { contextOf, withInputs } from './step.ts';

/** The screen that a step of the report came from, drawn from what it sent and what is remembered of the settings. */
export function sameScreen(request: CardRequest, deps: Deps, broke: Broke): Answer | undefined {
  const form = parseReportForm(request.data);
  if (form === undefined) return undefined;
  const world = rememberedWorld(deps, request.actor.school);
  const context = contextOf(request, deps, world);
  const draft = withInputs(newDraft(form.key, request.actor.person.id, world.now), form, request.verb, world.ruleSet);
  const tile = form.tile === undefined || request.verb === 'report.tile' ? undefined : findTile(world.ruleSet, form.tile);
  const contacts = contactsOf(world, namesOf(deps.directory, request.actor.school));
  const problem = problemOf(form, request.verb, broke, contacts, tile === undefined ? 'Then do it again.' : undefined);
  const aside = { command: form.command, problem, ...(form.raised ? { raised: 'before' as const } : {}) };
  return tile === undefined
    ? drawTiles(draft, aside, context)
    : drawQuestions({ ...draft, rows: rowsIn(form.inputs) }, tile, aside, context);
}

function problemOf(form: ReportForm, verb: CardRequest['verb'], broke: Broke, contacts: Contacts, then: string | undefined): string[] {
  // S-01: whatever else is said, the first thing is 999.
  const first = verb === 'report.raise' ? dangerNow(contacts).slice(0, 1) : [];
  if (broke === 'uncertain') return [...first, ...uncertain(contacts, then)];
  return [...first, ...(form.raised ? notSentAfterAlert(contacts, then) : notSent(contacts, then))];
}

/** As many rows as were filled in: the saved number cannot be read just now. */
function rowsIn(inputs: Record<string, string>): Record<string, number> {
  const rows: Record<string, number> = {};
  for (const id of Object.keys(inputs)) {
    const [, question, row] = /^q\.([a-z0-9-]+)\.(\d)\.name$/.exec(id) ?? [];
    if (question !== undefined) rows[question] = Math.min(mostRows, Math.max(rows[question] ?? 1, Number(row) + 1));
  }
  return rows;
}
