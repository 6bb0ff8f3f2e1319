import assert from 'node:assert/strict';
import { checkCard, partsOf, textOf } from '#test/support/check-card.ts';
import { aSchool, cardOf, people, picked, pressOn, type School } from './setup-harness.ts';

const text = (answer: Parameters<typeof cardOf>[0]) => (answer.kind === 'message' ? answer.text : textOf(cardOf(answer)));

let school: School;
beforeEach(async () => {
  school = await aSchool();
});
afterEach(() => school.store.close());

describe('choosing the rules', () => {
  it('is one press at first, and two for other rules than those in use', async () => {
    const choose = async (ruleSet: string) =>
      pressOn(school, 'admin', await school.press('admin', 'setup.rule-set'), 'Save', { 'rule-set': ruleSet });
    await choose('dsl-first');
    const asked = await choose('headteacher-first');
    assert.match(text(asked), /These are other rules than the ones in use/);
    assert.equal((await school.settings()).settings.ruleSet, 'dsl-first');
    await pressOn(school, 'admin', asked, 'Yes, change the rules', { 'rule-set': 'headteacher-first' });
    assert.equal((await school.settings()).settings.ruleSet, 'headteacher-first');
  });

  it('takes only rules that exist', async () => {
    const screen = await school.press('admin', 'setup.rule-set');
    for (const ruleSet of ['', 'toString', 'mine'])
      assert.match(text(await pressOn(school, 'admin', screen, 'Save', { 'rule-set': ruleSet })), /Please choose one/);
  });
});

describe('entering term dates', () => {
  const autumn = { 'term-0-name': 'Autumn', 'term-0-from': '2026-09-01', 'term-0-to': '2026-12-18' };

  it('adds a row without losing what was typed', async () => {
    const screen = await school.press('admin', 'setup.terms');
    const longer = await pressOn(school, 'admin', screen, 'Add a term', autumn);
    checkCard(cardOf(longer));
    assert.equal(cardOf(longer).body.find((element) => element.id === 'term-0-name')?.value, 'Autumn');
    assert.ok(cardOf(longer).body.some((element) => element.id === 'term-3-name'));
    await pressOn(school, 'admin', longer, 'Save', { ...autumn, 'inset-0': '2026-09-01' });
    const { terms, inset } = (await school.settings()).settings.calendar;
    assert.deepEqual([terms, inset], [[{ name: 'Autumn', from: '2026-09-01', to: '2026-12-18' }], ['2026-09-01']]);
  });

  it('takes half a character out of a name, and saves it', async () => {
    const screen = await school.press('admin', 'setup.terms');
    await pressOn(school, 'admin', screen, 'Save', { ...autumn, 'term-0-name': 'Autumn \ud83c' });
    assert.equal((await school.settings()).settings.calendar.terms[0]?.name, 'Autumn');
  });

  it('says beside the row what cannot be', async () => {
    const answer = await pressOn(school, 'admin', await school.press('admin', 'setup.terms'), 'Save', {
      ...autumn,
      'term-0-to': '2026-08-01',
    });
    const parts = partsOf(cardOf(answer));
    const at = parts.findIndex((part) => part.id === 'term-0-to');
    assert.equal(parts[at + 1]?.text, 'This ends before it begins.');
  });
});

describe('choosing places', () => {
  const body = {
    conversationId: '19:p@thread.tacv2',
    name: 'Safeguarding',
    kind: 'private-channel',
    serviceUrl: 'http://127.0.0.1/',
    tenantId: 't',
  };
  beforeEach(() =>
    school.deps.records.create({ school: 'larkfield', kind: 'place', id: 'place.p1', index: { at: school.clock.now }, body }),
  );

  it('offers those where the app is, and no other', async () => {
    const screen = await school.press('admin', 'setup.places');
    const answer = await pressOn(school, 'admin', screen, 'Save', { 'place.p1': 'dsl', 'place.p2': 'dsl', '19:x': 'dsl' });
    const { places } = (await school.settings()).settings;
    assert.deepEqual(places, [{ conversationId: body.conversationId, name: 'Safeguarding', kind: 'private-channel', use: 'dsl' }]);
    assert.match(text(answer), /does not count yet: no test alert has arrived there/);
  });

  it('takes only the uses that it offers', async () => {
    const screen = await school.press('admin', 'setup.places');
    assert.match(
      text(await pressOn(school, 'admin', screen, 'Save', { 'place.p1': 'everyone' })),
      /Please choose one of the answers shown/,
    );
  });
});

describe('entering absences', () => {
  it('refuses an administrator who would stand in for the DSL (S-21), and keeps the rest', async () => {
    const screen = await school.press('admin', 'setup.cover');
    const row = { 'cover-0-away': picked('shah'), 'cover-0-from': '2026-11-24', 'cover-0-to': '2026-11-27' };
    const answer = await pressOn(school, 'admin', screen, 'Save', { ...row, 'cover-0-by': picked('admin') });
    assert.match(text(answer), /You cannot name yourself to stand in/);
    await pressOn(school, 'admin', answer, 'Save', { ...row, 'cover-0-by': picked('cole') });
    assert.deepEqual((await school.settings()).settings.cover, [
      { away: people.shah.id, by: people.cole.id, from: '2026-11-24', to: '2026-11-27' },
    ]);
  });

  it('says beside the field that whoever stands in for the DSL needs a role of their own (S-21)', async () => {
    const strict = await aSchool({ holders: { dsl: [people.shah.id], 'deputy-dsl': [people.cole.id] } });
    const row = { 'cover-0-away': picked('shah'), 'cover-0-from': '2026-11-24', 'cover-0-to': '2027-02-27' };
    const answer = await pressOn(strict, 'admin', await strict.press('admin', 'setup.cover'), 'Save', {
      ...row,
      'cover-0-by': picked('patel'),
    });
    const { body } = cardOf(answer);
    const at = body.findIndex((element) => element.id === 'cover-0-by');
    assert.match(String(body[at + 1]?.text), /^Whoever stands in here holds no safeguarding role\. Give them a role first/);
    await pressOn(strict, 'admin', answer, 'Save', { ...row, 'cover-0-by': picked('cole') });
    assert.equal((await strict.settings()).settings.cover[0]?.by, people.cole.id);
    strict.store.close();
  });
});
