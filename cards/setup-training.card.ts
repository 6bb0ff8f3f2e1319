import type { OpenInterval } from '#domain/training/interval.ts';
import { choiceInput } from './inputs.ts';
import { type Card, line } from './parts.ts';
import { field, type SectionView, sectionCard } from './setup-parts.ts';

export type TrainingForm = { staffMonths: string };

/** Where the policy's word can be read in two ways, the school says which it means. */
export function setupTrainingCard(view: SectionView<TrainingForm> & { interval: OpenInterval }): Card {
  const { form, problems, interval } = view;
  const choices = interval.choices.map((months) => ({ title: `Every ${months} months`, value: String(months) }));
  const picked = form.staffMonths === '' ? {} : { value: form.staffMonths };
  return sectionCard(view, { title: 'How often are staff trained?', save: 'setup.training-save' }, [
    line(`Your policy’s word for it can mean ${interval.readings.map((months) => `every ${months} months`).join(' or ')}.`),
    ...(interval.readings.some((months) => !interval.choices.includes(months))
      ? [line('All staff are to be trained at least once a year, so anything longer cannot be chosen.')]
      : []),
    ...field(choiceInput('staffMonths', 'Online-safety refresher for all staff', choices, picked), problems),
    line(`Until this is answered, it is every ${interval.untilAnswered} months.`, { subtle: true }),
  ]);
}
