import { errorKind } from '#bot/log.ts';
import { notSent } from '#cards/words.ts';
import { newDraft } from '#domain/draft.ts';
import { findTile } from '#domain/policy.ts';
import type { Answer, CardHandler, CardRequest, Deps } from '#features/handler.ts';
import { contactsOf, namesOf, rememberedWorld } from '#features/world.ts';
import { VersionConflict } from '#stores/records.ts';
import { UncertainWrite } from '#stores/write-once.ts';
import { drawQuestions, drawTiles } from './draw.ts';
import { parseReportForm } from './parse-form.ts';
import { contextOf, withInputs } from './step.ts';

/**
 * A step of the report whose store is down gives the same screen back, with everything typed and NOT SENT above it.
 * A version conflict goes on to `app.ts`, which runs the step again.
 */
export function keepTyped(handler: CardHandler): CardHandler {
  return async (request, deps) => {
    try {
      return await handler(request, deps);
    } catch (error) {
      if (error instanceof VersionConflict) throw error;
      const screen = sameScreen(request, deps, error instanceof UncertainWrite);
      if (screen === undefined) throw error;
      deps.log.error('store.slow-or-down', { verb: request.verb, error: errorKind(error) });
      return screen;
    }
  };
}

const steps = ['report.send', 'report.send-now', 'report.refresh', 'report.add-row', 'report.tile', 'report.tiles', 'report.raise'];

function sameScreen(request: CardRequest, deps: Deps, uncertain: boolean): Answer | undefined {
  const form = parseReportForm(request.data);
  if (form === undefined || !steps.includes(request.verb)) return undefined;
  const world = rememberedWorld(deps, request.actor.school);
  const context = contextOf(request, deps, world);
  const draft = withInputs(newDraft(form.key, request.actor.person.id, world.now), form, request.verb);
  const lines = notSent(contactsOf(world, namesOf(deps.directory, request.actor.school)));
  // Nobody can say "not sent" of what may be stored; sending again is safe, because it is applied once.
  const problem = uncertain ? ['It is not certain that this was sent.', ...lines.slice(1), 'It cannot be sent twice.'] : lines;
  const aside = { command: form.command, problem };
  const tile = form.tile === undefined ? undefined : findTile(world.ruleSet, form.tile);
  return tile === undefined
    ? drawTiles(draft, aside, context)
    : drawQuestions({ ...draft, rows: rowsIn(form.inputs) }, tile, aside, context);
}

/** As many rows as were filled in: the saved number cannot be read just now. */
export function rowsIn(inputs: Record<string, string>): Record<string, number> {
  const rows: Record<string, number> = {};
  for (const id of Object.keys(inputs)) {
    const [, question, row] = /^q\.([a-z0-9-]+)\.(\d)\.name$/.exec(id) ?? [];
    if (question !== undefined) rows[question] = Math.max(rows[question] ?? 1, Number(row) + 1);
  }
  return rows;
}
