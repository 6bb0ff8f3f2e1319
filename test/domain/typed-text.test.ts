import assert from 'node:assert/strict';
import { checkLine } from '#domain/set-up-checks.ts';
import { hasHidden, typedText } from '#domain/typed-text.ts';

describe('text that somebody typed', () => {
  it('is kept without what cannot be seen, wherever it was typed', () => {
    for (const code of [0x00, 0x09, 0x1b, 0x7f, 0x9f, 0x61c, 0x200b, 0x200e, 0x202e, 0x2060, 0x2067, 0xfeff]) {
      const text = `Sam${String.fromCodePoint(code)} Example`;
      assert.equal(typedText(text), 'Sam Example', code.toString(16));
      assert.equal(hasHidden(text), true, code.toString(16));
      assert.equal(checkLine(text), 'control-characters', code.toString(16));
    }
  });

  it('keeps its line breaks, all of one kind, where there may be more than one line', () => {
    assert.equal(typedText('one\r\ntwo\rthree\n'), 'one\ntwo\nthree\n');
    assert.equal(checkLine('one\ntwo'), 'control-characters');
  });

  it('keeps languages and emoji whole', () => {
    for (const text of ['علی\u200cرضا', '👩\u200d👧', 'Llŷr', 'नमस्ते']) {
      assert.equal(typedText(text), text);
      assert.equal(checkLine(text), undefined);
    }
    assert.equal(typedText('Zoe\u0308'), 'Zoë');
    assert.equal(checkLine('Zoe\u0308'), undefined);
  });

  it('is longer than any field may be, so that too much is refused and not cut', () => {
    assert.equal(typedText('x'.repeat(9_000)).length, 8_000);
  });

  it('is never half a character, typed or cut', () => {
    for (const half of ['Sam \ud83d', '\udc67 Sam', 'Sa\ud83dm']) assert.equal(typedText(half).isWellFormed(), true);
    assert.equal(typedText(`${'x'.repeat(7_999)}👧`), 'x'.repeat(7_999));
    assert.equal(hasHidden('Sam \ud83d'), true);
    assert.equal(hasHidden('Sam 👧'), false);
  });

  it('is empty where something else was sent', () => {
    for (const sent of [undefined, null, 7, { a: 1 }, ['x']]) assert.equal(typedText(sent), '');
  });
});
