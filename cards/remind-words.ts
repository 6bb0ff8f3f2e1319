import type { Role } from '#domain/people.ts';
import type { AudienceProblem } from '#domain/training/audience.ts';
import type { Audience } from '#domain/training/campaign.ts';
import type { WhenProblem } from '#domain/training/when-to-send.ts';
import { counted } from './counted.ts';
import { listed } from './names.ts';
import { plain } from './parts.ts';
import { roleNames } from './setup-words.ts';

/** Why something typed on the reminder form cannot stand. */
export type RemindProblem =
  | AudienceProblem
  | WhenProblem
  | 'nothing-to-say'
  | 'unknown-topic'
  | 'words-too-long'
  | 'role-empty'
  | 'not-of-the-school'
  | 'has-left'
  | 'nobody'
  | 'nobody-owes'
  | 'reason-missing'
  | 'reason-too-long';

export const remindProblems: Record<RemindProblem, string> = {
  'nothing-to-say': 'Please choose a topic, or write a few words of your own.',
  'unknown-topic': 'This topic is no longer part of the school’s training. Please choose another.',
  'words-too-long': 'Please shorten this to 1,000 characters.',
  'nobody-chosen': 'Please choose who is to get it.',
  'role-missing': 'Please choose a role.',
  'role-empty': 'Nobody holds this role who can be written to here. Please choose another.',
  'days-missing': 'Please choose how many days ahead.',
  'nobody-picked': 'Please pick at least one person.',
  'too-many-picked': 'At most 100 people can be picked by name.',
  'not-of-the-school': 'Somebody here is not on the school’s list of staff, volunteers and governors. Please take them out.',
  'has-left': 'Somebody here has left the school. Please take them out.',
  nobody: 'This goes to nobody: nobody is meant by it just now. Nothing has been sent.',
  'nobody-owes': 'This goes to nobody: of those you chose, nobody owes this topic just now. Nothing has been sent.',
  'date-missing': 'Please choose a day.',
  'not-a-date': 'There is no such day. Please choose one, such as 23/11/2026.',
  'not-a-time': 'Please give a time such as 08:30.',
  past: 'This is over already. Please choose a later day or time.',
  'too-far': 'Please choose a day within a year.',
  'reason-missing': 'Please write why it cannot wait. A few words are enough.',
  'reason-too-long': 'Please shorten this to 200 characters.',
};

/** `all staff`, `those for whom it was due`: who it goes to, inside a sentence. */
export function audienceInWords(audience: Audience, names: (person: string) => string): string {
  switch (audience.kind) {
    case 'everybody':
      return 'all staff, volunteers and governors';
    case 'people-kind':
      return { staff: 'all staff', volunteer: 'all volunteers', governor: 'all governors' }[audience.of];
    case 'role':
      return `role: ${roleNames[audience.role as Role] ?? 'no longer in use'}`;
    case 'due':
      return audience.within === 0 ? 'those for whom it was due' : `those for whom it is due within ${audience.within} days, or was due`;
    case 'named':
      return audience.people.length > 3
        ? `${audience.people.length} people by name`
        : listed(audience.people.map((one) => plain(names(one))));
    case 'not-done':
      return 'those who had not answered an earlier reminder';
  }
}

/** `1 person`, `43 people`, `4,120 people`. */
export const people = (count: number): string => counted(count, 'person', 'people');
