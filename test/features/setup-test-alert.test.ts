import assert from 'node:assert/strict';
import type { TestAlert } from '#domain/test-alert.ts';
import { drawTestAlert } from '#features/setup/test-received.ts';
import { latestTest, replaceTest, testAlertDoc } from '#stores/test-alert-record.ts';
import { checkCard, textOf } from '#test/support/check-card.ts';
import { aSchool, cardOf, people, pressOn, type School, type Who } from './setup-harness.ts';

let school: School;
beforeEach(async () => {
  school = await aSchool({
    holders: { headteacher: [people.lowe.id], dsl: [people.shah.id] },
    places: [{ conversationId: '19:p', name: 'Safeguarding', kind: 'private-channel', use: 'dsl' }],
  });
});
afterEach(() => school.store.close());

const text = (answer: Parameters<typeof cardOf>[0]) => (answer.kind === 'message' ? answer.text : textOf(cardOf(answer)));
const send = async () => pressOn(school, 'admin', await school.press('admin', 'setup.test'), 'Send a test alert');

async function sent() {
  const stored = await latestTest(school.deps.records, 'larkfield');
  assert.ok(stored);
  return stored;
}

/** What the worker records after it has tried. */
async function delivered(failed: Partial<Record<string, string>>) {
  const { body, etag, id } = await sent();
  const postings = body.postings.map((posting) => {
    const reason = failed['person' in posting.to ? posting.to.person : posting.to.place];
    return reason === undefined ? { ...posting, shown: posting.want } : { ...posting, failed: reason };
  });
  await replaceTest(
    school.deps.records,
    testAlertDoc('larkfield', id.slice('test-alert.'.length), { ...body, postings }, school.clock.now),
    etag,
  );
}

async function receivedBy(who: Who, test: Pick<Awaited<ReturnType<typeof sent>>, 'id' | 'body'>, n: number) {
  const posting = (test.body as TestAlert).postings[n]?.id ?? '';
  const card = drawTestAlert(test, posting, () => '?');
  checkCard(card);
  return pressOn(school, who, { kind: 'card', card }, 'I got it');
}

describe('sending a test alert', () => {
  it('owes a message to every holder and every place', async () => {
    const answer = await send();
    checkCard(cardOf(answer));
    assert.equal(text(answer).split('on its way').length - 1, 3);
    const { index } = await sent();
    assert.equal(index.dueAt, school.clock.now);
  });

  it('twice by the same button, sends once', async () => {
    const screen = await school.press('admin', 'setup.test');
    await pressOn(school, 'admin', screen, 'Send a test alert');
    await pressOn(school, 'admin', screen, 'Send a test alert');
    const { items } = await school.deps.records.list('larkfield', { kind: 'test-alert', order: 'newest', limit: 10 });
    assert.equal(items.length, 1);
  });

  it('shows whom it did not reach, and what to do', async () => {
    await send();
    await delivered({ [people.shah.id]: 'not-installed', '19:p': 'roster-unread' });
    const shown = text(await school.press('admin', 'setup.test'));
    assert.match(shown, /Mrs Shah \(DSL[^\n]*cannot be reached: install the app for them/);
    assert.match(shown, /Mrs Lowe \(Headteacher\): delivered, not confirmed yet/);
    assert.match(shown, /Safeguarding is a private channel. It counts only once/);
  });

  it('is shown to the headteacher, who cannot send one', async () => {
    await send();
    assert.doesNotMatch(text(await school.press('lowe', 'setup.test')), /Send a test alert/);
    assert.equal((await school.press('lowe', 'setup.test-send', { command: 'x' })).kind, 'message');
  });
});

describe('pressing "I got it"', () => {
  it('is the proof that set-up shows', async () => {
    await send();
    await delivered({});
    assert.match(text(await receivedBy('lowe', await sent(), 0)), /Mrs Lowe got it/);
    assert.match(text(await school.press('admin', 'setup.test')), /Mrs Lowe \(Headteacher\): got it, 09:00/);
    assert.match(text(await school.press('admin', 'setup.open')), /Confirmed by 1 of 3/);
  });

  it('on somebody else’s message, or on no test of this school, is refused', async () => {
    await send();
    assert.equal((await receivedBy('patel', await sent(), 0)).kind, 'message');
    assert.equal((await school.press('lowe', 'setup.test-received', { test: 'none', posting: 'none-1' })).kind, 'message');
    assert.equal((await school.press('lowe', 'setup.test-received', { test: '../settings.current', posting: 'x' })).kind, 'message');
  });

  it('in a place, may be done by anybody there, and twice counts once', async () => {
    await send();
    const test = await sent();
    await receivedBy('patel', test, 2);
    const { etag } = await sent();
    await receivedBy('cole', test, 2);
    assert.equal((await sent()).etag, etag);
    assert.deepEqual(
      (await sent()).body.received.map((entry) => entry.by),
      [people.patel.id],
    );
  });
});
