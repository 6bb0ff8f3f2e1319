import type { BotAnswer } from './bot-door.ts';
import { adaptiveCard, cardTrouble, isObject } from './rules.ts';
import { type Door, deskOf, type Guid, type Json, type Message, notify, type Shown, type World } from './world.ts';

/** What Teams says when an app does not answer, answers late, or answers with something that has no meaning. */
export const wentWrong = 'Something went wrong. Please try again.';
export const noAnswer = 'Unable to reach the app. Please try again.';

function fail(world: World, guid: Guid, text: string): void {
  notify(world, guid, { kind: 'error', text });
}

/** The body of a good answer; otherwise the person is told, and there is nothing. */
function bodyOf(world: World, guid: Guid, answer: BotAnswer): { body: unknown } | undefined {
  if (answer.kind === 'answered' && answer.status === 200) return { body: answer.body };
  fail(world, guid, answer.kind === 'answered' ? wentWrong : noAnswer);
  return undefined;
}

export function shownIn(card: unknown, where: 'chat' | 'dialog'): Shown {
  const trouble = cardTrouble(card, where);
  return { card: isObject(card) ? card : {}, ...(trouble === undefined ? {} : { trouble }) };
}

function openDialog(world: World, guid: Guid, door: Door, value: Json): void {
  const attachment = isObject(value.card) ? value.card : {};
  if (attachment.contentType !== adaptiveCard) return fail(world, guid, wentWrong);
  deskOf(world, guid).dialog = { id: world.newId(), title: String(value.title ?? ''), door, shown: shownIn(attachment.content, 'dialog') };
}

/** The answer to opening a dialog or to a button in one: another step, a message, or nothing, which closes it. */
export function applyDialogAnswer(world: World, guid: Guid, door: Door, answer: BotAnswer): void {
  const good = bodyOf(world, guid, answer);
  if (good === undefined) return;
  const desk = deskOf(world, guid);
  const task = isObject(good.body) && isObject(good.body.task) ? good.body.task : undefined;
  if (task === undefined) {
    // Anything else that is not a task, such as a result for the compose box, has no place in this window.
    if (good.body !== undefined && JSON.stringify(good.body) !== '{}' && good.body !== null && good.body !== '')
      fail(world, guid, wentWrong);
    delete desk.dialog;
  } else if (task.type === 'continue' && isObject(task.value)) openDialog(world, guid, door, task.value);
  else if (task.type === 'message' && typeof task.value === 'string')
    desk.dialog = { id: world.newId(), title: 'Online Safety', door, text: task.value };
  else fail(world, guid, wentWrong);
}

/** The answer to Action.Execute: a card for the clicker only, or a short message. The HTTP status is 200 in every case. */
export function applyCardAnswer(world: World, guid: Guid, message: Message, answer: BotAnswer): void {
  const good = bodyOf(world, guid, answer);
  if (good === undefined) return;
  const { statusCode, type, value } = isObject(good.body) ? good.body : {};
  if (statusCode === 200 && type === 'application/vnd.microsoft.card.adaptive') {
    message.own.set(guid, shownIn(value, 'chat'));
    message.revision += 1;
  } else if (statusCode === 200 && type === 'application/vnd.microsoft.activity.message' && typeof value === 'string') {
    notify(world, guid, { kind: 'message', text: value });
  } else fail(world, guid, wentWrong);
}

/** The answer to a message: only whether it arrived. */
export function applyMessageAnswer(world: World, guid: Guid, answer: BotAnswer): void {
  const arrived = answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
  if (!arrived) fail(world, guid, answer.kind === 'answered' ? wentWrong : noAnswer);
}
