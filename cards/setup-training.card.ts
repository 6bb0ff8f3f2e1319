import type { OpenInterval } from '#domain/training/interval.ts';
import type { AuditEvery } from '#domain/training/policy.ts';
import { capital } from './capital.ts';
import { choiceInput } from './inputs.ts';
import { type Card, type Element, line, subheading } from './parts.ts';
import { field, type SectionView, sectionCard } from './setup-parts.ts';
import { auditEveryWords } from './setup-words.ts';

export type TrainingForm = { staffMonths: string; auditEvery: string };

/** Each part only where the school's rules leave it open. */
type View = SectionView<TrainingForm> & { interval?: OpenInterval | undefined; audit?: { choices: AuditEvery[] } };

/** How often staff are trained, where the policy's word can be read in two ways, and how often they answer the self-audit. */
export function setupTrainingCard(view: View): Card {
  return sectionCard(view, { title: 'How often are staff asked?', save: 'setup.training-save' }, [
    ...(view.interval === undefined ? [] : staffPart(view, view.interval)),
    ...(view.audit === undefined ? [] : auditPart(view, view.audit.choices)),
  ]);
}

function staffPart({ form, problems }: View, interval: OpenInterval): Element[] {
  const choices = interval.choices.map((months) => ({ title: `Every ${months} months`, value: String(months) }));
  return [
    subheading('Training'),
    line(`Your policy’s word for it can mean ${interval.readings.map((months) => `every ${months} months`).join(' or ')}.`),
    ...(interval.readings.some((months) => !interval.choices.includes(months))
      ? [line('All staff are to be trained at least once a year, so anything longer cannot be chosen.')]
      : []),
    ...field(choiceInput('staffMonths', 'Online-safety refresher for all staff', choices, picked(form.staffMonths)), problems),
    line(`Until this is answered, it is every ${interval.untilAnswered} months.`, { subtle: true }),
  ];
}

function auditPart({ form, problems }: View, every: readonly AuditEvery[]): Element[] {
  const choices = every.map((value) => ({ title: capital(auditEveryWords[value]), value }));
  return [
    subheading('Self-audit'),
    ...field(choiceInput('auditEvery', 'All staff answer it', choices, picked(form.auditEvery)), problems),
    line('Terms are those entered in set-up; where none are, they are taken to begin on 1 September, 1 January and 15 April.', {
      subtle: true,
    }),
  ];
}

const picked = (value: string) => (value === '' ? {} : { value });
