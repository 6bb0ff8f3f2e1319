import assert from 'node:assert/strict';
import { aCard, words } from './fake-bot.ts';
import { cardTrouble, isTooBig, sizeOf } from './rules.ts';

describe('the size of a message', () => {
  it('counts two bytes a character, and leaves out images in base64', () => {
    assert.equal(sizeOf({ a: 'é' }), 18);
    assert.equal(sizeOf({ a: 'data:image/png;base64,AAAA' }), sizeOf({ a: '' }));
  });

  it('is too big above 100 KB', () => {
    const padding = 51_200 - JSON.stringify({ text: '' }).length;
    assert.equal(isTooBig({ text: 'x'.repeat(padding) }), false);
    assert.equal(isTooBig({ text: 'x'.repeat(padding + 1) }), true);
  });
});

describe('a card that Teams cannot show', () => {
  const input = { type: 'Input.Text', id: 'a' };
  const cases: [situation: string, card: unknown, where: 'chat' | 'dialog', trouble: RegExp][] = [
    ['is of another kind', { type: 'MessageCard' }, 'chat', /not an Adaptive Card/],
    ['declares version 1.6', { ...aCard([]), version: '1.6' }, 'chat', /above 1\.5/],
    ['declares no version', { ...aCard([]), version: undefined }, 'chat', /no version/],
    ['uses an element that only some clients have', aCard([{ type: 'Chart.Donut' }]), 'chat', /Chart\.Donut without a fallback/],
    ['hides one deep inside', aCard([{ type: 'Container', items: [{ type: 'Badge' }] }]), 'chat', /Badge/],
    ['has an input without an id', aCard([{ type: 'Input.Text' }]), 'chat', /no id/],
    ['has one id twice', aCard([input, input]), 'chat', /"a" stands on it twice/],
    [
      'mentions somebody whom its text does not',
      { ...aCard([words('Hello')]), msteams: { entities: [{ text: '<at>Ann</at>' }] } },
      'chat',
      /mention/,
    ],
    ['has a button without a title', aCard([], [{ type: 'Action.Submit' }]), 'chat', /no title/],
    [
      'opens a dialog by Action.Execute',
      aCard([], [{ type: 'Action.Execute', title: 'A', data: { msteams: { type: 'task/fetch' } } }]),
      'chat',
      /cannot open a dialog/,
    ],
    ['has Action.Execute in a dialog', aCard([], [{ type: 'Action.Execute', title: 'A' }]), 'dialog', /dialog/],
  ];
  for (const [situation, card, where, trouble] of cases) it(situation, () => assert.match(cardTrouble(card, where) ?? 'fine', trouble));

  it('is fine with a fallback, and with data that looks like an element', () => {
    const charts = [{ type: 'Chart.Donut', fallback: words('Three of four') }];
    assert.equal(cardTrouble(aCard(charts, [{ type: 'Action.Submit', title: 'A', data: { type: 'pupil' } }]), 'chat'), undefined);
  });
});
