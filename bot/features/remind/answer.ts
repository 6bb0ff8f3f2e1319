import { reminderCard, type TypedView } from '#cards/reminder.card.ts';
import { sayWord } from '#cards/training-words.ts';
import type { World } from '#domain/decide.ts';
import type { Campaign } from '#domain/training/campaign.ts';
import { correctDay } from '#domain/training/correct-day.ts';
import { findTopic } from '#domain/training/policy.ts';
import { putOff, type SayDecision, type Saying, sayDone } from '#domain/training/say.ts';
import { shortened, typedText } from '#domain/typed-text.ts';
import type { Answer, CardHandler, CardRequest, Deps } from '#features/handler.ts';
import { commandIn, idIn } from '#features/read-data.ts';
import { loadLearner } from '#features/training/learner.ts';
import { speak, speakForHelp } from '#features/training/say.ts';
import { nothingHere } from '#features/training/training-screen.ts';
import { namesOf, worldOf } from '#features/world.ts';
import { loadCampaign } from '#stores/campaign-record.ts';
import { type LoadedRecipient, loadRecipient } from '#stores/recipient-record.ts';
import { isAbout, noteSaid } from './note-said.ts';
import { reminderView } from './reminder-view.ts';

type Kind = 'done' | 'later' | 'help';
type Pressed = { request: CardRequest; deps: Deps; world: World; campaign: Campaign; recipient: LoadedRecipient; command: string };

/** Only whoever a reminder was sent to answers it; for anybody else, and for what never was, there is nothing here (S-24). */
export function answerWith(kind: Kind): CardHandler {
  return async (request, deps) => {
    const pressed = await pressedOn(request, deps);
    if (pressed === undefined) return nothingHere;
    const { topic } = request.data;
    if (topic === undefined) return kind === 'done' ? await read(pressed) : nothingHere;
    if (typeof topic !== 'string' || !isAbout(pressed.campaign, topic)) return nothingHere;
    // The card says by itself that the rules no longer ask for it.
    if (findTopic(pressed.world.ruleSet.training, topic) === undefined) return await cardAnswer(pressed);
    return await say(pressed, kind, topic);
  };
}

async function pressedOn(request: CardRequest, deps: Deps): Promise<Pressed | undefined> {
  const { school, person } = request.actor;
  const key = idIn(request.data, 'campaign');
  const command = commandIn(request.data);
  const recipient = key === undefined ? undefined : await loadRecipient(deps.records, school, key, person.id);
  if (key === undefined || command === undefined || recipient === undefined) return undefined;
  const loaded = await loadCampaign(deps.records, school, key);
  return loaded && { request, deps, world: await worldOf(deps, school), campaign: loaded.campaign, recipient, command };
}

/** *I've read this*, of a message without a topic. */
async function read(pressed: Pressed): Promise<Answer> {
  const { deps, world, campaign, recipient, command } = pressed;
  if (campaign.content.kind !== 'words') return nothingHere;
  const learner = await loadLearner(deps, world, recipient.school, recipient.person);
  if (learner === undefined) return nothingHere;
  await noteSaid(deps, world, { campaign, recipient, learner }, { answered: 'done', at: world.now }, `${command}-read`);
  deps.nudge();
  return await cardAnswer(pressed);
}

async function say(pressed: Pressed, kind: Kind, topic: string): Promise<Answer> {
  const { deps, world, campaign, recipient } = pressed;
  const typed = typedIn(pressed.request.data, topic);
  const day = { help: '', done: typed.on, later: typed.until }[kind];
  // With the day in it: a card that another device has not drawn again yet must not lose the day that is chosen on it now.
  const command = [pressed.command, kind, topic, day].filter((part) => part !== '').join('-');
  const speaking = { school: recipient.school, person: recipient.person, topic, command };
  const spoken =
    kind === 'help'
      ? (await speakForHelp(deps, world, speaking)).spoken
      : await speak(deps, world, speaking, decisionOn(kind, typed, pressed));
  if (spoken === undefined) return nothingHere;
  const { said, learner } = spoken;
  if (said.kind === 'refused') return await cardAnswer(pressed, { topic, view: refusedView(said, typed) });
  const words = {
    answered: kind,
    at: world.now,
    topic,
    ...(kind === 'done' ? { on: typed.on } : kind === 'later' ? { until: typed.until } : {}),
  };
  await noteSaid(deps, world, { campaign, recipient, learner }, words, command);
  deps.nudge();
  return await cardAnswer(pressed);
}

type Typed = Pick<TypedView, 'on' | 'certificate' | 'until'>;

function typedIn(data: CardRequest['data'], topic: string): Typed {
  const line = (id: string) => shortened(typedText(data[`${id}.${topic}`]).trim(), 200);
  return { on: line('on'), certificate: line('certificate'), until: line('until') };
}

/** A day that they gave on this card before is put right; it is not a second piece of training. */
function decisionOn(kind: 'done' | 'later', typed: Typed, { campaign, deps }: Pressed): (saying: Saying) => SayDecision {
  if (kind === 'later') return (saying) => putOff(saying, typed.until);
  return (saying) => correctDay(saying, typed.on, campaign.confirmedAt) ?? sayDone(saying, { ...typed, entry: deps.newId() });
}

function refusedView({ reason, field }: Extract<SayDecision, { kind: 'refused' }>, typed: Typed): TypedView {
  return { ...typed, field: field ?? 'none', words: sayWord(reason) };
}

/** The card as it stands now, which the worker soon puts in place of the posted one. */
async function cardAnswer({ deps, world, campaign, recipient }: Pressed, typed?: { topic: string; view: TypedView }): Promise<Answer> {
  const { school, person } = recipient;
  const [now, learner] = await Promise.all([
    loadRecipient(deps.records, school, campaign.key, person),
    loadLearner(deps, world, school, person),
  ]);
  if (now === undefined || learner === undefined) return nothingHere;
  const view = reminderView(
    { campaign, learner, recipient: now, ...(typed === undefined ? {} : { typed }) },
    world,
    namesOf(deps.directory, school),
  );
  return view === 'nothing-owed' ? nothingHere : { kind: 'card', card: reminderCard(view) };
}
