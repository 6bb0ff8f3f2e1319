import { parseRuleSet, type RuleSet } from '#domain/policy.ts';
import dslFirstJson from '#policies/dsl-first.json' with { type: 'json' };
import headteacherFirstJson from '#policies/headteacher-first.json' with { type: 'json' };

export const headteacherFirst: RuleSet = parseRuleSet(headteacherFirstJson);
export const dslFirst: RuleSet = parseRuleSet(dslFirstJson);
export const ruleSets: RuleSet[] = [headteacherFirst, dslFirst];

/** A fresh copy of the JSON, for tests that break it. */
export const headteacherFirstCopy = () => structuredClone(headteacherFirstJson) as Record<string, unknown>;
