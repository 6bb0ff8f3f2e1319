import assert from 'node:assert/strict';
import { checkAssignment, checkCover, checkHours, checkPhone, checkSpans, type Problem, readTime } from '#domain/set-up-checks.ts';
import { ali, cole, person, shah } from './set-up-people.ts';

describe('what was typed', () => {
  const hours = { opens: '07:45', closes: '17:30', alertsFrom: '07:30', homeTime: '15:20' };
  const hourCases: [string, Partial<typeof hours>, Record<string, Problem>][] = [
    ['the usual hours', {}, {}],
    ['closing before opening', { closes: '07:00' }, { closes: 'closes-before-opening', homeTime: 'home-outside-hours' }],
    ['alerts after opening', { alertsFrom: '08:00' }, { alertsFrom: 'alerts-after-opening' }],
    ['home time after closing', { homeTime: '18:00' }, { homeTime: 'home-outside-hours' }],
    ['no time at all', { opens: 'early' }, { opens: 'not-a-time' }],
  ];
  for (const [what, change, expected] of hourCases) {
    it(`as hours: ${what}`, () => assert.deepEqual(checkHours({ ...hours, ...change }), expected));
  }

  it('as a time is read as people write it', () => {
    assert.deepEqual(['7:45', '7.45', '0745', '07:45', '24:00', '7:60', 'noon'].map(readTime), [
      '07:45',
      '07:45',
      '07:45',
      '07:45',
      ...Array(3).fill(undefined),
    ]);
  });

  const spans: [string, [string, string, string][], Record<string, Problem>][] = [
    [
      'two terms that adjoin',
      [
        ['A', '2026-09-01', '2026-12-18'],
        ['B', '2026-12-19', '2027-04-01'],
      ],
      {},
    ],
    [
      'terms that overlap',
      [
        ['A', '2026-09-01', '2026-12-18'],
        ['B', '2026-12-18', '2027-04-01'],
      ],
      { 'term-1-from': 'overlaps' },
    ],
    ['a term that ends first', [['A', '2026-09-02', '2026-09-01']], { 'term-0-to': 'ends-before-begins' }],
    ['a day that is none', [['A', '2026-02-30', '2026-03-01']], { 'term-0-from': 'not-a-date' }],
    ['half a row', [['A', '2026-09-01', '']], { 'term-0-to': 'dates-missing' }],
    ['a row without a name', [['', '2026-09-01', '2026-09-02']], { 'term-0-name': 'name-missing' }],
    ['an empty row', [['', '', '']], {}],
    ['text turned round', [['A\u202eB', '2026-09-01', '2026-09-02']], { 'term-0-name': 'control-characters' }],
  ];
  for (const [what, rows, expected] of spans) {
    it(`as terms: ${what}`, () => {
      assert.deepEqual(
        checkSpans(
          'term',
          rows.map(([name, from, to]) => ({ name, from, to })),
        ),
        expected,
      );
    });
  }

  const phones: [string, Problem | undefined][] = [
    ['201', undefined],
    ['', undefined],
    ['01632 960 123', undefined],
    ['+44 (0)1632 960123 ext 4', undefined],
    ['01632-960-123 x12', undefined],
    ['ring the office', 'not-a-phone'],
    ['01632 96O 123', 'not-a-phone'],
    ['12', 'not-a-phone'],
    ['01632\n960', 'control-characters'],
    ['1'.repeat(41), 'too-long'],
  ];
  for (const [text, expected] of phones) {
    it(`as a telephone number: ${JSON.stringify(text)}`, () => assert.equal(checkPhone(text), expected));
  }

  it('as holders: those whom the school does not know, and more than 20, are refused', () => {
    const form = { outsiderName: '', outsiderPhone: '' };
    assert.deepEqual(
      checkAssignment({ ...form, holders: [shah, cole] }, (id) => id === shah),
      { holders: 'not-in-directory' },
    );
    assert.deepEqual(
      checkAssignment({ ...form, holders: Array.from({ length: 21 }, (_, n) => person(n)) }, () => true),
      { holders: 'too-many' },
    );
  });

  it('as somebody without an account needs both a name and a number', () => {
    assert.deepEqual(
      checkAssignment({ holders: [], outsiderName: 'Mr Ash', outsiderPhone: '' }, () => true),
      { 'outsider-phone': 'phone-missing' },
    );
    assert.deepEqual(
      checkAssignment({ holders: [], outsiderName: '', outsiderPhone: '201' }, () => true),
      { 'outsider-name': 'name-missing' },
    );
  });

  it('as absences: oneself, strangers and overlaps are refused', () => {
    const row = { away: shah, by: '', from: '2026-11-24', to: '2026-11-27' };
    const known = (id: string) => id !== ali;
    assert.deepEqual(checkCover([{ ...row, by: shah }], known), { 'cover-0-by': 'same-person' });
    assert.deepEqual(checkCover([{ ...row, by: ali }], known), { 'cover-0-by': 'not-in-directory' });
    assert.deepEqual(checkCover([row, { ...row, from: '2026-11-27' }], known), { 'cover-1-from': 'overlaps' });
    assert.deepEqual(checkCover([{ ...row, away: '' }], known), { 'cover-0-away': 'nobody-picked' });
  });
});
