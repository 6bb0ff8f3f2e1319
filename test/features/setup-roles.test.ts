import assert from 'node:assert/strict';
import { setupNoticeCard } from '#cards/setup-notice.card.ts';
import type { PersonId } from '#domain/people.ts';
import { noticeView } from '#features/setup/notice-view.ts';
import { type NoticeBody, releaseNotices } from '#stores/notices.ts';
import { checkCard, textOf } from '#test/support/check-card.ts';
import { aSchool, cardOf, people, picked, pressOn, type School, type Who } from './setup-harness.ts';

const { admin, shah, cole, lowe } = people;
let school: School;
beforeEach(async () => {
  school = await aSchool({ holders: { headteacher: [lowe.id], dsl: [shah.id] } });
});
afterEach(() => school.store.close());

const text = (answer: Parameters<typeof cardOf>[0]) => (answer.kind === 'message' ? answer.text : textOf(cardOf(answer)));
const open = (role: string) => school.press('admin', 'setup.role', { role });
const save = async (role: string, holders: string, more: object = {}) =>
  pressOn(school, 'admin', await open(role), 'Save', { holders, ...more });
const holders = async (role: 'dsl' | 'deputy-dsl' | 'chair') => (await school.settings()).settings.holders[role] ?? [];

/** What the worker does next: writes the notices that are owed. */
async function noticesFor(who: PersonId): Promise<NoticeBody[]> {
  await releaseNotices(school.deps.records, 'larkfield', school.clock.now);
  const { items } = await school.deps.records.list<NoticeBody>('larkfield', { kind: 'notice', order: 'oldest', limit: 50 });
  return items.map((item) => item.body).filter((body) => body.to.includes(who));
}

/** The notice as that person sees it now. */
async function seenBy(who: Who) {
  const notice = (await noticesFor(people[who].id)).at(-1);
  assert.ok(notice);
  const names = (id: PersonId) => Object.values(people).find((person) => person.id === id)?.name ?? '?';
  const card = setupNoticeCard({ ...noticeView(await school.settings(), notice, people[who].id), names });
  checkCard(card);
  return { kind: 'card' as const, card };
}

describe('naming somebody for a role that nobody holds', () => {
  it('stands at once, and whoever is named can say that it is right', async () => {
    assert.match(text(await save('deputy-dsl', picked('cole'))), /this stands from now on/);
    assert.deepEqual(await holders('deputy-dsl'), [cole.id]);
    const answer = await pressOn(school, 'cole', await seenBy('cole'), 'Yes, that is right');
    assert.match(text(answer), /Mr Cole confirmed it/);
    assert.deepEqual((await school.settings()).pending, []);
  });

  it('is taken back by whoever says that it is not theirs', async () => {
    await save('deputy-dsl', picked('cole'));
    await pressOn(school, 'cole', await seenBy('cole'), 'No, not me');
    assert.deepEqual(await holders('deputy-dsl'), []);
    assert.match(text(await seenBy('admin')), /said that they do not hold this role/);
  });

  it('refuses somebody who is not in the school’s list, beside the field, and keeps the rest', async () => {
    const answer = await save('deputy-dsl', picked('cole', 'pupil'), { 'outsider-name': 'Mr Ash', 'outsider-phone': '201' });
    assert.match(text(answer), /not in the school’s list/);
    assert.equal(cardOf(answer).body.find((element) => element.id === 'outsider-name')?.value, 'Mr Ash');
    assert.deepEqual(await holders('deputy-dsl'), []);
  });

  it('may name somebody without an account, to be rung', async () => {
    await save('chair', '', { 'outsider-name': 'Mr Ash', 'outsider-phone': '01632 960 140' });
    assert.deepEqual((await school.settings()).settings.outsiders.chair, { name: 'Mr Ash', phone: '01632 960 140' });
  });

  it('is not done by an administrator for themself (S-21)', async () => {
    assert.match(text(await save('deputy-dsl', picked('admin'))), /nothing has changed yet. Mrs Lowe is asked to agree/);
    assert.deepEqual(await holders('deputy-dsl'), []);
    assert.equal(
      (await school.press('admin', 'setup.confirm-role', { change: (await school.settings()).pending[0]?.change })).kind,
      'message',
    );
  });
});

describe('changing a role that somebody holds', () => {
  it('waits for the headteacher, then tells old and new holders', async () => {
    await save('dsl', picked('cole'));
    assert.deepEqual(await holders('dsl'), [shah.id]);
    const question = await seenBy('lowe');
    assert.match(text(question), /Mrs Shah[\s\S]*Mr Cole/);
    await pressOn(school, 'lowe', question, 'I agree');
    assert.deepEqual(await holders('dsl'), [cole.id]);
    for (const person of [shah, cole, admin])
      assert.deepEqual(
        (await noticesFor(person.id)).map((notice) => notice.about),
        ['role-change'],
      );
  });

  it('twice, is agreed to once', async () => {
    await save('dsl', picked('cole'));
    const question = await seenBy('lowe');
    const first = await pressOn(school, 'lowe', question, 'I agree');
    const events = (await school.settings()).events.length;
    assert.deepEqual(await pressOn(school, 'lowe', question, 'I agree'), first);
    assert.equal((await school.settings()).events.length, events);
  });

  it('is answered by nobody who was not asked', async () => {
    await save('dsl', picked('cole'));
    const change = (await school.settings()).pending[0]?.change;
    for (const who of ['cole', 'shah', 'patel', 'admin'] as const) {
      assert.equal((await school.press(who, 'setup.confirm-role', { change })).kind, 'message');
    }
    assert.deepEqual(await holders('dsl'), [shah.id]);
  });

  it('redraws the question without its buttons once it is answered', async () => {
    await save('dsl', picked('cole'));
    await pressOn(school, 'lowe', await seenBy('lowe'), 'I do not agree');
    const [notice] = await noticesFor(lowe.id);
    assert.deepEqual(
      notice?.postings.map((posting) => posting.want),
      [2],
    );
    const { card } = await seenBy('lowe');
    assert.ok(card.actions === undefined && textOf(card).includes('did not agree'));
  });

  it('writes each notice once, however often the worker is woken', async () => {
    await save('dsl', picked('cole'));
    await noticesFor(lowe.id);
    assert.equal((await noticesFor(lowe.id)).length, 1);
    assert.deepEqual((await school.settings()).owed, []);
  });
});

describe('the order of several holders', () => {
  it('is changed by moving somebody up, and kept by Save', async () => {
    const picks = { holders: picked('cole', 'ali', 'patel') };
    const shown = await pressOn(school, 'admin', await open('slt'), 'Show the order', picks);
    checkCard(cardOf(shown));
    const moved = await pressOn(school, 'admin', shown, 'Move Ms Patel up', picks);
    await pressOn(school, 'admin', moved, 'Save', picks);
    const { slt } = (await school.settings()).settings.holders;
    assert.deepEqual(slt, [cole.id, people.patel.id, people.ali.id]);
  });

  it('puts somebody newly picked last, and drops whoever was taken out', async () => {
    const shown = await pressOn(school, 'admin', await open('slt'), 'Show the order', { holders: picked('cole', 'ali') });
    await pressOn(school, 'admin', shown, 'Save', { holders: picked('patel', 'ali') });
    const { slt } = (await school.settings()).settings.holders;
    assert.deepEqual(slt, [people.ali.id, people.patel.id]);
  });
});

describe('who is told in the holidays', () => {
  it('must be answered by a name or by "nobody"', async () => {
    const screen = await school.press('admin', 'setup.holiday');
    assert.match(text(await pressOn(school, 'admin', screen, 'Save', { answer: 'set' })), /Please pick a person/);
    await pressOn(school, 'admin', screen, 'Save', { answer: 'set', holders: picked('cole') });
    const { settings } = await school.settings();
    assert.deepEqual([settings.holidayContact, settings.holders['holiday-contact']], ['set', [cole.id]]);
  });
});
