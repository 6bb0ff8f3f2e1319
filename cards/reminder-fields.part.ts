import { dateInput, fieldError, textInput } from './inputs.ts';
import { button, buttons, type Element } from './parts.ts';
import type { ReminderTopic, ReminderView, TypedView } from './reminder.card.ts';

type Press = Pick<ReminderView, 'campaign' | 'command'>;

/** *I’ve done it*, or another day of it: closed until it is pressed, or while something in it is to be put right. */
export function doneFields({ key, today, mayBeSaid, said, typed }: ReminderTopic, { campaign, command }: Press): Element[] {
  if (!mayBeSaid || (said?.kind === 'done' && !said.mayChange)) return [];
  const isWrong = typed?.field === 'on' || typed?.field === 'certificate';
  const problem = (field: TypedView['field']) => fieldError(typed?.field === field ? typed.words : undefined);
  const certificate = { value: typed?.certificate ?? '', maxLength: 100 };
  return hidden(`done-${key}`, isWrong, [
    dateInput(`on.${key}`, 'When did you do it?', typed === undefined ? today : typed.on || undefined),
    ...problem('on'),
    ...(said?.kind === 'done'
      ? []
      : [textInput(`certificate.${key}`, 'Certificate number, if there is one', certificate), ...problem('certificate')]),
    buttons([button('Save: I’ve done it', 'reminder.done', { campaign, command, topic: key }, { style: 'positive' })]),
  ]);
}

/** *Remind me on…*, likewise. */
export function laterFields({ key, latest, typed }: ReminderTopic, { campaign, command }: Press): Element[] {
  if (latest === undefined) return [];
  const isWrong = typed?.field === 'until';
  return hidden(`later-${key}`, isWrong, [
    dateInput(`until.${key}`, 'Remind me on which day?', typed === undefined ? undefined : typed.until || undefined),
    ...fieldError(isWrong ? typed.words : undefined),
    buttons([button('Remind me then', 'reminder.later', { campaign, command, topic: key }, { style: 'positive' })]),
  ]);
}

function hidden(id: string, isVisible: boolean, items: Element[]): Element[] {
  return [{ type: 'Container', id, isVisible, items }];
}
