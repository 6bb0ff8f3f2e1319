import type { World } from '#domain/decide.ts';
import { type Draft, newDraft } from '#domain/draft.ts';
import type { RuleSet } from '#domain/policy.ts';
import type { CardRequest, Deps } from '#features/handler.ts';
import { worldOf } from '#features/world.ts';
import { type LoadedDraft, loadAnyDraft, saveDraft } from '#stores/draft-record.ts';
import type { FormContext } from './fill.ts';
import { parseReportForm, type ReportForm } from './parse-form.ts';

/** One step of the dialog: what came, the draft it belongs to, and all it takes to read it. */
export type Step = { form: ReportForm; draft: Draft; loaded: LoadedDraft | undefined; context: FormContext };

/** Undefined when the card was not one of ours, or its key belongs to somebody else: the two are answered alike (S-24). */
export async function readStep(request: CardRequest, deps: Deps): Promise<Step | undefined> {
  const form = parseReportForm(request.data);
  if (form === undefined) return undefined;
  const { school, person } = request.actor;
  const [world, loaded] = await Promise.all([worldOf(deps, school), loadAnyDraft(deps.records, school, form.key)]);
  if (loaded !== undefined && loaded.draft.author !== person.id) return undefined;
  const draft = withInputs(loaded?.draft ?? newDraft(form.key, person.id, world.now), form, request.verb, world.ruleSet);
  return { form, draft, loaded, context: contextOf(request, deps, world) };
}

export function contextOf(request: CardRequest, deps: Deps, world: World): FormContext {
  const { school, person } = request.actor;
  return { world, directory: deps.directory, school, tenantId: person.id.split(':')[0] ?? '', author: person };
}

/** The question screen shows every field of its tile, so one that it leaves out was emptied; other tiles' answers are kept. */
export function withInputs(draft: Draft, form: ReportForm, verb: CardRequest['verb'], { tiles }: RuleSet): Draft {
  const tile = verb === 'report.tile' ? undefined : tiles.find(({ key }) => key === form.tile);
  const isShown = (id: string) => tile !== undefined && (/^x\.(?!room$)/.test(id) || tile.questions.some(({ key }) => isOf(key, id)));
  const kept = Object.entries(draft.inputs).filter(([id]) => !isShown(id));
  return { ...draft, inputs: { ...Object.fromEntries(kept), ...form.inputs } };
}

const isOf = (question: string, id: string) => id === `q.${question}` || id.startsWith(`q.${question}.`);

export async function keepStep(step: Step, draft: Draft, deps: Deps): Promise<void> {
  const { loaded, context } = step;
  await saveDraft(
    deps.records,
    context.school,
    {
      draft: { ...draft, inputs: withoutUnkept(draft.inputs), notAboutAdult: notAboutAdult(draft, context) },
      postings: loaded?.postings ?? [],
      ...(loaded === undefined ? {} : { etag: loaded.etag }),
    },
    context.world,
  );
}

/** Design, section 3: the words of a reported message are stored only once the reporter leaves the tick on. */
function withoutUnkept(inputs: Draft['inputs']): Draft['inputs'] {
  const { 'm.text': text, ...rest } = inputs;
  return text !== undefined && inputs['m.keep'] === 'true' ? inputs : rest;
}

/** S-04: unknown counts as about an adult. */
function notAboutAdult(draft: Draft, context: FormContext): boolean {
  const tile = context.world.ruleSet.tiles.find(({ key }) => key === draft.tile);
  if (tile === undefined || tile.private === true || tile.questions.some(({ kind }) => kind === 'adult')) return false;
  if (isMessageOfAdult(draft, context)) return false;
  return !Object.entries(draft.inputs).some(([id, value]) => /^x\.adult\.(people|name|me)$/.test(id) && value !== '' && value !== 'false');
}

/** S-14: the author of a reported message may be involved; one who is not known to be a pupil may be an adult of the school. */
function isMessageOfAdult({ inputs }: Draft, { directory, school, tenantId }: FormContext): boolean {
  if (inputs['m.at'] === undefined && inputs['m.text'] === undefined) return false;
  const author = inputs['m.author'];
  return author?.startsWith(`${tenantId}:`) !== true || directory.person(school, author) !== undefined;
}
