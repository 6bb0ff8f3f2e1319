import { setupTrainingCard, type TrainingForm } from '#cards/setup-training.card.ts';
import { type OpenTraining, openTraining } from './context.ts';
import { readText } from './read-form.ts';
import { type Section, saveSection, showSection } from './section.ts';

/** What the school's rules leave to the school: how often all staff are trained, and how often they answer the self-audit. */
const section: Section<TrainingForm> = {
  title: 'Staff training',
  stored: async (context) => {
    const open = openTraining(context);
    const { staffMonths } = context.loaded.settings.training;
    return formOf(open, { staffMonths: staffMonths === undefined ? '' : String(staffMonths), auditEvery: open.audit?.now ?? '' });
  },
  read: async (context) => {
    const { data } = context.request;
    return formOf(openTraining(context), { staffMonths: readText(data, 'staffMonths'), auditEvery: readText(data, 'auditEvery') });
  },
  check: ({ staffMonths, auditEvery }, context) => {
    const { interval, audit } = openTraining(context);
    return {
      ...(interval === undefined || interval.choices.map(String).includes(staffMonths) ? {} : { staffMonths: 'unknown-choice' }),
      ...(audit === undefined || audit.choices.some((one) => one === auditEvery) ? {} : { auditEvery: 'unknown-choice' }),
    };
  },
  change: ({ staffMonths, auditEvery }, context) => {
    const chosen = openTraining(context).audit?.choices.find((one) => one === auditEvery);
    return {
      type: 'set-training',
      ...(staffMonths === '' ? {} : { staffMonths: Number(staffMonths) }),
      ...(chosen === undefined ? {} : { auditEvery: chosen }),
    };
  },
  draw: (view, context) => setupTrainingCard({ ...view, ...openTraining(context) }),
};

/** Only what was asked; nothing where the rules settle all of it. */
function formOf({ interval, audit }: OpenTraining, { staffMonths, auditEvery }: TrainingForm): TrainingForm | undefined {
  if (interval === undefined && audit === undefined) return undefined;
  return { staffMonths: interval === undefined ? '' : staffMonths, auditEvery: audit === undefined ? '' : auditEvery };
}

export const showTraining = showSection(section);
export const saveTraining = saveSection(section);
