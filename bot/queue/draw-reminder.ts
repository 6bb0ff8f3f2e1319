import type { Directory } from '#bot/graph/directory.ts';
import type { Card } from '#cards/parts.ts';
import { reminderCard } from '#cards/reminder.card.ts';
import type { World } from '#domain/decide.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Campaign } from '#domain/training/campaign.ts';
import { reminderView } from '#features/remind/reminder-view.ts';
import { loadLearner } from '#features/training/learner.ts';
import { namesOf } from '#features/world.ts';
import type { RecipientBody } from '#stores/recipient-record.ts';
import type { Records } from '#stores/records.ts';

type ReminderDeps = { records: Records; directory: Directory };

/** `recipient` once it stands in their chat: the card then shows what they said. */
export type Reminding = { school: SchoolKey; campaign: Campaign; person: PersonId; recipient?: RecipientBody };

/** Exactly the card that this person gets, or has. 'nothing-owed' before it is sent only: there is nothing to remind them of. */
export async function drawReminder(deps: ReminderDeps, reminding: Reminding, world: World): Promise<Card | 'nothing-owed'> {
  const { school, campaign, person, recipient } = reminding;
  const learner = await loadLearner(deps, world, school, person);
  if (learner === undefined) return 'nothing-owed';
  const view = reminderView({ campaign, learner, recipient }, world, namesOf(deps.directory, school));
  return view === 'nothing-owed' ? view : reminderCard(view);
}
