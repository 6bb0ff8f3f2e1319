import { listed } from '#cards/names.ts';
import { impossible } from '#domain/impossible.ts';
import type { IncidentEvent } from '#domain/incident.ts';
import type { Names } from '#features/world.ts';

/** Every step of the record as a sentence, in order: who was asked, who answered, what could not be delivered. */
export function historyOf(events: IncidentEvent[], names: Names, at: (moment: string) => string): string[] {
  return events.flatMap((event) => {
    const sentence = sentenceOf(event, names);
    return sentence === undefined ? [] : [`${at(event.at)}: ${sentence}`];
  });
}

function sentenceOf(event: IncidentEvent, names: Names): string | undefined {
  switch (event.type) {
    case 'danger-raised':
      return `${names(event.by)} raised an alert: a child in danger.`;
    case 'reported':
      return `${names(event.by)} sent the report.`;
    case 'climbed':
      return climbSentence(event, names);
    case 'moved-on':
      return event.because === 'vacant'
        ? 'Nobody could be asked there; the next people are asked.'
        : 'An alert could not be delivered; the next people are asked.';
    case 'phone-asked':
      return `The reporter was asked to ring ${event.name}.`;
    case 'phone-answered':
      return event.answer === 'spoke'
        ? 'The reporter says that they have spoken on the telephone.'
        : 'The reporter rang and had no answer.';
    case 'sent':
      return event.card === 'receipt' ? undefined : `Delivered to ${names(event.to)}.`;
    case 'posted':
      return 'Posted in the channel.';
    case 'not-sent':
      return `Could not be delivered to ${names(event.to)}.`;
    case 'place-not-used':
      return 'Not posted in the channel: somebody there may not see it, or it could not be checked.';
    case 'acknowledged':
      return acknowledgedSentence(event, names);
    case 'passed-on':
      return `${names(event.by)} passed it on: ${event.reason}`;
    case 'added':
      return `${names(event.by)} added something.`;
    case 'noted':
      return `${names(event.by)} wrote what was done.`;
    case 'decision-chased':
      return `${names(event.to)} was asked what has been decided.`;
    case 'withdrawn':
      return `${names(event.by)} closed it as raised by mistake: ${event.reason}`;
    default:
      return impossible(event);
  }
}

function climbSentence(event: Extract<IncidentEvent, { type: 'climbed' }>, names: Names): string | undefined {
  if (event.rung.does.kind === 'show') {
    return event.rung.does.what === 'held'
      ? 'Held until the school opens; the reporter was told so.'
      : 'The reporter was shown whom else to ring.';
  }
  const people = listed(event.people.map(names));
  if (people === '') return undefined;
  return event.rung.does.kind === 'repeat' ? `${people} asked again.` : `${people} asked.`;
}

function acknowledgedSentence(event: Extract<IncidentEvent, { type: 'acknowledged' }>, names: Names): string {
  if (event.as === 'self-only') return `${names(event.by)} answered for themselves; the alert went on.`;
  return `${names(event.by)} is dealing with it${event.as === 'acting-dsl' ? ', acting as DSL' : ''}.`;
}
