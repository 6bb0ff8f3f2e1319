import type { Config } from '#bot/config.ts';
import type { Directory } from '#bot/graph/directory.ts';
import type { Log } from '#bot/log.ts';
import { errorKind } from '#bot/log.ts';
import type { Meeting } from '#features/meet.ts';
import type { Identity, RimAdapter } from './adapter.ts';
import type { Front } from './front.ts';
import type { Admitted } from './gate.ts';
import { createGate } from './gate.ts';
import { lifecycleMeeting, seenMeeting } from './lifecycle.ts';
import type { Reply } from './turn.ts';
import { createTurns } from './turn.ts';

export type HttpAnswer = { status: number; body?: unknown };
type RimDeps = { config: Config; adapter: RimAdapter; directory: Directory; front: Front; log: Log; reply: Reply };

/** What `/api/messages` does with a body: token, gate, turn, in that order. Rejects only on a breakage of our own. */
export function createRim(deps: RimDeps): (authorization: string, body: unknown) => Promise<HttpAnswer> {
  const gate = createGate(deps.config, deps.directory);
  const runTurn = createTurns(deps);
  return async (authorization, body) => {
    if (!isRecord(body)) return { status: 400, body: 'The body is not a JSON object.' };
    const identity = await deps.adapter.identify(authorization, body);
    if (identity === undefined) return refuse(deps.log, 401, 'token', 'Sign in first.');
    const admitted = gate(body);
    if ('status' in admitted) return refuse(deps.log, admitted.status, admitted.reason, admitted.text);
    return dispatch(deps, runTurn, identity, body, admitted);
  };
}

type RunTurn = ReturnType<typeof createTurns>;

async function dispatch(deps: RimDeps, runTurn: RunTurn, identity: Identity, body: object, admitted: Admitted): Promise<HttpAnswer> {
  const { type } = admitted.activity;
  if (type === 'installationUpdate' || type === 'conversationUpdate') {
    const meeting = lifecycleMeeting(admitted);
    if (meeting !== undefined) await meet(deps, meeting);
    return { status: 200 };
  }
  // Read receipts, reactions, edits and whatever Teams invents next: taken, and nothing done.
  if (type !== 'message' && type !== 'invoke') return { status: 200 };
  // Not awaited: where somebody is reached later must not delay what they asked for now.
  if (admitted.actor !== undefined) void meet(deps, seenMeeting(admitted));
  return (await deps.adapter.turn(identity, body, (context) => runTurn(context, admitted))) ?? { status: 200 };
}

async function meet({ front, log }: RimDeps, meeting: Meeting): Promise<void> {
  try {
    await front.meet(meeting);
  } catch (error) {
    log.warn('turn.broke', { reason: 'meeting', error: errorKind(error) });
  }
}

function refuse(log: Log, status: number, reason: string, body: string): HttpAnswer {
  log.warn('turn.refused', { status, reason });
  return { status, body };
}

function isRecord(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}
