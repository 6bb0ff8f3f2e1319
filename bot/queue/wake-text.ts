import type { Wake } from './queue.ts';

/** Base64, as other readers of Azure queues expect it, and because control characters in plain text break their XML. */
export function writeWake({ school, id }: Wake): string {
  return Buffer.from(JSON.stringify({ school, id })).toString('base64');
}

/** `undefined` for whatever this service did not write. */
export function readWake(text: string): Wake | undefined {
  try {
    const { school, id } = JSON.parse(Buffer.from(text, 'base64').toString());
    return typeof school === 'string' && typeof id === 'string' ? { school, id } : undefined;
  } catch {
    return undefined;
  }
}
