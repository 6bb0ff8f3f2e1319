import type { Card } from '#cards/parts.ts';
import { roleNames } from '#cards/setup-words.ts';
import { dueInWords } from '#cards/training-entries.part.ts';
import type { ListedView } from '#cards/training-figures.part.ts';
import { trainingMonthCard } from '#cards/training-month.card.ts';
import { trainingTeamCard } from '#cards/training-team.card.ts';
import { trainingWeekCard } from '#cards/training-week.card.ts';
import type { World } from '#domain/decide.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import { maySeeTraining } from '#domain/training/access.ts';
import { datedDay, dayInWords } from '#domain/training/day-words.ts';
import type { Listed } from '#domain/training/digest.ts';
import type { Deps } from '#features/handler.ts';
import type { Own } from '#stores/round-record.ts';
import type { MonthBody, TrainingNoticeBody, WeekBody } from '#stores/training-notice.ts';
import { labelIn, nameIn, type TrainingScreen } from './training-screen.ts';

/** All that a lock screen shows. */
const summaries = {
  'training-week': 'Online Safety: training this week.',
  'training-month': 'Online Safety: training this month.',
  'training-team': 'Online Safety: training in your team.',
};

export const isDigest = (body: { about?: unknown }): body is TrainingNoticeBody =>
  typeof body.about === 'string' && Object.hasOwn(summaries, body.about);

/** The message, or why it may not stand in this chat any more: names of others are for whoever is entitled to them on the day. */
export function digestFor(
  body: TrainingNoticeBody,
  person: PersonId,
  { world, school, ...deps }: Pick<Deps, 'directory' | 'ruleSets'> & { world: World; school: SchoolKey },
): { card: Card; summary: string; alert: false } | { withheld: string } {
  if (body.about !== 'training-team' && !maySeeTraining(world, person)) return { withheld: 'not-theirs' };
  const words = { world, name: nameIn(deps, school), label: labelIn(deps, world) };
  return { card: drawDigest(body, person, words), summary: summaries[body.about], alert: false };
}

type Words = Pick<TrainingScreen, 'name' | 'label'> & { world: World };

/** For one of its readers, from the figures of the day on which it was made. */
function drawDigest(body: TrainingNoticeBody, reader: PersonId, words: Words): Card {
  const lateDays = words.world.ruleSet.training.remind.escalateAfterDays;
  const own = (body.own[reader] ?? []).map((one) => dueView(one, body.day, words));
  switch (body.about) {
    case 'training-week':
      return trainingWeekCard({ ...weekView(body, words), lateDays, own });
    case 'training-month':
      return trainingMonthCard({ ...monthView(body, words), lateDays, own });
    case 'training-team':
      return trainingTeamCard({ late: listedView(body.late, words), lateDays, own });
  }
}

function weekView(body: WeekBody, words: Words) {
  const { people, before, unreached, instead = false } = body;
  return {
    day: dayInWords(body.day, body.day),
    instead,
    people,
    rows: rowsView(body, words),
    ...(before && { before }),
    starters: listedView(body.starters, words),
    help: listedView(body.help, words),
    late: listedView(body.late, words),
    unreached: { ...unreached, first: unreached.first.map(({ person, reason }) => ({ name: words.name(person), reason })) },
  };
}

function monthView(body: MonthBody, words: Words) {
  const lastView = ({ last }: { last?: string }) => (last === undefined ? {} : { last: datedDay(last) });
  return {
    day: dayInWords(body.day, body.day),
    people: body.people,
    rows: rowsView(body, words),
    starters: listedView(body.starters, words),
    late: listedView(body.late, words),
    noEntry: body.noEntry.map((one) => ({
      roles: one.roles.map((role) => roleNames[role]),
      name: words.name(one.person),
      ...lastView(one),
    })),
    development: body.development.map((one) => ({
      name: words.name(one.person),
      owed: one.owed.map((owed) => dueView(owed, body.day, words)),
      ...lastView(one),
    })),
  };
}

const rowsView = ({ rows }: WeekBody | MonthBody, { label }: Words) => rows.map(({ topic, ...row }) => ({ label: label(topic), ...row }));

function listedView({ count, first }: Listed, { name, label }: Words): ListedView {
  return { count, first: first.map(({ person, topics }) => ({ name: name(person), topics: topics.map(label) })) };
}

const dueView = (own: Own, day: string, { label }: Words) => ({ topic: label(own.topic), due: dueInWords(own, day) });
