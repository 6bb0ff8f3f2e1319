import type { Card } from '#cards/parts.ts';
import { trainingHelpCard } from '#cards/training-help.card.ts';
import { trainingRecordedCard } from '#cards/training-record.card.ts';
import type { World } from '#domain/decide.ts';
import type { SchoolKey } from '#domain/people.ts';
import type { Deps } from '#features/handler.ts';
import type { HelpBody } from '#stores/help-notice.ts';
import type { RecordedBody } from '#stores/recorded-notice.ts';
import { recordedView } from './record.ts';
import { labelIn, nameIn } from './training-screen.ts';

/** Messages about training to whoever looks after it, in their own chat. */
export function drawTrainingNotice(
  body: HelpBody | RecordedBody,
  { world, school, ...deps }: Pick<Deps, 'directory' | 'ruleSets'> & { world: World; school: SchoolKey },
): Card {
  const name = nameIn(deps, school);
  const label = labelIn(deps, world);
  if (body.about === 'training-recorded') return trainingRecordedCard(recordedView({ name, label }, body.topic, body.tally));
  return trainingHelpCard({ person: body.person, name: name(body.person), topic: label(body.topic) });
}
