import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, membersOf } from '#bot/graph/file-people.ts';
import { parseSchoolFile } from '#bot/graph/school-file.ts';
import type { Store } from '#bot/open-store.ts';
import { confirmCampaign } from '#stores/campaign-record.ts';
import { keepReach } from '#stores/reach-record.ts';
import { rollDoc } from '#stores/roll-record.ts';
import { campaignOf } from '#test/support/campaigns.ts';
import { mondayMorning, schoolFilePath } from '#test/support/school.ts';
import { chatOf } from './requests.ts';

export type BigSchool = { file: string; school: string; people: string[]; everybody: string[] };

/** The made-up school with so many more members of staff, as a file in this folder. */
export function bigSchool(folder: string, count: number): BigSchool {
  const small = JSON.parse(readFileSync(schoolFilePath, 'utf8'));
  const more = Array.from({ length: count }, (_, n) => ({
    id: `5a000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    name: `Colleague ${n + 1}`,
    kind: 'staff',
    jobTitle: 'Teacher',
  }));
  const file = join(folder, 'school.json');
  const all: { id: string }[] = [...small.people, ...more];
  writeFileSync(file, JSON.stringify({ ...small, people: all }));
  const personId = ({ id }: { id: string }) => `${small.tenantId}:${id}`;
  return { file, school: small.school, people: more.map(personId), everybody: all.map(personId) };
}

/** The roll was taken over last night, so that nothing else is under way. */
export async function rollTaken({ records }: Store, { file, school }: BigSchool): Promise<void> {
  const digest = digestOf(membersOf(parseSchoolFile(JSON.parse(readFileSync(file, 'utf8')))));
  const tonight = '2026-11-24T02:00:00.000Z';
  const body = { source: 'file' as const, since: '2026-09-01', version: 0, file: digest, asked: [], syncAt: tonight, applied: [] };
  await records.create(rollDoc(school, body, tonight));
}

/** Everybody has the app: where their chat is, is known since they got it. */
export async function installFor({ records }: Store, { school, everybody }: BigSchool, serviceUrl: string): Promise<void> {
  const waiting = everybody.values();
  const line = async () => {
    for (const person of waiting)
      await keepReach(records, school, person, { conversationId: chatOf(person.slice(person.indexOf(':') + 1)), serviceUrl });
  };
  await Promise.all(Array.from({ length: 32 }, line));
}

/** The bot, which finds it in its queue, begins at once. */
export async function sendToAll({ records }: Store, { school, people }: BigSchool, key: string): Promise<void> {
  const campaign = campaignOf(key, people.length, mondayMorning, { by: people[0] ?? '' });
  await confirmCampaign(records, { school, campaign, people, command: `confirm-${key}`, progressTo: people[0] ?? '' });
}
