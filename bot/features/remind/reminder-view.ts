import { contentInWords } from '#cards/campaign-words.ts';
import { listed } from '#cards/names.ts';
import type { ReminderTopic, ReminderView, SaidView, TypedView } from '#cards/reminder.card.ts';
import { daysAfter } from '#domain/days.ts';
import type { World } from '#domain/decide.ts';
import { isMeant } from '#domain/training/audience.ts';
import type { Campaign } from '#domain/training/campaign.ts';
import { dayInWords } from '#domain/training/day-words.ts';
import type { Owed } from '#domain/training/owed.ts';
import { findTopic, type Topic } from '#domain/training/policy.ts';
import type { Day, Entry } from '#domain/training/record.ts';
import { owedNow } from '#domain/training/reminders.ts';
import { lastPutOff, whoHelps } from '#domain/training/say.ts';
import type { Learner } from '#features/training/learner.ts';
import type { Names } from '#features/world.ts';
import type { RecipientBody } from '#stores/recipient-record.ts';

const mostTopics = 4;

export type Reminded = {
  campaign: Campaign;
  learner: Learner;
  /** Once it stands in their chat: it then shows what they said. */
  recipient?: Pick<RecipientBody, 'said' | 'applied'> | undefined;
  /** What was typed on it and not taken. */
  typed?: { topic: string; view: TypedView };
};

/** A reminder for one person as things stand. 'nothing-owed': it has not been sent yet, and there is nothing to remind them of. */
export function reminderView(reminded: Reminded, world: World, names: Names): ReminderView | 'nothing-owed' {
  const { campaign, recipient, learner } = reminded;
  if (recipient === undefined && !isMeant(campaign, standingOf(learner))) return 'nothing-owed';
  const keys = topicsOf(reminded);
  const words = 'words' in campaign.content ? campaign.content.words : undefined;
  const { moreIn } = world.ruleSet.training;
  return {
    campaign: campaign.key,
    command: `${campaign.key}-${(recipient?.applied.length ?? 0) + 1}`,
    from: campaign.by === undefined ? 'School' : names(campaign.by),
    ...(words === undefined ? {} : { words }),
    topics: keys.slice(0, mostTopics).flatMap((key) => topicView(key, reminded, world, names)),
    more: Math.max(0, keys.length - mostTopics),
    ...(moreIn === undefined ? {} : { moreIn }),
    ...(isGone(campaign, world) ? { gone: contentInWords(campaign, world) } : {}),
    read: recipient?.said.some(({ topic, answered }) => topic === undefined && answered === 'done') === true,
  };
}

/** What the rule of who is written to looks at. */
export const standingOf = ({ owed, today, loaded }: Learner) => ({ owed, today, entries: loaded.record.entries });

const isGone = ({ content }: Campaign, { ruleSet }: World) =>
  content.kind === 'topic' && findTopic(ruleSet.training, content.topic) === undefined;

/** What the card names: of a list, what they have answered stands where it stood, so that nothing jumps while they go through it. */
export function topicsOf({ campaign: { content }, learner: { owed, today }, recipient }: Omit<Reminded, 'typed'>): string[] {
  if (content.kind === 'topic') return [content.topic];
  if (content.kind === 'words') return [];
  const said = (recipient?.said ?? []).flatMap(({ topic }) => (topic === undefined ? [] : [topic]));
  const now = owedNow(owed, today);
  const chosen = now.filter(({ putOffUntil }) => putOffUntil !== undefined);
  // Whoever asked to hear of it today must find it, however much else is due.
  return [...new Set([...said, ...[...chosen, ...now].map(({ topic }) => topic)])];
}

function topicView(key: string, reminded: Reminded, world: World, names: Names): ReminderTopic[] {
  const topic = findTopic(world.ruleSet.training, key);
  if (topic === undefined) return [];
  const { owed, today } = reminded.learner;
  const mine = owed.find((one) => one.topic === key);
  const said = saidView(key, reminded, world, names);
  // What they name may be so long ago that it is due all the same.
  const isDone = doneSince(key, reminded) !== undefined && mine?.standing !== 'overdue';
  const isNews = topic.asNeeded === true && !isDone;
  const standing = isDone ? 'done' : (mine ?? 'done');
  return [
    {
      ...pick(topic),
      ...startOf(topic),
      today,
      mayBeSaid: topic.by === 'course' && (isNews || standing !== 'done' || said?.kind === 'done'),
      ...(isNews ? { isNews } : {}),
      ...(standing === 'done'
        ? nextOf(mine, today)
        : { due: { day: dayInWords(standing.due, today), passed: standing.due < today }, latest: lastPutOff(standing, today) }),
      ...(said === undefined ? {} : { said }),
      ...(reminded.typed?.topic === key ? { typed: reminded.typed.view } : {}),
    },
  ];
}

const nextOf = (owed: Owed | undefined, today: Day) => (owed === undefined ? {} : { next: dayInWords(owed.due, today) });
const pick = ({ key, label, why, minutes, cite }: Topic) => ({ key, label, why, minutes, cite });

function startOf({ by, quiz }: Topic): { start?: NonNullable<ReminderTopic['start']> } {
  if (by === 'audit') return { start: 'audit' };
  return quiz === undefined ? {} : { start: by === 'quiz' ? 'quiz' : 'practice' };
}

/** Done since this reminder was confirmed: said here, or elsewhere, by a quiz or as the coordinator recorded it. */
function doneSince(key: string, { campaign: { confirmedAt }, learner, recipient }: Reminded): Entry | undefined {
  const saidSo = recipient?.said.some(({ topic, answered }) => topic === key && answered === 'done') === true;
  const isSince = ({ at }: Entry) => (saidSo ? at >= confirmedAt : at > confirmedAt);
  return learner.loaded.record.entries.findLast((entry) => entry.topic === key && isSince(entry));
}

function saidView(key: string, reminded: Reminded, world: World, names: Names): SaidView | undefined {
  const said = reminded.recipient?.said.find(({ topic }) => topic === key);
  const { today, loaded } = reminded.learner;
  const done = doneSince(key, reminded);
  if (said === undefined) return undefined;
  // Only what they said themself is theirs to change; a quiz passed or what was recorded stands on its own.
  if (done !== undefined)
    return done.source === 'self' ? { kind: 'done', on: dayInWords(done.on, today), mayChange: done.by === loaded.person } : undefined;
  if (said.answered === 'done') return undefined;
  if (said.answered === 'help') return { kind: 'help', helpers: listed(whoHelps(world, loaded.person).map(names)) };
  return { kind: 'later', until: dayInWords(loaded.record.putOff[key] ?? said.until ?? daysAfter(today, 1), today) };
}
