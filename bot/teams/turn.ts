import { Application } from '@microsoft/teams-ai';
import type { TurnContext } from 'botbuilder';
import type { Directory } from '#bot/graph/directory.ts';
import type { Log } from '#bot/log.ts';
import { errorKind } from '#bot/log.ts';
import { apologyText, outdatedText } from '#cards/rim.card.ts';
import { strangerText } from '#cards/stranger.card.ts';
import type { Answer, Conversation, SentFile } from '#features/handler.ts';
import type { RimAdapter } from './adapter.ts';
import type { Front } from './front.ts';
import type { Admitted } from './gate.ts';
import type { Asked } from './invoke.ts';
import { fromData, invokes } from './invoke.ts';
import { typedText } from './message.ts';
import { NoState } from './no-state.ts';
import { reportedMessage } from './reported-message.ts';
import { readConsent, sentFiles } from './sent-files.ts';
import { actionBody, chatActivity, dialogBody } from './shape.ts';

/** Posts an answer into the chat that the question came from; false when it did not arrive. Never rejects. */
export type Reply = (tenantId: string, conversation: Conversation, activity: object) => Promise<boolean>;
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
    app.addRoute(
      async ({ activity }) => activity.name === name,
      async (context) => {
        const admitted = admittedTo(context);
        const answer = await act(deps, admitted, read(admitted.activity.value as Record<string, unknown>), door === 'dialog');
        await respond(context, door === 'card' ? actionBody(answer) : dialogBody(answer));
      },
      true,
    );
  }
  app.addRoute(
    async ({ activity }) => activity.name === 'fileConsent/invoke',
    (context) => answerConsent(deps, context),
    true,
  );
  // An invoke that is not for us is taken all the same: an error would be shown to whoever caused it.
  app.addRoute(
    async () => true,
    (context) => respond(context, undefined),
    true,
  );
  app.addRoute(
    async ({ activity }) => activity.type === 'message',
    (context) => answerMessage(deps, admittedTo(context)),
  );
  return async (context, admitted) => {
    context.turnState.set(admittedKey, admitted);
    await app.run(context);
  };
}

async function answerMessage(deps: TurnDeps, admitted: Admitted): Promise<void> {
  const { activity, conversation } = admitted;
  const pressed = fromData(activity.value);
  // A press has no text; whatever else some client puts into the value of a typed message is nothing to us.
  const typed = pressed.verb === undefined && (activity.value === undefined || Boolean(activity.text));
  const files = conversation.kind === 'personal' && pressed.verb === undefined ? sentFiles(activity) : [];
  const answer =
    files.length > 0 ? await receive(deps, admitted, files) : typed ? await say(deps, admitted) : await act(deps, admitted, pressed, false);
  await post(deps, admitted, answer);
}

async function post(deps: TurnDeps, { tenantId, conversation }: Admitted, answer: Answer): Promise<void> {
  const outgoing = chatActivity(answer);
  if (outgoing === undefined || (await deps.reply(tenantId, conversation, outgoing))) return;
  deps.log.warn('turn.broke', { reason: 'reply-not-sent' });
}

async function receive(deps: TurnDeps, admitted: Admitted, files: SentFile[]): Promise<Answer> {
  const { activity, actor, conversation } = admitted;
  if (actor === undefined) return stranger(deps, admitted);
  return answered(deps, 'file', () => deps.front.receive({ actor, files, conversation, activityId: activity.id ?? '' }));
}

/** Teams shows nothing of an answer to this, so whatever is to be said is posted. */
async function answerConsent(deps: TurnDeps, context: TurnContext): Promise<void> {
  const admitted = admittedTo(context);
  const { activity, actor } = admitted;
  const said = readConsent(activity.value);
  const answer =
    actor === undefined
      ? stranger(deps, admitted)
      : said === undefined
        ? refused(deps, 'unknown-verb', outdatedText())
        : await answered(deps, 'offer', () => deps.front.answerOffer({ actor, ...said }));
  await respond(context, undefined);
  await post(deps, admitted, answer);
}

async function act(deps: TurnDeps, admitted: Admitted, { verb, data, messagePayload }: Asked, inDialog: boolean): Promise<Answer> {
  const { activity, actor, tenantId, conversation } = admitted;
  if (actor === undefined) return stranger(deps, admitted);
  if (verb === undefined) return refused(deps, 'unknown-verb', outdatedText());
  return answered(deps, verb, () => {
    const message = messagePayload == null ? undefined : reportedMessage(messagePayload, tenantId);
    return deps.front.act({
      actor,
      verb,
      data,
      conversation,
      activityId: activity.id ?? '',
      inDialog,
      ...(message === undefined ? {} : { message }),
    });
  });
}

async function say(deps: TurnDeps, admitted: Admitted): Promise<Answer> {
  const { activity, actor, conversation } = admitted;
  if (actor === undefined) return stranger(deps, admitted);
  return answered(deps, 'text', () => deps.front.say({ actor, text: typedText(activity), conversation }));
}

/** What breaks in the front ends here: the person is told, and the log gets the kind of error, never its text. */
async function answered({ log }: TurnDeps, verb: string, work: () => Promise<Answer>): Promise<Answer> {
  const began = performance.now();
  try {
    const answer = await work();
    log.info('turn.answered', { verb, ms: Math.round(performance.now() - began) });
    return answer;
  } catch (error) {
    log.error('turn.broke', { verb, error: errorKind(error) });
    return { kind: 'message', text: apologyText() };
  }
}

function stranger(deps: TurnDeps, { school }: Admitted): Answer {
  return refused(deps, 'stranger', strangerText(deps.directory.schoolName(school)));
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
