import assert from 'node:assert/strict';
import { setupRoleCard } from '#cards/setup-role.card.ts';
import { setupTestCard } from '#cards/setup-test.card.ts';
import { setupTestAlertCard } from '#cards/setup-test-alert.card.ts';
import { notSetUp, tenantWarning } from '#cards/setup-words.ts';
import { checkCard, partsOf, textOf } from '#test/support/check-card.ts';
import { cole, names, overview, section, shah } from './setup-fixtures.ts';

describe('the overview of set-up', () => {
  it('says who holds what, and what is still to do, in words', () => {
    const text = textOf(overview());
    for (const words of [
      'DSL: Mrs Shah.',
      'Deputy: nobody yet.',
      'Chair of governors: Mr Ali',
      'Name a deputy DSL.',
      'Give the LADO’s number',
    ]) {
      assert.ok(text.includes(words), words);
    }
  });

  it('says plainly who may reach stored data, once', () => {
    assert.equal(textOf(overview()).split(tenantWarning).length, 2);
  });

  it('says that nobody will be told, where nobody is set', () => {
    assert.ok(textOf(overview({ nobody: true })).includes(notSetUp));
    assert.ok(!textOf(overview({ missing: [] })).includes('Still to do'));
  });

  it('says why a private channel does not count', () => {
    assert.ok(textOf(overview()).includes('Safeguarding is a private channel and does not count yet: no test alert has arrived there.'));
  });

  it('offers somebody who may only look no way to change anything', () => {
    const verbs = partsOf(overview({ canChange: false })).flatMap((part) => (part.data as { verb?: string } | undefined)?.verb ?? []);
    assert.deepEqual(verbs, ['setup.roles', 'setup.test', 'setup.log']);
  });
});

describe('one role', () => {
  const draw = (change: object = {}) =>
    setupRoleCard({
      ...section,
      names,
      waiting: [],
      form: { role: 'dsl', holders: [shah, cole], outsiderName: 'Mr Ash', outsiderPhone: 'x' },
      ...change,
    });

  it('shows names as they were written, not as markup', () => {
    assert.ok(textOf(draw()).includes('Mr \\*Cole\\* ‹at›'));
  });

  it('keeps what was typed, with what is wrong beside it', () => {
    const { body } = draw({ problems: { 'outsider-phone': 'not-a-phone' } });
    const at = body.findIndex((element) => element.id === 'outsider-phone');
    assert.equal(body[at]?.value, 'x');
    assert.match(String(body[at + 1]?.text), /^Please use digits/);
  });

  it('says that leaving would lose something, and asks again', () => {
    const { body, actions } = draw({ leaving: true });
    assert.ok(textOf(body).includes('You have changed something here and not saved it.'));
    assert.deepEqual(
      actions?.map((action) => action.title),
      ['Save', 'Leave without saving'],
    );
  });
});

describe('the result of a test alert', () => {
  const rows = [
    { name: 'Mrs Shah', roles: ['dsl' as const], place: false, outcome: 'confirmed' as const, when: '09:02' },
    { name: 'Mrs Lowe', roles: [], place: false, outcome: 'delivered' as const },
    { name: 'Mr Cole', roles: [], place: false, outcome: 'failed' as const, reason: 'not-installed' },
    { name: 'Ms Ash', roles: [], place: false, outcome: 'failed' as const, reason: 'something-new' },
    { name: 'Safeguarding', roles: [], place: true, outcome: 'failed' as const, reason: 'roster-unread' },
    { name: 'Office', roles: [], place: true, outcome: 'failed' as const, reason: 'unknown-member' },
    { name: 'Staffroom', roles: [], place: true, outcome: 'failed' as const, reason: 'no-role-member' },
    { name: 'Mr Ali', roles: [], place: false, outcome: 'waiting' as const },
  ];
  const view = { sent: { when: '09:00', by: 'Ms Admin', rows }, command: 'k', canSend: true, nobody: false, unproven: [] };

  it('says for each what happened and what to do', () => {
    checkCard(setupTestCard(view));
    const text = textOf(setupTestCard(view));
    for (const words of [
      'Mrs Shah (DSL (designated safeguarding lead)): got it, 09:02.',
      'Mrs Lowe: delivered, not confirmed yet.',
      'Mr Cole: cannot be reached: install the app for them.',
      'Ms Ash: could not be reached: Teams refused the message.',
      'Safeguarding: the app cannot read who is in this place',
      'Office: somebody in this place is not in the school’s list',
      'Staffroom: somebody in this place has no role in set-up',
      'Mr Ali: on its way.',
    ]) {
      assert.ok(text.includes(words), words);
    }
  });

  it('offers no test where there is nobody to send it to', () => {
    assert.ok(!textOf(setupTestCard({ ...view, nobody: true })).includes('Send a test alert'));
  });
});

describe('the test in a chat', () => {
  it('says that nothing has happened, and afterwards who got it', () => {
    assert.ok(textOf(setupTestAlertCard({ test: 't', posting: 't-1' })).includes('Nothing has happened.'));
    const after = setupTestAlertCard({ test: 't', posting: 't-1', received: 'Mrs Shah' });
    assert.ok(textOf(after).includes('Mrs Shah got it.') && after.actions === undefined);
  });
});
