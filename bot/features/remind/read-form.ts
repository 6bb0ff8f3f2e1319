import { longestWords, noTopic } from '#cards/remind.card.ts';
import type { RemindForm, RemindFormView } from '#cards/remind-form.part.ts';
import { type AudienceProblem, readAudience } from '#domain/training/audience.ts';
import type { Audience, Content } from '#domain/training/campaign.ts';
import { findTopic } from '#domain/training/policy.ts';
import { type Chosen, readChosen, type WhenProblem } from '#domain/training/when-to-send.ts';
import { shortened, typedText } from '#domain/typed-text.ts';
import type { CardRequest } from '#features/handler.ts';
import { pickedIn } from '#features/read-data.ts';
import type { TrainingScreen } from '#features/training/training-screen.ts';
import type { Meant } from './people-meant.ts';

export type Problems = RemindFormView['problems'];
/** What the form means, once nothing in it is wrong. */
type Wanted = { content: Content; audience: Audience; chosen: Chosen };

export const blankForm: RemindForm = {
  topic: '',
  words: '',
  who: 'staff',
  role: '',
  within: '30',
  named: [],
  when: 'now',
  day: '',
  time: '08:30',
};

/** The form as it was sent, with nothing believed and nothing lost. */
export function readRemindForm(request: CardRequest): RemindForm {
  const { data } = request;
  const line = (id: keyof RemindForm) => shortened(typedText(data[id]).trim(), 100);
  return {
    topic: line('topic'),
    words: typedText(data['words']).trim(),
    who: line('who'),
    role: line('role'),
    within: line('within'),
    named: pickedIn(request, 'named'),
    when: line('when'),
    day: line('day'),
    time: line('time'),
  };
}

/** Each problem is beside its field; all of them are said at once. */
export function checkRemindForm(form: RemindForm, screen: TrainingScreen): Wanted | { problems: Problems } {
  const content = contentOf(form, screen);
  const audience = readAudience(form);
  const chosen: Chosen = form.when === 'later' ? { kind: 'later', day: form.day, time: form.time } : { kind: 'now' };
  const when = readChosen(screen.world.settings.calendar, chosen, screen.world.now);
  const problems: Problems = {
    ...('problems' in content ? content.problems : {}),
    ...('problem' in audience ? { [audienceField[audience.problem]]: audience.problem } : namedProblems(form, screen)),
    ...('problem' in when ? { [whenField(when.problem)]: when.problem } : {}),
  };
  if ('problems' in content || 'problem' in audience || Object.keys(problems).length > 0) return { problems };
  return { content, audience, chosen };
}

function contentOf({ topic, words }: RemindForm, { world }: TrainingScreen): Content | { problems: Problems } {
  if (words.length > longestWords) return { problems: { words: 'words-too-long' } };
  const none = topic === '' || topic === noTopic;
  if (none) return words === '' ? { problems: { topic: 'nothing-to-say' } } : { kind: 'words', words };
  const found = findTopic(world.ruleSet.training, topic);
  if (found === undefined) return { problems: { topic: 'unknown-topic' } };
  const { label, asNeeded } = found;
  return { kind: 'topic', topic, label, ...(asNeeded ? { asNeeded } : {}), ...(words === '' ? {} : { words }) };
}

function namedProblems({ who, named }: RemindForm, { deps, request }: TrainingScreen): Problems {
  if (who !== 'named') return {};
  const members = named.map((person) => deps.directory.member(request.actor.school, person));
  if (members.some((member) => member === undefined)) return { named: 'not-of-the-school' };
  return members.some((member) => member?.left !== undefined) ? { named: 'has-left' } : {};
}

const audienceField: Record<AudienceProblem, keyof RemindForm> = {
  'nobody-chosen': 'who',
  'role-missing': 'role',
  'days-missing': 'within',
  'nobody-picked': 'named',
  'too-many-picked': 'named',
};

const whenField = (problem: WhenProblem): keyof RemindForm => (problem === 'not-a-time' ? 'time' : 'day');

/** Where it is said that an audience holds nobody: beside what chose it. */
export function nobodyProblem(audience: Audience, { others }: Pick<Meant, 'others'>): Problems {
  const problem = others > 0 ? 'nobody-owes' : audience.kind === 'role' ? 'role-empty' : 'nobody';
  if (audience.kind === 'role' || audience.kind === 'named') return { [audience.kind]: problem };
  return audience.kind === 'due' && audience.within > 0 ? { within: problem } : { who: problem };
}

export const formText = (form: RemindForm): Record<string, string> => ({ ...form, named: form.named.join(',') });
export const formOf = (text: Record<string, string>): RemindForm => ({
  ...blankForm,
  ...text,
  named: (text['named'] ?? '').split(',').filter((person) => person !== ''),
});
