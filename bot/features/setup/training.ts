import { setupTrainingCard, type TrainingForm } from '#cards/setup-training.card.ts';
import type { Problems } from '#domain/set-up-checks.ts';
import type { OpenInterval } from '#domain/training/interval.ts';
import { intervalOf } from './context.ts';
import { readText } from './read-form.ts';
import { type Section, saveSection, showSection } from './section.ts';

/** How often all staff are trained: asked only where the school's rules leave it open. */
const section: Section<TrainingForm> = {
  title: 'Staff training',
  stored: async (context) => {
    const { staffMonths } = context.loaded.settings.training;
    return intervalOf(context) === undefined ? undefined : { staffMonths: staffMonths === undefined ? '' : String(staffMonths) };
  },
  read: async (context) => (intervalOf(context) === undefined ? undefined : { staffMonths: readText(context.request.data, 'staffMonths') }),
  check: ({ staffMonths }, context): Problems =>
    intervalOf(context)?.choices.map(String).includes(staffMonths) === true ? {} : { staffMonths: 'unknown-choice' },
  change: ({ staffMonths }) => ({ type: 'set-training', staffMonths: Number(staffMonths) }),
  draw: (view, context) => setupTrainingCard({ ...view, interval: intervalOf(context) ?? nothingOpen }),
};

const nothingOpen: OpenInterval = { readings: [], choices: [], untilAnswered: 12 };

export const showTraining = showSection(section);
export const saveTraining = saveSection(section);
