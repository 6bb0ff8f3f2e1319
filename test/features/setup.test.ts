import assert from 'node:assert/strict';
import { firstBreak } from '#stores/chain.ts';
import { VersionConflict } from '#stores/records.ts';
import { checkCard, textOf } from '#test/support/check-card.ts';
import { aSchool, cardOf, people, pressOn, type School } from './setup-harness.ts';

const text = (answer: Parameters<typeof cardOf>[0]) => (answer.kind === 'message' ? answer.text : textOf(cardOf(answer)));
const phones = { office: '201', socialCareDay: '01632 960 101', socialCareNight: '01632 960 102', lado: '01632 960 103' };

let school: School;
beforeEach(async () => {
  school = await aSchool();
});
afterEach(() => school.store.close());

describe('opening set-up', () => {
  it('says what is missing', async () => {
    const answer = await school.press('admin', 'setup.open');
    checkCard(cardOf(answer));
    assert.match(text(answer), /Not set up. Nobody will be told. Go to the DSL./);
  });

  it('is refused to everybody else, in the words of any refusal', async () => {
    const words = 'There is nothing here for you to open. If you are worried about a child, press Report.';
    for (const verb of [
      'setup.open',
      'setup.roles',
      'setup.log',
      'setup.test',
      'setup.phones',
      'setup.phones-save',
      'setup.test-send',
    ] as const) {
      assert.deepEqual(await school.press('patel', verb, { command: 'x' }), { kind: 'message', text: words });
    }
  });

  it('is open to the headteacher, who may look and not change', async () => {
    await school.store.close();
    school = await aSchool({ holders: { headteacher: [people.lowe.id] } });
    assert.equal((await school.press('lowe', 'setup.open')).kind, 'dialog');
    assert.equal((await school.press('lowe', 'setup.log')).kind, 'dialog');
    assert.equal((await school.press('lowe', 'setup.phones')).kind, 'message');
    assert.equal((await school.press('lowe', 'setup.phones-save', { ...phones, command: 'x' })).kind, 'message');
    assert.equal((await school.settings()).events.length, 0);
  });
});

describe('saving a screen of set-up', () => {
  it('keeps what was typed and shows it in the overview', async () => {
    const screen = await school.press('admin', 'setup.phones');
    const answer = await pressOn(school, 'admin', screen, 'Save', phones);
    assert.deepEqual((await school.settings()).settings.phones, phones);
    assert.match(text(answer), /4 of 6 given/);
  });

  it('twice, changes once', async () => {
    const screen = await school.press('admin', 'setup.phones');
    await pressOn(school, 'admin', screen, 'Save', phones);
    const { events } = await school.settings();
    const again = await pressOn(school, 'admin', screen, 'Save', phones);
    assert.deepEqual((await school.settings()).events, events);
    assert.match(text(again), /Saved/);
  });

  it('twice, and with something else typed the second time, saves that too; the first coming late undoes nothing', async () => {
    const screen = await school.press('admin', 'setup.phones');
    await pressOn(school, 'admin', screen, 'Save', phones);
    for (const typed of [{ ...phones, office: '999' }, phones]) {
      assert.match(text(await pressOn(school, 'admin', screen, 'Save', typed)), /Saved/);
      assert.equal((await school.settings()).settings.phones.office, '999');
    }
  });

  it('with a mistake, saves nothing and keeps every word on the screen', async () => {
    const screen = await school.press('admin', 'setup.phones');
    const answer = await pressOn(school, 'admin', screen, 'Save', { ...phones, lado: 'ask the office' });
    const lado = cardOf(answer).body.find((element) => element.id === 'lado');
    const office = cardOf(answer).body.find((element) => element.id === 'office');
    assert.deepEqual([lado?.value, office?.value], ['ask the office', '201']);
    assert.match(text(answer), /Please use digits/);
    assert.deepEqual((await school.settings()).settings.phones, {});
  });

  it('is left by Back at once when nothing was changed, and only after a warning when something was', async () => {
    const screen = await school.press('admin', 'setup.phones');
    assert.match(text(await pressOn(school, 'admin', screen, 'Back')), /Still to do/);
    const warned = await pressOn(school, 'admin', screen, 'Back', phones);
    assert.match(text(warned), /You have changed something here and not saved it/);
    assert.match(text(await pressOn(school, 'admin', warned, 'Leave without saving', phones)), /Still to do/);
    assert.deepEqual((await school.settings()).settings.phones, {});
  });

  it('while somebody else saves, is run again from the start', async () => {
    const screen = await school.press('admin', 'setup.phones');
    const { records } = school.deps;
    // The far side of the port: another administrator's write lands between this one's read and write.
    school.deps.records = { ...records, create: async () => undefined };
    await assert.rejects(pressOn(school, 'admin', screen, 'Save', phones), VersionConflict);
    school.deps.records = records;
    await pressOn(school, 'admin', screen, 'Save', phones);
    assert.deepEqual((await school.settings()).settings.phones, phones);
  });

  it('with a made-up command id or role is refused', async () => {
    assert.equal((await school.press('admin', 'setup.phones-save', { ...phones, command: '../x' })).kind, 'message');
    assert.equal((await school.press('admin', 'setup.role', { role: 'toString' })).kind, 'message');
    assert.equal((await school.press('admin', 'setup.role-save', { role: 'king', command: 'x' })).kind, 'message');
  });

  it('adds to a chain in which nothing can be altered unseen, beginning with the school file', async () => {
    await pressOn(school, 'admin', await school.press('admin', 'setup.phones'), 'Save', phones);
    await pressOn(school, 'admin', await school.press('admin', 'setup.hours'), 'Save', {
      opens: '8.00',
      closes: '17:00',
      alertsFrom: '0730',
      homeTime: '15:30',
    });
    const { events, settings } = await school.settings();
    assert.deepEqual(
      events.map(({ event }) => event.type),
      ['began', 'phones-set', 'calendar-set'],
    );
    assert.equal(firstBreak(events), undefined);
    assert.equal(settings.calendar.opens, '08:00');
  });
});

describe('the changes so far', () => {
  it('are shown newest first, ten at a time', async () => {
    for (let n = 1; n <= 11; n += 1) {
      await pressOn(school, 'admin', await school.press('admin', 'setup.phones'), 'Save', { ...phones, office: String(200 + n) });
    }
    const first = await school.press('admin', 'setup.log');
    checkCard(cardOf(first));
    assert.equal(text(first).split('changed the telephone numbers').length - 1, 10);
    const second = await pressOn(school, 'admin', first, 'Older');
    assert.match(text(second), /made the first change/);
    assert.doesNotMatch(text(second), /Older/);
  });
});
