import type { RuleSetKey } from '#domain/set-up.ts';
import { choiceInput } from './inputs.ts';
import { type Card, line, notice } from './parts.ts';
import { field, type SectionView, sectionCard } from './setup-parts.ts';
import { ruleSetNames } from './setup-words.ts';

export type RuleSetForm = { ruleSet: string };
type RuleSetView = SectionView<RuleSetForm> & {
  current?: RuleSetKey /** Asked before other rules replace those in use. */;
  sure: boolean;
};

export function setupRuleSetCard(view: RuleSetView): Card {
  const choices = Object.entries(ruleSetNames).map(([value, title]) => ({ title, value }));
  const picked = view.form.ruleSet === '' ? {} : { value: view.form.ruleSet };
  const frame = {
    title: 'Which rules does your school follow?',
    save: 'setup.rule-set-save' as const,
    ...(view.sure ? { saveTitle: 'Yes, change the rules', data: { sure: true } } : {}),
  };
  return sectionCard(view, frame, [
    ...(view.sure ? [areYouSure()] : []),
    line('**Headteacher first.** Most reports go to the headteacher first. The DSL is told as well whenever a pupil may be harmed.'),
    line(
      '**DSL first.** Reports about pupils go to the DSL first. The headteacher hears first about worries over an adult who works here.',
    ),
    line('Under both, a report about the headteacher goes to the chair of governors, and danger alerts the DSL at once.'),
    ...field(choiceInput('rule-set', 'Rules', choices, picked), view.problems),
  ]);
}

function areYouSure() {
  const words =
    'These are other rules than the ones in use. New reports will follow them; reports already sent keep the rules they began with.';
  return notice([words], 'warning');
}
