import assert from 'node:assert/strict';
import type { SetUpCommand } from '#domain/set-up-command.ts';
import { Settings } from '#domain/settings.ts';
import { decide, decided, give, noticesOf, reasonOf } from './set-up-deciding.ts';
import { cole, lowe, shah, staffed } from './set-up-people.ts';

describe('running set-up', () => {
  const commands: SetUpCommand[] = [
    give('dsl', cole),
    { id: 'c', type: 'choose-rule-set', ruleSet: 'dsl-first' },
    { id: 'c', type: 'choose-places', places: [] },
    { id: 'c', type: 'set-calendar', calendar: Settings.parse({}).calendar },
    { id: 'c', type: 'set-phones', phones: { office: '201' } },
    { id: 'c', type: 'answer-holiday', answer: 'none' },
    { id: 'c', type: 'set-cover', cover: [] },
  ];
  for (const command of commands) {
    it(`is for administrators only: ${command.type}`, () => {
      assert.equal(reasonOf(decide(staffed(), command, lowe)), 'not-an-administrator');
    });
  }

  it('tells those who are away and those who stand in', () => {
    const withDeputy = decided(staffed(), give('deputy-dsl', cole));
    const cover = [{ away: shah, by: cole, from: '2026-11-24', to: '2026-11-27' }];
    assert.deepEqual(noticesOf(decide(withDeputy, { id: 'c', type: 'set-cover', cover })), [['cover', [shah, cole]]]);
    const entered = decided(withDeputy, { id: 'c', type: 'set-cover', cover });
    assert.deepEqual(noticesOf(decide(entered, { id: 'd', type: 'set-cover', cover: [] })), [['cover', [shah, cole]]]);
  });

  it('answers the holidays and names the contact in one go', () => {
    const { settings } = decided(staffed(), { id: 'c', type: 'answer-holiday', answer: 'set', to: { holders: [cole] } });
    assert.deepEqual([settings.holidayContact, settings.holders['holiday-contact']], ['set', [cole]]);
  });
});
