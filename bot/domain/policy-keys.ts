import { z } from 'zod';

/** Things known or feared of a report, each of which adds steps and people. `wilful` is decided later, never asked of a reporter. */
export const flags = [
  'immediateDanger',
  'cp',
  'prevent',
  'childImagery',
  'illegal',
  'bullying',
  'spread',
  'device',
  'reach',
  'data',
  'misuse',
  'offSite',
  'wilful',
] as const;
export type Flag = (typeof flags)[number];
export const Flag = z.enum(flags);

/** From the most pressing down. */
export const priorities = ['urgent', 'high', 'standard', 'routine'] as const;
export type Priority = (typeof priorities)[number];
export const Priority = z.enum(priorities);

/** Kinds of those whose behaviour worries the reporter. `chair` is a governor for whom the vice-chair must stand in. */
export const subjectKinds = [
  'pupil',
  'staff-member',
  'volunteer-visitor',
  'parent-community',
  'governor',
  'chair',
  'headteacher',
  'dsl',
  'computing-coordinator',
  'unknown-online',
  'none-technical',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];
export const SubjectKind = z.enum(subjectKinds);

/** The section of a policy, law or guidance that a rule comes from. Its beginning must be the title of one of the rule set's sources. */
export const Cite = z.string().min(5);
