import type { Config } from '#bot/config.ts';
import type { Log } from '#bot/log.ts';
import { serviceUrlAllowed } from '#bot/service-url.ts';
import type { Outgoing, RosterMember, Sender, SendResult, Target } from '#queue/sender.ts';
import { readChannels } from './channels.ts';
import type { Connector, Reached } from './connector.ts';
import { createConnector } from './connector.ts';
import type { Budget, Limits } from './limits.ts';
import { createBudget } from './limits.ts';
import type { NotSent } from './outcome.ts';
import { notSent } from './outcome.ts';
import { readRoster } from './roster.ts';
import { attachment, fileAttachment } from './shape.ts';
import type { TokenSource } from './token.ts';
import { singleFlight } from './token.ts';
import type { Reply } from './turn.ts';

type SenderOptions = {
  config: Pick<Config, 'profile' | 'serviceUrls' | 'defaultServiceUrl' | 'bot'>;
  token: TokenSource;
  log: Log;
  limits?: Limits;
  /** Milliseconds for one call to Teams; 10,000 unless told. */
  timeLimit?: number | undefined;
  /** Milliseconds, for the limits; a clock that nobody sets unless told. */
  clock?: (() => number) | undefined;
};

/** A sender, the in-turn reply that shares its budget, and `warm`, which fetches the token before anybody waits for it. */
type TeamsSender = Sender & { reply: Reply; warm(): Promise<void> };

type Rim = { connector: Connector; budget: Budget; serviceUrlOf: (given: string | undefined) => string | undefined; botId: string };

/**
 * Everything that reaches Teams outside the answer of an invoke. Each call is made once: whether to try again, and when, is
 * the caller's to decide from the result.
 */
export function createSender({ config, token, log, limits, timeLimit, clock }: SenderOptions): TeamsSender {
  const shared = singleFlight(token);
  const rim: Rim = {
    connector: createConnector({ token: shared, log, ...(timeLimit === undefined ? {} : { timeLimit }) }),
    budget: createBudget(limits, clock),
    // A stored address is checked again, because our token goes there.
    serviceUrlOf: (given = config.defaultServiceUrl) => (serviceUrlAllowed(config, given) ? given : undefined),
    botId: `28:${config.bot?.appId ?? 'local'}`,
  };
  return {
    show: (target, outgoing) => show(rim, target, outgoing),
    roster: (tenantId, conversationId, serviceUrl) => roster(rim, tenantId, conversationId, serviceUrl),
    channels: (tenantId, teamId, serviceUrl) => channels(rim, tenantId, teamId, serviceUrl),
    // Not counted as an alert: somebody who writes without end must not use up what alerts are sent from.
    reply: async (tenantId, { id, serviceUrl }, activity) =>
      (await post(rim, { tenantId, alert: false }, serviceUrl, id, activity)).kind === 'posted',
    warm: async () => void (await shared().catch(() => undefined)),
  };
}

async function show(rim: Rim, target: Target, outgoing: Outgoing): Promise<SendResult> {
  const serviceUrl = rim.serviceUrlOf(target.serviceUrl);
  if (serviceUrl === undefined) return { kind: 'never', reason: 'refused' };
  const call = { tenantId: target.tenantId, alert: outgoing.alert };
  const conversation = await conversationOf(rim, call, serviceUrl, target);
  if (typeof conversation !== 'string') return conversation;
  const activity = activityOf(outgoing);
  const { activityId } = target;
  const reached =
    activityId === undefined
      ? await post(rim, call, serviceUrl, conversation, activity)
      : await put(rim, call, serviceUrl, conversation, activityId, activity);
  if ('after' in reached || reached.kind === 'never') return reached;
  return { kind: 'sent', conversationId: conversation, activityId: activityId ?? reached.id };
}

type Spending = { tenantId: string; alert: boolean };
type Posted = { kind: 'posted'; id: string };

/** The conversation to post in. A person's is created empty, so that the card's own POST brings back the card's own id. */
async function conversationOf(
  rim: Rim,
  spending: Spending,
  serviceUrl: string,
  { conversationId, to, tenantId }: Target,
): Promise<string | NotSent> {
  if (conversationId !== undefined) return conversationId;
  if ('place' in to) return to.place;
  const body = {
    isGroup: false,
    bot: { id: rim.botId },
    members: [{ id: to.person.slice(to.person.indexOf(':') + 1) }],
    tenantId,
    channelData: { tenant: { id: tenantId } },
  };
  const created = await spend(rim, spending, () => rim.connector({ method: 'POST', serviceUrl, path: 'v3/conversations', body }));
  if (created.kind !== 'posted') return created;
  return created.id === '' ? { kind: 'later', after: 10, reason: 'no-answer' } : created.id;
}

function post(rim: Rim, spending: Spending, serviceUrl: string, conversationId: string, body: object): Promise<Posted | NotSent> {
  const path = `v3/conversations/${encodeURIComponent(conversationId)}/activities`;
  return spend(rim, { ...spending, conversationId }, () => rim.connector({ method: 'POST', serviceUrl, path, body }));
}

function put(
  rim: Rim,
  spending: Spending,
  serviceUrl: string,
  conversationId: string,
  activityId: string,
  body: object,
): Promise<Posted | NotSent> {
  const path = `v3/conversations/${encodeURIComponent(conversationId)}/activities/${encodeURIComponent(activityId)}`;
  // Teams limits a thread's new messages; a change of one counts for the whole app only.
  return spend(rim, spending, () => rim.connector({ method: 'PUT', serviceUrl, path, body: { ...body, id: activityId } }));
}

async function spend(rim: Rim, call: Spending & { conversationId?: string }, send: () => Promise<Reached>): Promise<Posted | NotSent> {
  const after = await rim.budget.take(call);
  if (after !== undefined) return { kind: 'later', after, reason: 'throttled' };
  const reached = await send();
  if (reached.kind === 'answered' && reached.status === 429) await rim.budget.pause(call, reached.retryAfter ?? 1);
  return notSent(reached) ?? { kind: 'posted', id: idOf(reached) };
}

function idOf(reached: Reached): string {
  const body = reached.kind === 'answered' ? (reached.body as { id?: unknown } | null | undefined) : undefined;
  return typeof body?.id === 'string' ? body.id : '';
}

/** Never text beside the card: Teams would split it in two and give back no id. */
function activityOf({ summary, alert, ...shown }: Outgoing): object {
  return {
    type: 'message',
    summary,
    attachments: ['file' in shown ? fileAttachment(shown.file) : attachment(shown.card)],
    ...(alert ? { channelData: { notification: { alert: true } } } : {}),
  };
}

async function roster(rim: Rim, tenantId: string, conversationId: string, given: string | undefined): Promise<RosterMember[] | undefined> {
  const serviceUrl = rim.serviceUrlOf(given);
  if (serviceUrl === undefined) return undefined;
  return readRoster(tenantId, async (continuation) => {
    if ((await rim.budget.take({ tenantId, alert: true })) !== undefined) return undefined;
    const query = new URLSearchParams({ pageSize: '500', ...(continuation === undefined ? {} : { continuationToken: continuation }) });
    // Members belong to the channel, not to one thread of it.
    const place = encodeURIComponent(conversationId.split(';')[0] ?? conversationId);
    const reached = await rim.connector({ method: 'GET', serviceUrl, path: `v3/conversations/${place}/pagedmembers?${query}` });
    return reached.kind === 'answered' && reached.status === 200 ? reached.body : undefined;
  });
}

async function channels(rim: Rim, tenantId: string, teamId: string, given: string): Promise<{ id: string; name: string }[] | undefined> {
  const serviceUrl = rim.serviceUrlOf(given);
  if (serviceUrl === undefined || (await rim.budget.take({ tenantId, alert: false })) !== undefined) return undefined;
  const reached = await rim.connector({ method: 'GET', serviceUrl, path: `v3/teams/${encodeURIComponent(teamId)}/conversations` });
  return reached.kind === 'answered' && reached.status === 200 ? readChannels(reached.body) : undefined;
}
