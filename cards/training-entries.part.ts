import { datedDay, dayInWords } from '#domain/training/day-words.ts';
import type { Owed } from '#domain/training/owed.ts';
import type { Day, Entry, TrainingEvent } from '#domain/training/record.ts';
import { close, type Element, line, plain } from './parts.ts';

/** How names, topics and days are written in a record. `own`: it is shown to the person whose record it is. */
export type RecordWords = { name: (person: string) => string; label: (topic: string) => string; today: Day; own: boolean };

/** "was due", never "overdue": it blames nobody. */
export function dueInWords({ due, standing }: Pick<Owed, 'due' | 'standing'>, today: Day): string {
  return `${standing === 'overdue' ? 'was due' : due === today ? 'is due today,' : 'is due'} ${dayInWords(due, today)}`;
}

/** Of a topic that has been done: `is due again on Friday 11 June`. Nothing where it is owed once. */
export function nextInWords(owed: readonly Owed[], topic: string, today: Day): { next?: string } {
  const found = owed.find((one) => one.topic === topic);
  if (found === undefined) return {};
  return { next: found.standing === 'later' ? `is due again on ${dayInWords(found.due, today)}` : dueInWords(found, today) };
}

export function owedLine(owed: Owed, { label, today, own }: RecordWords): Element {
  const last = owed.last === undefined ? 'Not recorded yet.' : `Last done ${datedDay(owed.last)}.`;
  const isPutOff = owed.putOffUntil !== undefined && owed.putOffUntil > today;
  const later = isPutOff ? ` ${own ? 'You' : 'They'} asked to be reminded on ${dayInWords(owed.putOffUntil ?? owed.due, today)}.` : '';
  const help = owed.help ? ` ${own ? 'You' : 'They'} asked for help.` : '';
  const isNew = owed.induction ? ' Part of the induction.' : '';
  return line(`**${plain(label(owed.topic))}** ${dueInWords(owed, today)}. ${last}${isNew}${later}${help}`);
}

/** One piece of training, and how it is known. */
export function entryLines(entry: Entry, words: RecordWords): Element[] {
  const { course, certificate, right, of } = entry;
  const what = [
    ...(course ? [plain(course)] : []),
    ...(certificate ? [`certificate ${plain(certificate)}`] : []),
    ...(right === undefined || of === undefined ? [] : [`${right} of ${of} right`]),
  ];
  const first = `**${plain(words.label(entry.topic))}**, ${datedDay(entry.on)}${what.length === 0 ? '' : `: ${what.join(', ')}`}`;
  return close([
    line(first),
    line(`${knownFrom(entry, words)}${entry.corrected ? ' Corrected since; see the changes below.' : ''}`, { subtle: true }),
  ]);
}

function knownFrom({ source, by, at }: Entry, { name, own }: RecordWords): string {
  const when = datedDay(at.slice(0, 10));
  switch (source) {
    case 'recorded':
      return `Recorded by ${plain(name(by))} on ${when}.`;
    case 'self':
      return own ? `You said so yourself on ${when}.` : `They said so themselves on ${when}.`;
    case 'quiz':
      return 'Quiz passed here.';
    case 'audit':
      return 'Answered here.';
    case 'import':
      return `From past records, brought in by ${plain(name(by))} on ${when}.`;
  }
}

/** What was changed since it was first written, oldest first; what people said of a topic is among it. */
export function changeTexts(events: readonly TrainingEvent[], words: RecordWords): string[] {
  const done = new Map(events.flatMap((event) => (event.type === 'done' ? [[event.entry, event] as const] : [])));
  const which = (entry: string) => {
    const found = done.get(entry);
    return found === undefined ? 'an entry' : `${words.label(found.topic)} of ${datedDay(found.on)}`;
  };
  return events.flatMap((event) => {
    const text = changeText(event, which, words);
    return text === undefined ? [] : [`${datedDay(event.at.slice(0, 10))}, ${words.name(event.by)}: ${text}`];
  });
}

function changeText(event: TrainingEvent, which: (entry: string) => string, { label, today }: RecordWords): string | undefined {
  switch (event.type) {
    case 'corrected':
      return `corrected ${which(event.entry)}: ${correction(event, label)}. Reason: ${event.reason}`;
    case 'struck-out':
      return `struck out ${which(event.entry)}. Reason: ${event.reason}`;
    case 'not-applicable':
      return `marked ${label(event.topic)} as not applicable. Reason: ${event.reason}`;
    case 'applicable':
      return `marked ${label(event.topic)} as applicable again.`;
    case 'put-off':
      return `asked to be reminded of ${label(event.topic)} on ${dayInWords(event.until, today)}.`;
    case 'asked-for-help':
      return `asked for help with ${label(event.topic)}.`;
    case 'quiz-passed':
      return `passed the quiz of ${label(event.topic)}: ${event.right} of ${event.of} right.`;
    // Why: a quiz that was not passed yet is nobody's failure, so it is not shown.
    case 'tried':
    case 'done':
      return undefined;
  }
}

function correction(event: Extract<TrainingEvent, { type: 'corrected' }>, label: RecordWords['label']): string {
  const { topic, on, course, certificate } = event;
  return [
    ...(topic === undefined ? [] : [`it was ${label(topic)}`]),
    ...(on === undefined ? [] : [`on ${datedDay(on)}`]),
    ...(course === undefined ? [] : [course === '' ? 'without a trainer or course' : `trainer or course ${course}`]),
    ...(certificate === undefined ? [] : [certificate === '' ? 'without a certificate' : `certificate ${certificate}`]),
  ].join(', ');
}
