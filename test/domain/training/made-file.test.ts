import assert from 'node:assert/strict';
import { type MadeFile, newFile, offerAnswered } from '#domain/training/made-file.ts';

const at = '2026-11-23T10:00:00.000Z';
const now = '2026-11-24T09:59:59.999Z';
const place = { contentUrl: 'https://c', uniqueId: 'u', fileType: 'csv', name: 'n.csv' };
const upload = { ...place, uploadUrl: 'https://u' };
const made = { ...newFile({ what: 'register' }, { by: 't:idris', at, format: 'csv', day: '2026-11-23' }), parts: 1 };
const fileThat = (is: object) => ({ ...made, ...is }) as MadeFile;
const offered = fileThat({ state: 'offered', bytes: 9 });
const yes = { accepted: true, upload, isTheirs: true, now };
const no = { ...yes, accepted: false, upload: undefined };

describe('the answer to the question whether a file may be put into somebody’s OneDrive', () => {
  for (const [what, answer, end] of [
    ['yes', yes, { state: 'accepted', upload, tries: 0 }],
    ['no', no, { state: 'declined' }],
    ['yes, from whoever may not have it any more', { ...yes, isTheirs: false }, { state: 'failed', problem: 'not-theirs' }],
    ['no, from whoever may not have it any more', { ...no, isTheirs: false }, { state: 'declined' }],
  ] as const)
    it(`is ${what}: so it is`, () => assert.deepEqual(offerAnswered(offered, answer), { ...offered, ...end }));

  it('does not count without a place to put it, nor after a day', () => {
    assert.equal(offerAnswered(offered, { ...yes, upload: undefined }), undefined);
    for (const answer of [yes, no]) assert.equal(offerAnswered(offered, { ...answer, now: '2026-11-24T10:00:00.000Z' }), undefined);
  });

  for (const [state, more, afterYes, afterNo] of [
    ['accepted', { upload, tries: 1 }, 'same', 'same'],
    ['delivered', { place }, 'same', 'same'],
    ['declined', {}, 'gone', 'same'],
    ['expired', {}, 'gone', 'gone'],
    ['failed', { problem: 'too-big' }, 'gone', 'gone'],
    ['making', { tries: 0 }, 'gone', 'gone'],
  ] as const)
    it(`changes nothing of one that is ${state}`, () => {
      const file = fileThat({ state, ...more });
      assert.equal(offerAnswered(file, yes), afterYes === 'same' ? file : undefined);
      assert.equal(offerAnswered(file, no), afterNo === 'same' ? file : undefined);
    });
});
