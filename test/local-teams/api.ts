import type { z } from 'zod';
import * as requests from './api-requests.ts';
import { readCommands } from './commands.ts';
import { answerFile, sendFile } from './files-do.ts';
import { again, announce, CannotDo, composeAction, messageAction, say, setApp, setAppInPlace } from './people-do.ts';
import { viewPeople, viewPerson } from './person-view.ts';
import { type Hands, pressInDialog, pressOnMessage } from './press.ts';
import {
  type Account,
  type Conversation,
  deskOf,
  findAccount,
  findConversation,
  type Message,
  personalChatOf,
  type World,
} from './world.ts';

/** The school's clock, when it can be moved. */
export type Clock = { now(): string; skip(minutes: number): Promise<void>; skipToNextSchoolDay(): Promise<void> };
/** The policies that can be chosen on the page. */
export type RuleSets = {
  available: { key: string; name: string }[];
  current(): Promise<string> | string;
  choose(key: string): Promise<void>;
};

export type ApiDeps = { hands: Hands; settled: () => Promise<void>; clock: Clock | undefined; ruleSets: RuleSets | undefined };
export type ApiCall = { method: string; path: string; query: URLSearchParams; body: unknown };

function accountOf(world: World, who: string): Account {
  const account = findAccount(world, who);
  if (account === undefined) throw new CannotDo(`Nobody, or more than one person, is called "${who}"`);
  return account;
}

function conversationOf(world: World, id: string): Conversation {
  const found =
    findConversation(world, id)?.conversation ??
    [...world.conversations.values()].find(({ name, kind }) => kind !== 'personal' && name === id);
  if (found === undefined) throw new CannotDo(`There is no conversation "${id}"`);
  return found;
}

/** A message that this person can see. */
function messageOf(world: World, account: Account, id: string): { conversation: Conversation; message: Message } {
  for (const conversation of world.conversations.values()) {
    const message = conversation.members.includes(account.id) ? conversation.messages.find((one) => one.id === id) : undefined;
    if (message !== undefined) return { conversation, message };
  }
  throw new CannotDo(`This person sees no message "${id}"`);
}

const chatOr = (world: World, account: Account, id: string | undefined) =>
  id === undefined ? personalChatOf(world, account.id) : conversationOf(world, id);

type Route = (deps: ApiDeps, call: ApiCall) => unknown;

/** A route that reads a body of this shape. */
function reading<S extends z.ZodType>(shape: S, run: (deps: ApiDeps, body: z.output<S>) => unknown): Route {
  return (deps, { body }) => run(deps, shape.parse(body));
}

/** A route by which one person does something; it answers with what they see afterwards. */
function doing<S extends z.ZodType<{ as: string }>>(shape: S, run: (hands: Hands, account: Account, body: z.output<S>) => unknown): Route {
  return reading(shape, async ({ hands }, body) => {
    const account = accountOf(hands.world, body.as);
    const outcome = await run(hands, account, body);
    return {
      ...viewPerson(hands.world, account),
      ...(typeof outcome === 'object' && outcome !== null && 'opened' in outcome ? outcome : {}),
    };
  });
}

async function clockNow({ hands, clock }: ApiDeps) {
  return { now: hands.world.now(), movable: clock !== undefined };
}

async function skip(deps: ApiDeps, body: z.output<typeof requests.Skip>) {
  if (deps.clock === undefined) throw new CannotDo('This clock cannot be moved');
  if ('minutes' in body) await deps.clock.skip(body.minutes);
  else await deps.clock.skipToNextSchoolDay();
  return clockNow(deps);
}

async function ruleSets({ ruleSets: sets }: ApiDeps) {
  return { available: sets?.available ?? [], current: await sets?.current() };
}

function roster({ hands }: ApiDeps, { conversation: id, fails, guests }: z.output<typeof requests.Roster>) {
  const conversation = conversationOf(hands.world, id);
  Object.assign(conversation, fails === undefined ? {} : { rosterFails: fails }, guests === undefined ? {} : { guests });
  return {};
}

function orderFaults({ hands: { world } }: ApiDeps, { faults }: z.output<typeof requests.FaultOrders>) {
  const resolved = faults.map((fault) => ({
    ...fault,
    ...(fault.person === undefined ? {} : { person: accountOf(world, fault.person).id }),
  }));
  world.faults.push(...resolved);
  return { faults: world.faults };
}

/** Every call under `/local/`; README.md beside this file says what each one is for. */
const routes: Record<string, Route> = {
  'GET /local/people': ({ hands }) => ({ school: hands.world.file.name, people: viewPeople(hands.world) }),
  'GET /local/commands': () => readCommands(),
  'GET /local/state': ({ hands }, { query }) => viewPerson(hands.world, accountOf(hands.world, query.get('as') ?? '')),
  'POST /local/say': doing(requests.Say, (hands, account, { conversation, ...saying }) =>
    say(hands, account, chatOr(hands.world, account, conversation), saying),
  ),
  'POST /local/file': doing(requests.SendFile, (hands, account, { conversation, ...file }) =>
    sendFile(hands, account, chatOr(hands.world, account, conversation), file),
  ),
  'POST /local/file-answer': doing(requests.AnswerFile, (hands, account, { message: id, action }) => {
    const { conversation, message } = messageOf(hands.world, account, id);
    return answerFile(hands, account, conversation, message, action);
  }),
  'POST /local/press': doing(requests.Press, (hands, account, { on, button, inputs }) =>
    on === 'dialog'
      ? pressInDialog(hands, account, button, inputs)
      : pressOnMessage(hands, account, messageOf(hands.world, account, on), button, inputs),
  ),
  'POST /local/dialog/close': doing(requests.Who, ({ world }, account) => delete deskOf(world, account.id).dialog),
  'POST /local/message-action': doing(requests.MessageAction, (hands, account, { message: id, command }) => {
    const { conversation, message } = messageOf(hands.world, account, id);
    return messageAction(hands, account, conversation, message, command);
  }),
  'POST /local/compose-action': doing(requests.ComposeAction, (hands, account, { conversation, command }) =>
    composeAction(hands, account, chatOr(hands.world, account, conversation), command),
  ),
  'POST /local/read': doing(requests.Read, ({ world }, account, { conversation }) => {
    for (const message of conversationOf(world, conversation).messages) message.readBy.add(account.id);
  }),
  'POST /local/app': doing(requests.App, (hands, account, { app }) => setApp(hands, account, app)),
  'POST /local/place': doing(requests.Place, (hands, account, { conversation, app }) =>
    setAppInPlace(hands, account, conversationOf(hands.world, conversation), app),
  ),
  'POST /local/announce': ({ hands }) => announce(hands),
  'POST /local/again': doing(requests.Again, (hands, account, { newId }) => again(hands, account, newId)),
  'POST /local/settled': ({ settled }) => settled(),
  'GET /local/clock': clockNow,
  'POST /local/clock/skip': reading(requests.Skip, skip),
  'GET /local/rule-sets': ruleSets,
  'POST /local/rule-sets': reading(requests.RuleSetChoice, async (deps, { key }) => {
    await deps.ruleSets?.choose(key);
    return ruleSets(deps);
  }),
  'GET /local/record': ({ hands }) => ({ record: hands.world.record }),
  'POST /local/faults': reading(requests.FaultOrders, orderFaults),
  'DELETE /local/faults': ({ hands }) => ({ cleared: hands.world.faults.splice(0).length }),
  'POST /local/roster': reading(requests.Roster, roster),
};

/** Answers one call, or undefined when there is no such call. Throws CannotDo, NotOnTheCard or a ZodError for what cannot be done. */
export async function answerApi(deps: ApiDeps, call: ApiCall): Promise<unknown> {
  const route = Object.hasOwn(routes, `${call.method} ${call.path}`) ? routes[`${call.method} ${call.path}`] : undefined;
  return route === undefined ? undefined : ((await route(deps, call)) ?? {});
}
