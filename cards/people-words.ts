import type { Doubt } from '#domain/training/roll.ts';
import type { RollSource, RollTrouble } from '#domain/training/roll-source.ts';
import { counted } from './counted.ts';

/** Why Entra gave no list of people, and what helps. */
export const troubleWords: Record<RollTrouble, readonly [what: string, help: string]> = {
  consent: [
    'Microsoft 365 does not allow this app to read the groups of staff, volunteers and governors.',
    'Ask whoever runs your Microsoft 365 to agree to it. Which permissions are needed stands in the app’s installation notes.',
  ],
  'sign-in': [
    'Microsoft 365 refused the app’s own sign-in.',
    'Ask whoever runs your Microsoft 365 whether its secret or certificate has run out, or its identity was removed.',
  ],
  'group-missing': [
    'One of the groups that list your people was not found in Microsoft 365.',
    'Ask whoever runs your Microsoft 365 whether it was deleted or replaced; the new group’s number goes into the app’s settings.',
  ],
  throttled: ['Microsoft 365 is busy and asked the app to wait.', 'Nothing to do: it is tried again by itself within the hour.'],
  down: ['Microsoft 365 did not answer.', 'Nothing to do: it is tried again by itself within the hour.'],
  unclear: [
    'Microsoft 365 answered in a way that the app does not understand.',
    'If this stays so for some days, tell whoever looks after this app.',
  ],
};

export const keptWords = 'Until then the list of people stays as it was, and nobody loses anything.';

/** A list that is more likely broken than right. */
export function doubtWords({ doubt, here, leaving }: { doubt: Doubt; here: number; leaving: number }): string {
  if (doubt === 'nobody') return `The list of people came empty. ${counted(here, 'person', 'people')} are known here.`;
  return `By the new list of people ${counted(leaving)} of ${counted(here)} would have left at once.`;
}

/** Of those whom a list from a new place names for the first time. */
export function newPlaceWords(here: number): string {
  const who = `${counted(here, 'person is', 'people are')} new on this list. It comes from a new place`;
  return `${who}, so they are taken as having been here already: they owe no induction, and their other training counts from now.`;
}

/** How somebody is known to be new all the same. */
export const firstDayWords: Record<RollSource, string> = {
  file: 'Whoever really is new needs their first day in the school file.',
  csv: 'Whoever really is new needs their first day in the column Started.',
  graph: 'Whoever really is new needs their first day in Microsoft 365, where it is called the hire date.',
};

export const sourceWords: Record<RollSource, string> = {
  file: 'the school file',
  csv: 'the list that was sent to the app',
  graph: 'Microsoft 365',
};

/** Why somebody, or so many people, cannot be written to, after a colon; with what can be done about it. */
export function unreachedInWords(reason: string): string {
  switch (reason) {
    case 'blocked':
      return 'they blocked the app (ask them to allow it again)';
    case 'not-installed':
      return 'they do not have the app (install it for them)';
    case 'never-installed':
      return 'they have never had the app (install it for them)';
    case 'gone':
      return 'they have no account in Teams any more';
    case 'no-answer':
    case 'busy':
    case 'throttled':
      return 'Teams did not answer in time';
    default:
      return 'Teams did not take the message';
  }
}
