import assert from 'node:assert/strict';
import { completeness, nobodyWouldBeTold } from '#domain/completeness.ts';
import { Settings } from '#domain/settings.ts';
import { cole, lowe, now, shah, staffed, start } from './set-up-people.ts';

describe('whether set-up is complete', () => {
  const whole = {
    ruleSet: 'dsl-first',
    holders: { headteacher: [lowe], dsl: [shah], 'deputy-dsl': [cole] },
    calendar: { terms: [{ name: 'Autumn', from: '2026-09-01', to: '2026-12-18' }] },
    phones: { office: '201', socialCareDay: '01632 960 1', socialCareNight: '01632 960 2', lado: '01632 960 3' },
    holidayContact: 'none',
  };

  it('is so when all that is required is there', () => {
    assert.deepEqual(completeness(Settings.parse(whole)), { complete: true, missing: [] });
  });

  const lacking: [string, object][] = [
    ['rule-set', { ruleSet: undefined }],
    ['headteacher', { holders: { ...whole.holders, headteacher: [] } }],
    ['deputy-dsl', { holders: { ...whole.holders, 'deputy-dsl': [] } }],
    ['terms', { calendar: {} }],
    ['holiday-contact', { holidayContact: undefined }],
    ['holiday-contact', { holidayContact: 'set' }],
    ['office', { phones: { ...whole.phones, office: '' } }],
    ['social-care-day', { phones: { ...whole.phones, socialCareDay: '' } }],
    ['social-care-night', { phones: { ...whole.phones, socialCareNight: '' } }],
    ['lado', { phones: { ...whole.phones, lado: '' } }],
  ];
  for (const [need, change] of lacking) {
    it(`names what is missing: ${need}`, () => assert.deepEqual(completeness(Settings.parse({ ...whole, ...change })).missing, [need]));
  }

  it('without a DSL needs the role, and a place or somebody to write to', () => {
    const noDsl = { ...whole, holders: { ...whole.holders, dsl: [] } };
    assert.deepEqual(completeness(Settings.parse(noDsl)).missing, ['dsl', 'somewhere-to-tell']);
    const places = [{ conversationId: '19:x', name: 'Safeguarding', kind: 'standard-channel', use: 'dsl' }];
    assert.deepEqual(completeness(Settings.parse({ ...noDsl, places })).missing, ['dsl']);
  });

  it('knows when a report would reach nobody', () => {
    assert.ok(nobodyWouldBeTold(start().settings, now));
    assert.ok(!nobodyWouldBeTold(staffed().settings, now));
    const away = { holders: { dsl: [shah] }, cover: [{ away: shah, from: '2026-11-23', to: '2026-11-23' }] };
    assert.ok(nobodyWouldBeTold(start(away).settings, now));
  });
});
