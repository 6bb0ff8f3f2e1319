import { z } from 'zod';
import type { Bot } from './config-sign-in.ts';
import { guid } from './config-sign-in.ts';
import type { Env, Problems, Take } from './config-variables.ts';
import { present } from './config-variables.ts';

/** People from groups of Entra, through Microsoft Graph. */
export type GraphConfig = {
  /** Origin. The app's token for Graph is sent there and nowhere else. */
  url: string;
  /** Entra object ids. */
  groups: { staff?: string; volunteer?: string; governor?: string };
  /** The app's id in the organisation's catalogue; without it nothing is installed for people. */
  catalogApp?: string;
};

const variables = { staff: 'GRAPH_STAFF_GROUP', volunteer: 'GRAPH_VOLUNTEER_GROUP', governor: 'GRAPH_GOVERNOR_GROUP' } as const;
const hosts = /^https:\/\/(graph\.microsoft\.com|graph\.microsoft\.us|dod-graph\.microsoft\.us)$/;
const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Undefined when no group is named: then people come from the school file or a list that is sent. */
export function readGraph(env: Env, take: Take, problems: Problems, bot: Bot | undefined): GraphConfig | undefined {
  const groups: GraphConfig['groups'] = {};
  for (const [kind, variable] of Object.entries(variables)) {
    const group = take(variable, guid.optional(), 'put the Entra object id of the group, or leave it out.');
    if (group !== undefined) groups[kind as keyof typeof variables] = group;
  }
  const url = take(
    'GRAPH_URL',
    z.string().regex(hosts).or(z.string().regex(loopback)).default('https://graph.microsoft.com'),
    'leave it out, or put https and the host of Microsoft Graph in your cloud.',
  );
  const catalogApp = take(
    'GRAPH_CATALOG_APP',
    guid.optional(),
    'put the id of this app in your organisation’s catalogue, or leave it out.',
  );
  const named = Object.values(variables).filter((variable) => present(env, variable) !== undefined);
  if (named.length === 0) {
    if (catalogApp !== undefined) problems.push('GRAPH_CATALOG_APP: put a group too, such as GRAPH_STAFF_GROUP, or take it out.');
    return undefined;
  }
  if (url === undefined) return undefined;
  if (bot === undefined && !loopback.test(url)) problems.push(`${named.join(', ')}: take it out: nobody signs in to the local profile.`);
  if (bot?.credential.kind === 'certificate' && !bot.credential.privateKey.includes('BEGIN CERTIFICATE'))
    problems.push('CERTIFICATE_PRIVATE_KEY: put the certificate below the key, in the same text: Microsoft Graph asks for both.');
  return { url, groups, ...(catalogApp === undefined ? {} : { catalogApp }) };
}
