import { readFileSync } from 'node:fs';
import { parseSchoolFile } from '#bot/graph/school-file.ts';
import type { Shot } from './load.ts';

/** The four requests of a report's life, as Teams sends them, from people of the made-up school. */

export const schoolFilePath = 'env/school.local.json';
const file = parseSchoolFile(JSON.parse(readFileSync(schoolFilePath, 'utf8')));

export const kinds = ['open', 'step', 'submit', 'acknowledge'] as const;
export type Kind = (typeof kinds)[number];

/** Makes shots of one server; every key is used once, in the order in which reports live. */
export type Requests = Record<Kind, (key: string) => Shot>;

const idOf = (name: string) => file.people.find((person) => person.name.includes(name))?.id ?? name;
/** Somebody who never leaves a draft behind: most dialogs are opened with nothing unsent. */
const opener = idOf('Dunne');
const reporters = [idOf('Patel'), idOf('Brandt'), idOf('Vaughan'), idOf('Field')];
export const dsl = idOf('Shah');

const story = 'A child showed me messages from a group chat in which several others call them names and tell them to leave. '.repeat(4);

const reporterOf = (key: string) => reporters[Number.parseInt(key.slice(-1), 36) % reporters.length] ?? opener;

export function requestsTo(serviceUrl: string): Requests {
  const dialog = (key: string, data: object) => invoke(serviceUrl, 'task/submit', { data, context }, reporterOf(key));
  const form = (key: string) => ({ draft: key, command: `bench-${key}`, tile: 'bullying' });
  return {
    open: () => ({
      body: invoke(serviceUrl, 'task/fetch', { data: { verb: 'report.open' }, context }, opener),
      expects: 'A child in danger now?',
    }),
    step: (key) => ({ body: dialog(key, { verb: 'report.tile', ...form(key) }), expects: 'q.what' }),
    submit: (key) => ({
      body: dialog(key, { verb: 'report.send', ...form(key), 'q.harmed.0.name': 'Sam Example', 'q.harmed.0.year': '5', 'q.what': story }),
      expects: 'Sent: OS-',
    }),
    acknowledge: (key) => {
      const action = { type: 'Action.Execute', verb: 'incident.acknowledge', data: { incident: key, command: `taken-${key}` } };
      return { body: invoke(serviceUrl, 'adaptiveCard/action', { action, trigger: 'manual' }, dsl), expects: 'dealing with' };
    },
  };
}

const context = { theme: 'default' };
let activities = 0;

function invoke(serviceUrl: string, name: string, value: object, person: string): string {
  activities += 1;
  const tenant = { id: file.tenantId };
  return JSON.stringify({
    type: 'invoke',
    name,
    id: `f:${activities}`,
    channelId: 'msteams',
    serviceUrl,
    timestamp: '2026-11-23T10:00:00.000Z',
    locale: 'en-GB',
    from: { id: `29:${person}`, name: 'Somebody', aadObjectId: person },
    recipient: { id: '28:bench', name: 'Online Safety' },
    conversation: { conversationType: 'personal', tenantId: file.tenantId, id: chatOf(person) },
    entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' }],
    channelData: { tenant },
    value,
  });
}

export const chatOf = (person: string) => `a:${person}`;

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
let keys = 0;

/** Keys of reports, never the same twice. */
export function freshKeys(count: number): string[] {
  return Array.from({ length: count }, () => {
    keys += 1;
    return Array.from({ length: 8 }, (_, place) => alphabet[Math.floor(keys / 32 ** (7 - place)) % 32]).join('');
  });
}
