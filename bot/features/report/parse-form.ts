import type { IncidentKey } from '#domain/incident.ts';
import { commandIn, draftKeyIn, oneOfIn } from '#features/read-data.ts';
import { type Inputs, readInputs } from './inputs.ts';

/** One step of the report dialog as it comes from the wire. Undefined when it was not made by one of our cards. */
export type ReportForm = {
  key: IncidentKey;
  /** Chosen when the dialog was opened: sending twice is sending once. */
  command: string;
  inputs: Inputs;
  tile?: string;
  question?: string;
  about?: 'nobody' | 'dsl' | 'headteacher';
  /** Says the card: a danger alert went out before. Chooses words only. */
  raised: boolean;
};

const abouts = ['nobody', 'dsl', 'headteacher'] as const;

export function parseReportForm(data: Record<string, unknown>): ReportForm | undefined {
  const [key, command] = [draftKeyIn(data), commandIn(data)];
  if (key === undefined || command === undefined) return undefined;
  const about = oneOfIn(data, 'about', abouts);
  const tile = shortText(data['tile']);
  const question = shortText(data['question']);
  return {
    key,
    command,
    inputs: readInputs(data),
    raised: data['raised'] === true,
    ...(tile === undefined ? {} : { tile }),
    ...(question === undefined ? {} : { question }),
    ...(about === undefined ? {} : { about }),
  };
}

const shortText = (value: unknown) => (typeof value === 'string' && /^[a-z0-9-]{1,60}$/.test(value) ? value : undefined);
