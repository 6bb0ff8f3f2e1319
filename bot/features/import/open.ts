import type { Broke } from '#cards/broke.ts';
import { importFormCard, longestPaste } from '#cards/import.card.ts';
import type { SheetKind } from '#domain/training/sheet.ts';
import { shortened } from '#domain/typed-text.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { commandIn, oneOfIn } from '#features/read-data.ts';
import { nothingHere, rememberedScreen, runnerScreen, type TrainingScreen } from '#features/training/training-screen.ts';
import { titleOf } from './draw-import.ts';

/** What was pasted, as it is kept on the screen. */
export type Pasted = { command: string; text: string; kind: '' | SheetKind; asked: boolean };

/** *Bring in past records*, or *Bring in a list* of people: where it is pasted. */
export async function open(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await runnerScreen(request, deps);
  if (screen === undefined) return nothingHere;
  const kind = kindIn(request);
  return formAnswer(screen, { command: deps.newId(), text: '', kind, asked: kind !== '' });
}

const kindIn = ({ data }: CardRequest): Pasted['kind'] => oneOfIn(data, 'kind', ['records', 'people']) ?? '';

export function pastedIn(request: CardRequest): Pasted | undefined {
  const { data } = request;
  const command = commandIn(data);
  if (command === undefined) return undefined;
  return {
    command,
    text: typeof data.rows === 'string' ? shortened(data.rows, longestPaste + 1) : '',
    kind: kindIn(request),
    asked: data.asked === true || data.asked === 'true',
  };
}

/** The same screen, with what was pasted and what is wrong with it. */
export function formAnswer(
  { world }: TrainingScreen,
  { command, text, kind, asked }: Pasted,
  said: { problem?: string; trouble?: Broke } = {},
): Answer {
  const topics = world.ruleSet.training.topics.map(({ label }) => label);
  return {
    kind: 'dialog',
    title: titleOf(kind),
    card: importFormCard({ command, text: text.slice(0, longestPaste), kind, ask: asked, topics, ...said }),
  };
}

export function sameForm(request: CardRequest, deps: Deps, trouble: Broke): Answer | undefined {
  const [screen, pasted] = [rememberedScreen(request, deps), pastedIn(request)];
  if (screen === undefined || pasted === undefined) return undefined;
  return formAnswer(screen, pasted, { trouble });
}
