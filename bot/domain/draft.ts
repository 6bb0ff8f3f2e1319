import type { World } from './decide.ts';
import type { IncidentKey } from './incident.ts';
import type { PersonId } from './people.ts';
import { newPosting, type Posting } from './posting.ts';
import { holdersOnDuty } from './roles.ts';
import type { Instant } from './time.ts';
import { unsentMoments } from './unsent.ts';

/** A report begun and not sent. It tells nobody, and says so (S-04). Inputs are kept as they were typed. */
export type Draft = {
  key: IncidentKey;
  author: PersonId;
  startedAt: Instant;
  tile?: string;
  inputs: Record<string, string>;
  /** How many rows each question for several people shows. */
  rows: Record<string, number>;
  /** S-04: the DSL hears of an unsent report only if it is not about an adult; unknown counts as adult. */
  notAboutAdult: boolean;
  reminded: number;
  dslTold: boolean;
  /** A danger alert is out for it, so it is not true that nobody has been told. */
  raised?: true;
  /** Sent or put away: once its reminders say so too, the worker removes it. */
  over?: 'sent' | 'discarded';
};

export function newDraft(key: IncidentKey, author: PersonId, now: Instant): Draft {
  return { key, author, startedAt: now, inputs: {}, rows: {}, notAboutAdult: false, reminded: 0, dslTold: false };
}

/** When this draft next owes a reminder; undefined once all have been given. */
export function nextUnsentAt(draft: Draft, world: World): Instant | undefined {
  if (draft.over !== undefined) return world.now;
  const { remindAt, tellDslAt } = unsentMoments(world.ruleSet.ladders, world.settings.calendar, draft.startedAt);
  const left = [...remindAt].sort().slice(draft.reminded);
  return [...left.slice(0, 1), ...(draft.dslTold ? [] : [tellDslAt])].sort()[0];
}

/** The reminders owed by now. Several missed ones are one message. */
export function tickDraft(draft: Draft, world: World): { draft: Draft; fresh: Posting[] } {
  if (draft.over !== undefined) return { draft, fresh: [] };
  const { remindAt, tellDslAt } = unsentMoments(world.ruleSet.ladders, world.settings.calendar, draft.startedAt);
  const passed = remindAt.filter((moment) => moment <= world.now).length;
  const reminders = passed > draft.reminded ? [newPosting(world.newId(), { person: draft.author }, 'unsent')] : [];
  const tellDsl = !draft.dslTold && tellDslAt <= world.now;
  const dsl = tellDsl && draft.notAboutAdult ? dslTeam(draft, world) : [];
  return {
    draft: { ...draft, reminded: Math.max(passed, draft.reminded), dslTold: draft.dslTold || tellDsl },
    fresh: [...reminders, ...dsl.map((person) => newPosting(world.newId(), { person }, 'unsent-to-dsl'))],
  };
}

function dslTeam({ author, inputs }: Draft, world: World): PersonId[] {
  // S-15: whoever should not see the report must not hear that it was begun.
  const hidden = (inputs['x.hide'] ?? '').split(',').filter((id) => id !== '');
  const may = (person: PersonId) => person !== author && !hidden.some((id) => person.endsWith(`:${id.trim().toLowerCase()}`));
  const dsl = holdersOnDuty(world.settings, 'dsl', world.now).filter(may);
  return dsl.length > 0 ? dsl : holdersOnDuty(world.settings, 'deputy-dsl', world.now).filter(may);
}
