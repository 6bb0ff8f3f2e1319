import type { Activity } from './activity.ts';

/** What somebody typed, without our own mention; mentions of others stay. */
export function typedText({ text, entities, recipient }: Pick<Activity, 'text' | 'entities' | 'recipient'>): string {
  let rest = text ?? '';
  for (const mention of entities ?? []) {
    // Each entity stands for one occurrence: somebody else may have our name.
    if (isOurs(mention, recipient.id)) rest = rest.replace(mention.text, ' ');
  }
  return rest.replace(/&nbsp;|\u00a0/g, ' ').trim();
}

function isOurs(entity: Record<string, unknown>, ourId: string): entity is { text: string } {
  const { type, mentioned, text } = entity;
  return type === 'mention' && typeof text === 'string' && (mentioned as { id?: unknown } | undefined)?.id === ourId;
}
