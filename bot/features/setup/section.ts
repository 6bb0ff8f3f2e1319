import type { Card } from '#cards/parts.ts';
import type { SectionView } from '#cards/setup-parts.ts';
import { refusalWords } from '#cards/setup-words.ts';
import type { SetUpEvent } from '#domain/set-up.ts';
import type { Problems } from '#domain/set-up-checks.ts';
import type { SetUpCommand } from '#domain/set-up-command.ts';
import { decideSetUp } from '#domain/set-up-decide.ts';
import type { Answer, CardHandler } from '#features/handler.ts';
import { pressOf } from '#features/press-of.ts';
import { commandIn } from '#features/read-data.ts';
import { saveSettings } from '#stores/settings-record.ts';
import { administratorContext, type Context, notForYou } from './context.ts';
import { overviewAnswer } from './open.ts';

/** A command before it has its id. */
type Change = SetUpCommand extends infer Each ? (Each extends SetUpCommand ? Omit<Each, 'id'> : never) : never;

/** One screen with fields: how it is read, checked, drawn and kept. `Form` holds what was typed, right or wrong. */
export type Section<Form> = {
  title: string;
  /** Undefined when what was sent is none of this screen's: answered like anything that one may not open. */
  stored: (context: Context) => Promise<Form | undefined>;
  read: (context: Context) => Promise<Form | undefined>;
  check: (form: Form, context: Context) => Problems;
  change: (form: Form, context: Context) => Change;
  draw: (view: SectionView<Form>, context: Context) => Card | Promise<Card>;
  /** Draws a question to be answered before this is saved; undefined when there is none. */
  sure?: (view: SectionView<Form>, context: Context) => Card | undefined;
  /** Where *Save* and *Back* lead, with a sentence about what happened. Otherwise the overview. */
  next?: (context: Context, said?: string) => Promise<Answer>;
  saved?: (events: SetUpEvent[], context: Context) => string;
};

/** Opens the screen; or redraws it as typed, when one of its own buttons only rearranges it. */
export function showSection<Form>(section: Section<Form>): CardHandler {
  return async (request, deps) => {
    const context = await administratorContext(request, deps);
    if (context === undefined) return notForYou;
    const rearranged = request.data.form === true;
    const form = await (rearranged ? section.read(context) : section.stored(context));
    if (form === undefined) return notForYou;
    const command = (rearranged ? commandIn(request.data) : undefined) ?? deps.newId();
    return dialog(section, await section.draw({ form, problems: {}, command, leaving: false }, context));
  };
}

/** *Save* and *Back*: both arrive here with every field, so that nothing typed is lost without a word. */
export function saveSection<Form>(section: Section<Form>): CardHandler {
  return async (request, deps) => {
    const context = await administratorContext(request, deps);
    const command = commandIn(request.data);
    const form = context === undefined ? undefined : await section.read(context);
    if (context === undefined || command === undefined || form === undefined) return notForYou;
    // As text, since no digest can be taken of half a character, which an id or the name of a place may hold.
    const press = pressOf(command, JSON.stringify(form));
    if (context.loaded.applied.includes(press)) return leave(section, context, 'Saved.');
    const view = { form, problems: {}, command, leaving: false };
    return request.data.leave === undefined ? save(section, view, press, context) : back(section, view, context);
  };
}

async function back<Form>(section: Section<Form>, view: SectionView<Form>, context: Context): Promise<Answer> {
  const stored = await section.stored(context);
  const changed =
    stored !== undefined && JSON.stringify(section.change(stored, context)) !== JSON.stringify(section.change(view.form, context));
  if (context.request.data.leave === 'sure' || !changed) return leave(section, context);
  return dialog(section, await section.draw({ ...view, leaving: true }, context));
}

async function save<Form>(section: Section<Form>, view: SectionView<Form>, press: string, context: Context): Promise<Answer> {
  const { loaded, request, deps } = context;
  const problems = section.check(view.form, context);
  if (Object.keys(problems).length > 0) return dialog(section, await section.draw({ ...view, problems }, context));
  const question = section.sure?.(view, context);
  if (question !== undefined) return dialog(section, question);
  const by = { person: request.actor.person.id, administrator: request.actor.administrator };
  const now = deps.now();
  const decision = decideSetUp(loaded, { ...section.change(view.form, context), id: press }, by, now);
  if (decision.kind === 'refused') return { kind: 'message', text: refusalWords[decision.reason] };
  if (decision.kind === 'unchanged') return leave(section, context, 'Nothing was different, so nothing was changed.');
  await saveSettings(deps.records, loaded, { ...decision, command: press, by: by.person, now, newId: deps.newId });
  deps.nudge();
  return leave(section, context, section.saved?.(decision.events, context) ?? 'Saved.');
}

async function leave<Form>(section: Section<Form>, context: Context, said?: string): Promise<Answer> {
  const after = (await administratorContext(context.request, context.deps)) ?? context;
  return (section.next ?? overviewAnswer)(after, said);
}

function dialog(section: { title: string }, card: Card): Answer {
  return { kind: 'dialog', title: section.title, card };
}
