import assert from 'node:assert/strict';
import type { Directory } from '#bot/graph/directory.ts';
import type { World } from '#domain/decide.ts';
import { Settings } from '#domain/settings.ts';
import { nobodyListed } from '#domain/training/digest.ts';
import { digestFor } from '#features/training/draw-digest.ts';
import type { TeamBody, WeekBody } from '#stores/training-notice.ts';
import { dslFirst, headteacherFirst } from '#test/domain/rule-sets.ts';
import { textOf } from '#test/support/check-card.ts';

const tenant = '11111111-1111-4111-8111-111111111111';
const field = `${tenant}:22222222-2222-4222-8222-222222222221`;
const patel = `${tenant}:22222222-2222-4222-8222-222222222222`;
const directory = { member: () => ({ id: patel, name: 'Ms Robyn Patel', kind: 'staff' }) } as unknown as Directory;
const ruleSets = { 'dsl-first': dslFirst, 'headteacher-first': headteacherFirst };
const at = '2026-11-23T08:00:00.000Z';
const worldWith = (holders: object): World => ({
  now: at,
  newId: () => '',
  settings: Settings.parse({ holders }),
  ruleSet: headteacherFirst,
});
const common = { at, day: '2026-11-23', postings: [], own: {} };
const late = { count: 1, first: [{ person: patel, topics: ['refresher'] }] };
const week: WeekBody = {
  ...common,
  about: 'training-week',
  rows: [],
  people: { all: 1, inDate: 0, dueSoon: 0, overdue: 1 },
  starters: nobodyListed,
  help: nobodyListed,
  late,
  unreached: { count: 0, more: false, first: [] },
};
const draw = (body: WeekBody | TeamBody, holders: object) =>
  digestFor(body, field, { directory, ruleSets, world: worldWith(holders), school: 'larkfield' });

describe('a message about others that has not been sent yet', () => {
  it('is not sent to somebody who has lost the role by then', () => {
    assert.deepEqual(draw(week, {}), { withheld: 'not-theirs' });
  });

  it('names people to whoever still has it', () => {
    const drawn = draw(week, { 'computing-coordinator': [field] });
    assert.ok('card' in drawn);
    assert.match(textOf(drawn.card), /Ms Robyn Patel/);
    assert.equal(drawn.summary, 'Online Safety: training this week.');
  });

  it('calls topics as either rule set calls them, and shows nobody a key', () => {
    const topics = ['online-safeguarding', 'no-such-topic'];
    const drawn = draw({ ...week, late: { count: 1, first: [{ person: patel, topics }] } }, { 'computing-coordinator': [field] });
    assert.ok('card' in drawn);
    assert.match(textOf(drawn.card), /Ms Robyn Patel\**: Induction: online safeguarding and A topic no longer in use\./);
  });

  it('names their own people to a line manager without any role', () => {
    const drawn = draw({ ...common, about: 'training-team', late }, {});
    assert.ok('card' in drawn);
    assert.match(textOf(drawn.card), /Ms Robyn Patel/);
  });
});
