import { type RuleSetForm, setupRuleSetCard } from '#cards/setup-rule-set.card.ts';
import type { RuleSetKey } from '#domain/set-up.ts';
import type { Context } from './context.ts';
import { readText } from './read-form.ts';
import { type Section, saveSection, showSection } from './section.ts';

const section: Section<RuleSetForm> = {
  title: 'Rules',
  stored: async ({ loaded }) => ({ ruleSet: loaded.settings.ruleSet ?? '' }),
  read: async ({ request }) => ({ ruleSet: readText(request.data, 'rule-set') }),
  check: ({ ruleSet }, { deps }): Record<string, 'unknown-choice'> =>
    Object.hasOwn(deps.ruleSets, ruleSet) ? {} : { 'rule-set': 'unknown-choice' },
  change: ({ ruleSet }) => ({ type: 'choose-rule-set', ruleSet: ruleSet as RuleSetKey }),
  draw: (view, { loaded }) => setupRuleSetCard({ ...view, ...currentOf(loaded.settings.ruleSet), sure: false }),
  sure: (view, context) =>
    needsAsking(view.form, context) ? setupRuleSetCard({ ...view, ...currentOf(context.loaded.settings.ruleSet), sure: true }) : undefined,
};

/** Other rules than those in use change who hears first: never by one press. */
function needsAsking({ ruleSet }: RuleSetForm, { loaded, request }: Context): boolean {
  const current = loaded.settings.ruleSet;
  return current !== undefined && current !== ruleSet && request.data.sure !== true;
}

const currentOf = (current: RuleSetKey | undefined) => (current === undefined ? {} : { current });

export const showRuleSet = showSection(section);
export const saveRuleSet = saveSection(section);
