import type { RowProblem } from '#domain/training/past-records.ts';
import type { Source } from '#domain/training/record.ts';
import type { TopicState } from '#domain/training/standing.ts';

/** The columns of the register as a file. */
export const registerHeader = [
  'Name',
  'E-mail',
  'Kind',
  'Job title',
  'Topic',
  'Last done',
  'Due',
  'Standing',
  'Course',
  'Certificate',
  'Known from',
  'Recorded by',
];

export const standingWords: Record<TopicState | 'not-theirs' | 'left', string> = {
  done: 'In date',
  'due-soon': 'Due soon',
  overdue: 'Was due',
  'not-yet': 'Not due yet',
  'not-applicable': 'Not applicable',
  'not-theirs': 'Not asked of them',
  left: 'Has left',
};

export const knownFromWords: Record<Source, string> = {
  recorded: 'Recorded',
  self: 'Their own word',
  quiz: 'Quiz passed here',
  audit: 'Self-audit answered here',
  import: 'Brought in from a list',
};

/** The columns of the rows that were not brought in, as a file. */
export const problemsHeader = ['Line', 'What becomes of it', 'Why'];

export const problemKindWords: Record<RowProblem['kind'], string> = { bad: 'Please look at it', 'left-out': 'Left out' };
