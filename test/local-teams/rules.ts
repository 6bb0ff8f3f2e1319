import type { Json } from './world.ts';

/** What Teams refuses or cannot show. Each rule says nothing (undefined) or what is wrong. */

export const mostBytes = 100 * 1024;

/** Bytes of the whole payload as UTF-16, images in base64 left out. */
export function sizeOf(activity: unknown): number {
  const text = JSON.stringify(activity).replace(/data:image\/[a-z+.-]+;base64,[A-Za-z0-9+/=]*/g, '');
  return text.length * 2;
}

export const isTooBig = (activity: unknown) => sizeOf(activity) > mostBytes;

/** Teams makes two messages of it and gives back no id that works. */
export const splitsInTwo = (activity: Json) =>
  typeof activity.text === 'string' && activity.text !== '' && attachmentsOf(activity).length > 0;

export function attachmentsOf(activity: Json): Json[] {
  return Array.isArray(activity.attachments) ? activity.attachments.filter(isObject) : [];
}

export const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const known = new Set([
  ...[
    'AdaptiveCard',
    'TextBlock',
    'RichTextBlock',
    'TextRun',
    'Image',
    'ImageSet',
    'Media',
    'MediaSource',
    'Container',
    'ColumnSet',
    'Column',
    'FactSet',
  ],
  ...[
    'Fact',
    'Table',
    'TableRow',
    'TableCell',
    'ActionSet',
    'Input.Text',
    'Input.Number',
    'Input.Date',
    'Input.Time',
    'Input.Toggle',
    'Input.ChoiceSet',
  ],
  ...[
    'Action.Execute',
    'Action.Submit',
    'Action.OpenUrl',
    'Action.ToggleVisibility',
    'Action.ShowCard',
    'BackgroundImage',
    'TokenExchangeResource',
    'Refresh',
  ],
]);

function versionTrouble(card: Json): string | undefined {
  const [major = Number.NaN, minor = Number.NaN] = String(card.version).split('.').map(Number);
  if (Number.isNaN(major) || Number.isNaN(minor)) return 'it declares no version';
  return major > 1 || minor > 5 ? 'it declares a version above 1.5' : undefined;
}

/** Everything in a card that is drawn or pressed, in the order of the JSON. Fallbacks are not looked into. */
export function* parts(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const item of value) yield* parts(item);
  if (!isObject(value)) return;
  if (typeof value.type === 'string') yield value;
  // What a button carries is the bot's business: whatever it looks like, nobody draws it.
  for (const [key, inner] of Object.entries(value)) if (!['fallback', 'data', 'msteams', 'choices.data'].includes(key)) yield* parts(inner);
}

function elementTrouble(card: Json): string | undefined {
  for (const part of parts(card)) {
    if (!known.has(String(part.type)) && part.fallback === undefined) return `it uses ${part.type} without a fallback`;
    if (String(part.type).startsWith('Input.') && (typeof part.id !== 'string' || part.id === ''))
      return `an ${part.type} has no id, so its answer is lost`;
  }
  return undefined;
}

function duplicateTrouble(card: Json): string | undefined {
  const ids = [...parts(card)].map((part) => part.id).filter((id) => typeof id === 'string');
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  return twice === undefined ? undefined : `the id "${twice}" stands on it twice`;
}

function mentionTrouble(card: Json): string | undefined {
  const teams = isObject(card.msteams) ? card.msteams : {};
  const mentions = Array.isArray(teams.entities) ? teams.entities.filter(isObject) : [];
  const texts = [...parts(card)].filter((part) => part.type === 'TextBlock').map((part) => String(part.text));
  const lost = mentions.some((mention) => !texts.some((text) => text.includes(String(mention.text))));
  return lost ? 'a mention matches none of its text' : undefined;
}

function actionTrouble(card: Json, where: 'chat' | 'dialog'): string | undefined {
  for (const part of parts(card)) {
    if (where === 'dialog' && part.type === 'Action.Execute') return 'a dialog has no answer for Action.Execute';
    if (String(part.type).startsWith('Action.') && part.title === undefined && part.iconUrl === undefined) return 'a button has no title';
    if (part.type === 'Action.Execute' && isObject(part.data) && isObject(part.data.msteams)) return 'Action.Execute cannot open a dialog';
  }
  return undefined;
}

/** Why Teams would not show this card as it was meant, in words that finish "The card cannot be shown: …". */
export function cardTrouble(card: unknown, where: 'chat' | 'dialog'): string | undefined {
  if (!isObject(card) || card.type !== 'AdaptiveCard') return 'it is not an Adaptive Card';
  return versionTrouble(card) ?? elementTrouble(card) ?? duplicateTrouble(card) ?? mentionTrouble(card) ?? actionTrouble(card, where);
}
