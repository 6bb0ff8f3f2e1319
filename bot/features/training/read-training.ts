import type { CorrectForm } from '#domain/training/correcting.ts';
import type { RecordForm } from '#domain/training/recording.ts';
import type { CardRequest } from '#features/handler.ts';
import { choiceIn, lineIn, pickedIn } from '#features/read-data.ts';

export function recordFormIn(request: CardRequest): RecordForm {
  const { data } = request;
  return {
    how: choiceIn(data, 'how') || 'done',
    topic: choiceIn(data, 'topic'),
    on: choiceIn(data, 'on'),
    course: lineIn(data, 'course'),
    certificate: lineIn(data, 'certificate'),
    reason: lineIn(data, 'reason'),
    people: pickedIn(request, 'people'),
    group: choiceIn(data, 'group'),
  };
}

export function correctFormIn({ data }: CardRequest): CorrectForm {
  return {
    topic: choiceIn(data, 'topic'),
    on: choiceIn(data, 'on'),
    course: lineIn(data, 'course'),
    certificate: lineIn(data, 'certificate'),
    reason: lineIn(data, 'reason'),
  };
}
