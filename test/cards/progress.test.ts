import assert from 'node:assert/strict';
import { type CampaignView, campaignCard } from '#cards/campaign.card.ts';
import { textOf } from '#test/support/check-card.ts';

const view: CampaignView = {
  campaign: 'C1',
  title: 'Online-safety refresher',
  by: 'Mr Field',
  to: 'all staff who owe it',
  state: 'sending',
  says: 'It is going out.',
  total: 9,
  settled: 4,
  delivered: 3,
  later: 0,
  help: 0,
  done: 1,
  unreached: [],
  left: 1,
  doneBefore: 0,
  aboutTopic: true,
  steps: [],
  maySteer: true,
  mayNudge: false,
  command: 'C1-1',
};

describe('the bar on a progress card', () => {
  const cases: [what: string, changes: Partial<CampaignView>, bar: [value: number, max: number] | undefined, words: RegExp][] = [
    ['before it goes out is not there', { state: 'scheduled', settled: 0 }, undefined, /^It goes to 9 people\.$/m],
    ['cancelled before it went out is not there', { state: 'cancelled', settled: 0 }, undefined, /^It was to go to 9 people\.$/m],
    ['shows how many it has come to while it goes out', {}, [4, 9], /^4 of 9 people so far\.$/m],
    ['stands still while it is paused', { state: 'paused' }, [4, 9], /^4 of 9 people so far\.$/m],
    ['shows how many it had come to when it was cancelled', { state: 'cancelled' }, [4, 9], /^4 of 9 people before that\.$/m],
    ['shows who has done it once it has gone out', { state: 'sent', settled: 9 }, [1, 8], /^1 of 8 has done it\.$/m],
    ['counts whoever had done it before', { state: 'sent', settled: 9, doneBefore: 2 }, [3, 8], /^3 of 8 have done it\.$/m],
    [
      'shows who has read a message without a topic',
      { state: 'sent', settled: 9, aboutTopic: false },
      [1, 8],
      /^1 of 8 says that they have read it\.$/m,
    ],
  ];
  for (const [what, changes, bar, words] of cases)
    it(what, () => {
      const drawn = campaignCard({ ...view, ...changes });
      const found = drawn.body.find(({ type }) => type === 'ProgressBar');
      assert.deepEqual(found && [found['value'], found['max']], bar);
      assert.match(textOf(drawn), words);
      assert.ok(drawn.speak?.includes(textOf(drawn).match(words)?.[0] ?? 'nothing'), 'what is spoken says the same');
    });
});
