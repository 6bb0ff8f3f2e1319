import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mayBeDone, saysMayBeDone } from '#cards/may-be-done.ts';
import { buttons, card, columns, submit, toggle } from '#cards/parts.ts';

describe('a screen whose press may have been carried out', () => {
  const tile = { type: 'Container', items: [], selectAction: submit('A tile', 'report.tile', { tile: 'other' }) };
  const screen = card(
    [columns([[tile], [buttons([submit('Beside', 'report.refresh')])]])],
    [submit('Send', 'report.send'), toggle('More', ['x'])],
  );

  it('says so on every button that is sent, wherever it stands, and keeps all else', () => {
    const marked = JSON.stringify(mayBeDone(screen));
    assert.equal(marked.match(/"maybe":true/g)?.length, 3);
    assert.deepEqual(JSON.parse(marked.replaceAll(',"maybe":true', '')), screen);
  });

  it('is known by what its buttons carry', () => {
    assert.deepEqual([{ maybe: true }, { maybe: 'true' }, {}].map(saysMayBeDone), [true, false, false]);
  });
});
