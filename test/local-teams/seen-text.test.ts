import assert from 'node:assert/strict';
import { plain } from '#cards/parts.ts';
import { seenText } from './seen-text.ts';

describe('the words of a card', () => {
  it('are read without the marks of Markdown', () => {
    assert.equal(seenText('**Ring 999.** Then go to *Mrs Shah* or [the office](tel:201).'), 'Ring 999. Then go to Mrs Shah or the office.');
    assert.equal(seenText('<at>Mrs Shah</at>, _please_ open snake_case_name'), 'Mrs Shah, please open snake_case_name');
  });

  it('are as somebody typed them when they were made safe', () => {
    const typed = 'Room 4 (back) **not bold** [a](b) #1 C:\\temp';
    assert.equal(seenText(plain(typed)), typed);
  });
});
