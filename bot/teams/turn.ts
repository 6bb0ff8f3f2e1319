import { Application, TurnState } from '@microsoft/teams-ai';
import type { TurnContext } from 'botbuilder';
import type { Directory } from '#bot/graph/directory.ts';
import type { Log } from '#bot/log.ts';
import { errorKind } from '#bot/log.ts';
import { apologyText, outdatedText } from '#cards/rim.card.ts';
import { strangerText } from '#cards/stranger.card.ts';
import type { Actor } from '#domain/people.ts';
import type { Answer, Conversation } from '#features/handler.ts';
import type { RimAdapter } from './adapter.ts';
import type { Front } from './front.ts';
import type { Admitted } from './gate.ts';
import type { Asked } from './invoke.ts';
import { fromData, invokes } from './invoke.ts';
import { typedText } from './message.ts';
import { reportedMessage } from './reported-message.ts';
import { actionBody, chatActivity, dialogBody } from './shape.ts';

/** Posts an answer into the chat that the question came from. Never rejects: a lost answer must not break the turn. */
export type Reply = (tenantId: string, conversation: Conversation, activity: object) => Promise<void>;
type TurnDeps = { adapter: RimAdapter; front: Front; directory: Directory; log: Log; reply: Reply };

const admittedKey = Symbol('admitted');

/** Routes a turn by teams-ai, and gives every door its shape of the front's answer. The one exported step runs one turn. */
export function createTurns(deps: TurnDeps): (context: TurnContext, admitted: Admitted) => Promise<void> {
  const app = new Application<NoState>({
    adapter: deps.adapter,
    startTypingTimer: false,
    removeRecipientMention: false,
    turnStateFactory: () => new NoState(),
  });
  for (const { name, door, read } of invokes) {
    app.addRoute(async ({ activity }) => activity.name === name, async (context) => {
      const admitted = admittedTo(context);
      const answer = await act(deps, admitted, read(admitted.activity.value as Record<string, unknown>));
      await respond(context, door === 'card' ? actionBody(answer) : dialogBody(answer));
    }, true);
  }
  // An invoke that nobody took still owes an answer: without one the SDK says 501 and Teams shows an error.
  app.addRoute(async () => true, (context) => respond(context, undefined), true);
  app.addRoute(async ({ activity }) => activity.type === 'message', (context) => answerMessage(deps, admittedTo(context)));
  return async (context, admitted) => {
    context.turnState.set(admittedKey, admitted);
    await app.run(context);
  };
}

async function answerMessage(deps: TurnDeps, admitted: Admitted): Promise<void> {
  const { activity, tenantId, conversation } = admitted;
  const pressed = typeof activity.value === 'object';
  const answer = pressed ? await act(deps, admitted, fromData(activity.value)) : await say(deps, admitted);
  const outgoing = chatActivity(answer);
  if (outgoing !== undefined) await deps.reply(tenantId, conversation, outgoing);
}

function act(deps: TurnDeps, admitted: Admitted, { verb, data, messagePayload }: Asked): Promise<Answer> {
  const { activity, tenantId, conversation } = admitted;
  return answered(deps, admitted, verb ?? 'none', async (actor) => {
    if (verb === undefined) return refused(deps, 'unknown-verb', outdatedText());
    const message = messagePayload == null ? undefined : reportedMessage(messagePayload, tenantId);
    return deps.front.act({ actor, verb, data, conversation, activityId: activity.id ?? '', ...(message === undefined ? {} : { message }) });
  });
}

function say(deps: TurnDeps, admitted: Admitted): Promise<Answer> {
  const { activity, conversation } = admitted;
  return answered(deps, admitted, 'text', (actor) => deps.front.say({ actor, text: typedText(activity), conversation }));
}

/** The one place that decides between an answer, the refusal of a stranger and the apology; one log line each. */
async function answered(deps: TurnDeps, { school, actor }: Admitted, verb: string, work: (actor: Actor) => Promise<Answer>): Promise<Answer> {
  if (actor === undefined) return refused(deps, 'stranger', strangerText(deps.directory.schoolName(school)));
  const began = performance.now();
  try {
    const answer = await work(actor);
    deps.log.info('turn.answered', { verb, ms: Math.round(performance.now() - began) });
    return answer;
  } catch (error) {
    deps.log.error('turn.broke', { verb, error: errorKind(error) });
    return { kind: 'message', text: apologyText() };
  }
}

function refused({ log }: TurnDeps, reason: string, text: string): Answer {
  log.warn('turn.refused', { reason });
  return { kind: 'message', text };
}

async function respond(context: TurnContext, body: object | undefined): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, ...(body === undefined ? {} : { body }) } });
}

function admittedTo(context: TurnContext): Admitted {
  return context.turnState.get(admittedKey) as Admitted;
}

/** teams-ai loads and saves a state around every turn. We keep none, so ours is empty and costs nothing. */
class NoState extends TurnState {
  override load(): Promise<boolean> {
    return Promise.resolve(true);
  }

  override save(): Promise<void> {
    return Promise.resolve();
  }
}
