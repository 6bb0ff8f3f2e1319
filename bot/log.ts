import { pino } from 'pino';
import type { Loggable } from './loggable.ts';

/** Everything this service says about itself. Constant names; nothing else becomes a log line. */
const logEvents = [
  'service.started',
  'service.stopping',
  'service.start-refused',
  'turn.answered',
  'turn.refused',
  'turn.broke',
  'turn.not-allowed',
  'teams.broke',
  'store.slow-or-down',
  'store.uncertain-write-settled',
  'worker.delivered',
  'worker.delayed',
  'worker.undeliverable',
  'worker.gave-up',
  'worker.broke',
  'sweep.queued',
  'sweep.broke',
  'roll.broke',
  'round.done',
  'settings.incomplete',
  'records.checked',
  'records.rewritten',
] as const;
export type LogEvent = (typeof logEvents)[number];

/** No field can hold a name, a role of a named person, or a word that somebody wrote. */
export type LogFields = {
  document?: Loggable;
  verb?: string;
  reason?: string;
  status?: number;
  attempt?: number;
  count?: number;
  ms?: number;
  port?: number;
  /** A short random mark that the apology card shows too, so that a person's "it broke" can be found here. */
  breakage?: string;
  /** Class and code of an error: never its message, which may quote what somebody wrote. */
  error?: string;
};

export type Log = Record<'info' | 'warn' | 'error', (event: LogEvent, fields?: LogFields) => void>;

/** The only log writer. One JSON object a line on standard output. */
export function createLog(level: 'info' | 'silent'): Log {
  const writer = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (event, fields = {}) => writer.info(fields, event),
    warn: (event, fields = {}) => writer.warn(fields, event),
    error: (event, fields = {}) => writer.error(fields, event),
  };
}

/** An error's class and code, which is all of it that may be logged. */
export function errorKind(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' || typeof code === 'number' ? `${error.name} ${code}` : error.name;
}
