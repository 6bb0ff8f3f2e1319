import { type CitedRule, droppedSteps, fixedRules, isAboutAdult } from './fixed-rules.ts';
import type { Role } from './people.ts';
import type { StepRule } from './policy.ts';
import type { RoutedStep, Telling } from './routing.ts';
import { aboutPupil, type Known } from './routing-facts.ts';
import { type Gathered, isWelfareOnly, standIn } from './routing-tellings.ts';
import { byStepOrder, welfareSteps } from './steps.ts';

/** The rules whose condition stands, each with its source: its own, else that of its step, else that of its row. */
export function gather(known: Known): Gathered {
  const { ruleSet, category, flags } = known;
  const cited = (row: { steps: StepRule[]; cite: string }): CitedRule[] =>
    row.steps
      .filter(({ when }) => when === undefined || flags.has(when))
      .map((rule) => ({ ...rule, cite: rule.cite ?? ruleSet.steps[rule.step]?.cite ?? row.cite }));
  return {
    category: cited(category),
    subjects: known.subjects.map(cited),
    flags: [...flags].flatMap((flag) => cited(ruleSet.flags[flag] ?? { steps: [], cite: '' })),
    fixed: fixedRules(known).filter(({ when }) => when === undefined || flags.has(when)),
  };
}

/** Every step owed or on offer, once each, in the order of S-09. */
export function stepsOf(known: Known, gathered: Gathered, tellings: Telling[]): RoutedStep[] {
  const dropped = droppedSteps(known);
  const people = tellings.map(({ kind, role, cite }): RoutedStep => ({ step: kind, role, need: 'required', cite }));
  const rules = [gathered.category, ...gathered.subjects, gathered.flags, gathered.fixed, offeredRules(known)].flat();
  const owed = rules.filter(({ step }) => step !== 'to' && step !== 'also' && !dropped.has(step));
  const merged = mergeRules(withoutCpoms(known, owed)).map((rule) => toStep(known, tellings, rule));
  return [...people, ...merged].sort(byStepOrder);
}

function offeredRules(known: Known): CitedRule[] {
  const { offered, steps } = known.ruleSet;
  return offered
    .filter(({ pupil }) => pupil === undefined || aboutPupil(known))
    .map(({ rule }) => ({ ...rule, cite: rule.cite ?? steps[rule.step]?.cite ?? 'Safeguarding rules, always on offer' }));
}

/** S-10: what is said of an adult in school goes to the staff file. CPOMS stays for a pupil who is named as well, or as the offer of `fixedRules`. */
function withoutCpoms(known: Known, rules: CitedRule[]): CitedRule[] {
  if (!isAboutAdult(known) || known.kinds.includes('pupil')) return rules;
  return rules.filter(({ step, need }) => step !== 'cpoms' || need === 'offered');
}

/** Each key once. */
function mergeRules(rules: CitedRule[]): CitedRule[] {
  const merged = new Map<string, CitedRule>();
  for (const rule of rules) {
    const key = `${rule.step} ${rule.policy ?? ''}`;
    const before = merged.get(key);
    merged.set(key, before === undefined ? rule : joined(before, rule));
  }
  return [...merged.values()];
}

/** The first stays, and its source; it is required if either is, and who is named by name decides, the fixed rules having the last word. */
function joined({ need, ...first }: CitedRule, other: CitedRule): CitedRule {
  const offered = need === 'offered' && other.need === 'offered';
  return { ...first, ...(other.by === undefined ? {} : { by: other.by }), ...(offered ? { need } : {}) };
}

function toStep(known: Known, tellings: Telling[], rule: CitedRule): RoutedStep {
  const by = decider(known, tellings, rule);
  return {
    step: rule.step,
    ...(rule.policy === undefined ? {} : { policy: rule.policy }),
    ...(by === undefined ? {} : { by }),
    need: rule.need ?? 'required',
    cite: rule.cite,
  };
}

/** Who answers it: never one of those it is about, and where only a few may know, one of those few. */
function decider(known: Known, tellings: Telling[], { step, by }: CitedRule): Role | undefined {
  const ofSubject = known.subjects.flatMap(({ deciders }) => deciders?.[step] ?? [])[0];
  const usual = by ?? ofSubject ?? known.ruleSet.steps[step]?.by;
  if (usual === undefined) return undefined;
  const role = standIn(known, usual);
  const fewMayKnow = known.subjects.some(({ onlyTell }) => onlyTell !== undefined);
  const knows = tellings.some((telling) => telling.role === role) && (!isWelfareOnly(known, role) || welfareSteps.includes(step));
  return fewMayKnow && !knows ? tellings[0]?.role : role;
}
