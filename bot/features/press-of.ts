import { digest } from '#stores/chain.ts';

/** The id of a press and of what was typed: the same once more counts once, and with something else typed it is another press. */
export const pressOf = (command: string, typed: unknown): string => `${command.slice(0, 40)}-${digest(typed).slice(0, 16)}`;
