import assert from 'node:assert/strict';
import { freezeAudience, loadAudience } from '#stores/audience-record.ts';
import { type CampaignChange, changeCampaign, confirmCampaign, listCampaigns, loadCampaign } from '#stores/campaign-record.ts';
import { answerRecipient, countSaid, listRecipients, loadRecipient, recipientDoc, sortedAt } from '#stores/recipient-record.ts';
import { createSqliteStore, type SqliteStore } from '#stores/sqlite.ts';
import { campaignOf } from '#test/support/campaigns.ts';

const school = 'larkfield';
const now = '2026-11-23T10:00:00.000Z';
const idris = 't:idris';

describe('the record of a campaign', () => {
  let store: SqliteStore;
  beforeEach(() => {
    store = createSqliteStore(':memory:');
  });
  afterEach(() => store.close());

  const confirm = (key = 'C1', at = now, people = ['t:a', 't:b']) =>
    confirmCampaign(store.records, {
      school,
      campaign: campaignOf(key, people.length, at),
      people,
      command: `confirm-${key}`,
      progressTo: idris,
    });
  const change = (what: CampaignChange['do'], command: string = what) =>
    changeCampaign(store.records, school, 'C1', { command, by: idris, now, do: what });
  const people = async () => {
    const campaign = await loadCampaign(store.records, school, 'C1');
    return campaign && (await loadAudience(store.records, school, campaign));
  };
  const due = async () => (await store.records.due(now, 10)).map(({ id }) => id);

  describe('when it is confirmed', () => {
    it('freezes its people in their order, each once, and wakes the worker', async () => {
      await confirm('C1', now, ['t:b', 't:a', 't:b']);
      assert.deepEqual(await people(), ['t:b', 't:a']);
      assert.equal((await loadCampaign(store.records, school, 'C1'))?.campaign.total, 2);
      assert.deepEqual(
        (await store.queue.receive(10, 30)).map(({ message }) => message.id),
        ['campaign.C1'],
      );
    });

    it('is due at its time', async () => {
      const campaign = { ...campaignOf('C1', 1, now), startAt: '2026-11-23T11:00:00.000Z' };
      await confirmCampaign(store.records, { school, campaign, people: ['t:a'], command: 'x' });
      assert.deepEqual(await due(), []);
      assert.equal((await store.records.due('2026-11-23T11:00:00.000Z', 10)).length, 1);
    });

    it('keeps its first people and state when it is confirmed once more', async () => {
      await confirm();
      await change('cancel');
      assert.equal(await confirm('C1', now, ['t:c']), false);
      assert.deepEqual(await people(), ['t:a', 't:b']);
      assert.equal((await loadCampaign(store.records, school, 'C1'))?.campaign.state, 'cancelled');
    });

    it('goes to those it was confirmed with, even when the bot had stopped while it was confirmed with others', async () => {
      await freezeAudience(store.records, school, 'C1', ['t:x', 't:y', 't:z']);
      await confirm();
      assert.deepEqual(await people(), ['t:a', 't:b']);
      assert.equal((await loadCampaign(store.records, school, 'C1'))?.campaign.total, 2);
    });
  });

  describe('when it is steered', () => {
    beforeEach(() => confirm());

    it('is paused and resumed, and keeps who did it', async () => {
      assert.equal((await change('pause'))?.campaign.state, 'paused');
      assert.equal((await change('resume'))?.campaign.state, 'sending');
      const steps = (await loadCampaign(store.records, school, 'C1'))?.steps.map(({ by, did }) => `${by} ${did}`);
      assert.deepEqual(steps, ['t:idris pause', 't:idris resume']);
    });

    it('is over once it is cancelled', async () => {
      assert.equal((await change('cancel'))?.campaign.endedAt, now);
      for (const what of ['pause', 'resume', 'cancel'] as const)
        assert.equal((await change(what, `${what}-again`))?.campaign.state, 'cancelled');
    });

    it('can be paused and resumed as often as somebody likes: each card has buttons of its own', async () => {
      for (let n = 0; n < 120; n += 1) {
        const what = n % 2 === 0 ? 'pause' : 'resume';
        const { applied } = (await loadCampaign(store.records, school, 'C1')) ?? { applied: [] };
        assert.equal((await change(what, `C1-${applied.length}-${what}`))?.campaign.state, n % 2 === 0 ? 'paused' : 'sending');
      }
    });

    it('asks for a new drawing of its card at each step, once for each press', async () => {
      await change('pause', 'one');
      assert.equal((await change('pause', 'one'))?.postings[0]?.want, 2);
    });

    it('gives whoever asks a card of their own, in place of the one they had', async () => {
      await change('show');
      const after = await changeCampaign(store.records, school, 'C1', { command: 'head', by: 't:judith', now, do: 'show' });
      assert.deepEqual(
        after?.postings.map(({ to }) => ('person' in to ? to.person : '')),
        [idris, 't:judith'],
      );
      assert.equal(new Set(after?.postings.map(({ id }) => id)).size, 2);
    });

    it('is nothing where there is no such campaign', async () => {
      assert.equal(await changeCampaign(store.records, school, 'C9', { command: 'x', by: idris, now, do: 'pause' }), undefined);
    });
  });

  it('is listed newest first, page by page', async () => {
    for (const [key, at] of [
      ['C1', '2026-11-20T10:00:00.000Z'],
      ['C2', '2026-11-22T10:00:00.000Z'],
      ['C3', '2026-11-21T10:00:00.000Z'],
    ] as const)
      await confirm(key, at);
    const first = await listCampaigns(store.records, school, { limit: 2 });
    const second = await listCampaigns(store.records, school, { limit: 2, ...(first.next === undefined ? {} : { after: first.next }) });
    assert.deepEqual(
      [...first.items, ...second.items].map(({ campaign }) => campaign.key),
      ['C2', 'C3', 'C1'],
    );
    assert.equal(second.next, undefined);
  });

  describe('and of its recipients', () => {
    const posting = { id: 'p', to: { person: 't:a' }, card: 'reminder' as const, ring: false, want: 1, shown: 1, attempts: 0 };
    const bodyOf = (person: string, position: number) => ({
      campaign: 'C1',
      person,
      position,
      answered: 'sent' as const,
      said: [],
      postings: [posting],
      applied: [],
    });
    beforeEach(async () => {
      for (const [n, person] of ['t:a', 't:b', 't:c'].entries())
        await store.records.create(recipientDoc(school, bodyOf(person, n), sortedAt({ confirmedAt: now }, n), now));
    });
    const answer = async (answered: 'later' | 'done', command: string) => {
      const loaded = await loadRecipient(store.records, school, 'C1', 't:b');
      if (loaded === undefined) throw new Error('It is there');
      await answerRecipient(store.records, loaded, { answered, said: { answered, at: now }, command, now });
    };

    it('lists them in the order of the audience, and counts each answer', async () => {
      await answer('done', 'x');
      assert.deepEqual(
        (await listRecipients(store.records, school, 'C1')).items.map(({ person }) => person),
        ['t:a', 't:b', 't:c'],
      );
      assert.deepEqual(
        (await listRecipients(store.records, school, 'C1', { status: 'sent' })).items.map(({ person }) => person),
        ['t:a', 't:c'],
      );
      assert.deepEqual(await countSaid(store.records, school, 'C1'), { later: 0, help: 0, done: 1 });
    });

    it('asks for a new drawing of the card that was answered, once for each press', async () => {
      await answer('later', 'x');
      await answer('later', 'x');
      const loaded = await loadRecipient(store.records, school, 'C1', 't:b');
      assert.deepEqual([loaded?.postings[0]?.want, loaded?.said.length, loaded?.answered], [2, 1, 'later']);
      assert.deepEqual(await due(), ['recipient.C1.t_b']);
    });

    it('knows nobody to whom nothing went', async () => {
      assert.equal(await loadRecipient(store.records, school, 'C1', 't:z'), undefined);
    });
  });
});
