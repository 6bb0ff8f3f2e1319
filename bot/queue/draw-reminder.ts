import type { Directory } from '#bot/graph/directory.ts';
import { type Card, card } from '#cards/parts.ts';
import type { World } from '#domain/decide.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Campaign } from '#domain/training/campaign.ts';
import type { RecipientBody } from '#stores/recipient-record.ts';
import type { Records } from '#stores/records.ts';

export type ReminderDeps = { records: Records; directory: Directory };

/** `recipient` once it stands in their chat: the card then shows what they said. */
export type Reminding = { school: SchoolKey; campaign: Campaign; person: PersonId; recipient?: RecipientBody };

/** Exactly the card that this person gets, or has. 'nothing-owed' before it is sent only: there is nothing to remind them of. */
export async function drawReminder(_deps: ReminderDeps, { campaign }: Reminding, _world: World): Promise<Card | 'nothing-owed'> {
  const words = 'words' in campaign.content ? campaign.content.words : undefined;
  return card([{ type: 'TextBlock', text: words ?? 'Your online-safety training is due.', wrap: true }]);
}
