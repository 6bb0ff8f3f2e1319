import type { World } from '#domain/decide.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import { askForHelp, type SayDecision, type Saying, whoHelps } from '#domain/training/say.ts';
import type { Deps } from '#features/handler.ts';
import { oweHelpNotice } from '#stores/help-notice.ts';
import { type Learner, loadLearner, saveLearner } from './learner.ts';

/** Who says something of their own training, about which topic, by which press. */
type Speaking = { school: SchoolKey; person: PersonId; topic: string; command: string };

/** `learner`: how they stand afterwards. `repeated`: this press was taken before, and stands. Undefined for whoever is not of the school. */
type Spoken = { said: SayDecision; learner: Learner; repeated: boolean } | undefined;

/** *I've done it* and *remind me on …*, from wherever they are pressed: `decide` is `sayDone` or `putOff`. One write. */
export async function speak(deps: Deps, world: World, speaking: Speaking, decide: (saying: Saying) => SayDecision): Promise<Spoken> {
  const learner = await loadLearner(deps, world, speaking.school, speaking.person);
  if (learner === undefined) return undefined;
  if (learner.loaded.applied.includes(speaking.command)) return { said: { kind: 'unchanged' }, learner, repeated: true };
  const said = decide(sayingOf(learner, world, speaking));
  if (said.kind !== 'accepted') return { said, learner, repeated: false };
  const after = await saveLearner(deps, world, learner, { events: said.events, command: speaking.command });
  return { said, learner: after, repeated: false };
}

/**
 * *I need help*: noted, and whoever runs training is told. Gives who that is; nobody where the school has set nobody.
 * The notice is written first: told of something that is not noted yet is better than noted and nobody told.
 */
export async function speakForHelp(deps: Deps, world: World, speaking: Speaking): Promise<{ spoken: Spoken; helpers: PersonId[] }> {
  const helpers = whoHelps(world, speaking.person);
  const learner = await loadLearner(deps, world, speaking.school, speaking.person);
  if (learner === undefined) return { spoken: undefined, helpers };
  const { school, person, topic, command } = speaking;
  if (askForHelp(sayingOf(learner, world, speaking)).kind === 'accepted') {
    await oweHelpNotice(deps.records, school, { command, to: helpers, person, topic, at: world.now });
    deps.nudge();
  }
  return { spoken: await speak(deps, world, speaking, askForHelp), helpers };
}

function sayingOf({ loaded, owed, today }: Learner, world: World, { person, topic }: Speaking): Saying {
  return { person, topic, now: world.now, today, training: world.ruleSet.training, record: loaded.record, owed };
}
