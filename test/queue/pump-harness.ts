import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { readRuleSets } from '#bot/app.ts';
import type { Directory } from '#bot/graph/directory.ts';
import { parseSchoolFile } from '#bot/graph/school-file.ts';
import { createLog } from '#bot/log.ts';
import { card } from '#cards/parts.ts';
import type { Posting } from '#domain/posting.ts';
import type { Campaign } from '#domain/training/campaign.ts';
import { createPump, type Pump } from '#queue/pump.ts';
import { createReceipts } from '#queue/receipts.ts';
import type { SendResult } from '#queue/sender.ts';
import { type CampaignBody, campaignDoc, confirmCampaign, loadCampaign } from '#stores/campaign-record.ts';
import type { Records } from '#stores/records.ts';
import { createSqliteStore } from '#stores/sqlite.ts';
import { campaignOf } from '#test/support/campaigns.ts';
import { mondayMorning, schoolFilePath } from '#test/support/school.ts';

export const school = 'larkfield';
export const personOf = (n: number) => `t:p${n}`;

const file = parseSchoolFile(JSON.parse(readFileSync(schoolFilePath, 'utf8')));
const ruleSets = readRuleSets();
const someone = { id: 't:p', name: 'Somebody', kind: 'staff' } as const;

/** Pumps on one store in memory, with a Teams that answers as the test says, at once unless it says otherwise. */
export function pumpHarness(
  answer: (person: string, tries: number) => SendResult | Promise<SendResult> = sentTo,
  { store = createSqliteStore(':memory:'), now = mondayMorning } = {},
) {
  const sent: string[] = [];
  let skipped = 0;
  const machineNow = () => Date.now() + skipped;
  const skip = (ms: number) => {
    skipped += ms;
  };
  // Time passes, but nobody waits for it.
  const pause = async (ms: number) => {
    skip(ms);
    await nextTurn();
  };
  const bring = async (_school: string, posting: Posting) => {
    const person = 'person' in posting.to ? posting.to.person : '';
    const result = await answer(person, sent.filter((one) => one === person).length);
    sent.push(person);
    return result;
  };
  const world = { now, newId: () => 'ID', settings: file.settings, ruleSet: ruleSets['dsl-first'] };
  const pump = (records: Records = store.records): Pump =>
    createPump({
      records,
      queue: store.queue,
      courier: { bring, roster: async () => undefined },
      directory: { person: (_school: string, id: string) => ({ ...someone, id }) } as unknown as Directory,
      drawReminder: async ({ person }) => (person.endsWith('done') ? 'nothing-owed' : card([])),
      worldOf: async () => world,
      machineNow,
      pause,
      receipts: createReceipts({ records, pause }),
      log: createLog('silent'),
    });
  return {
    store,
    sent,
    pump,
    skip,
    /** One that is being sent already, as the keeper of campaigns makes it. */
    begin: async (people: string[], changes: Partial<Campaign> = {}) => {
      const campaign = campaignOf('C1', people.length, mondayMorning, changes);
      await confirmCampaign(store.records, { school, campaign, people, command: `confirm-${campaign.key}` });
      const loaded = await loadCampaign(store.records, school, campaign.key);
      if (loaded === undefined) throw new Error('It was confirmed');
      const { school: _school, etag, ...body } = loaded;
      const sending: CampaignBody = { ...body, campaign: { ...campaign, state: 'sending' } };
      await store.records.replace(campaignDoc(school, sending, mondayMorning), etag);
    },
    campaign: async (key = 'C1') => (await loadCampaign(store.records, school, key))?.campaign,
  };
}

export const sentTo = (person: string): SendResult => ({ kind: 'sent', conversationId: `a:${person}`, activityId: '1' });
