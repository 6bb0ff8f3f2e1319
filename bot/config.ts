import { z } from 'zod';
import type { PersonId } from '#domain/people.ts';
import { type GraphConfig, readGraph } from './config-graph.ts';
import type { Bot } from './config-sign-in.ts';
import { guid, noBot, readBot } from './config-sign-in.ts';
import type { StoreConfig } from './config-store.ts';
import { readStore } from './config-store.ts';
import type { Env, Problems, Take } from './config-variables.ts';
import { taker } from './config-variables.ts';
import { serviceUrlAllowed } from './service-url.ts';

export type Config = {
  profile: 'production' | 'local';
  host: string;
  port: number;
  /** Undefined in the local profile only: nobody signs in and no token is sent. */
  bot: Bot | undefined;
  /** Tenants that may talk to us, lower case. Empty in the local profile: whichever the school file names. */
  tenants: string[];
  administrators: PersonId[];
  store: StoreConfig;
  schoolFile: string;
  /** Undefined: people come from the school file, or from a list that is sent. */
  graph?: GraphConfig;
  /** Where answers may be posted: host names (https), or whole loopback origins such as `http://127.0.0.1:3979`. */
  serviceUrls: string[];
  /** Where to post to somebody from whom nothing has come yet. */
  defaultServiceUrl: string;
  /** Domains of the storage that people's files may be fetched from and put into; a school's own host is under one of them. */
  fileHosts: string[];
};

const text = z.string();
const list = <T>(item: z.ZodType<T, string>) =>
  z
    .string()
    .transform((all) => all.split(/[\s,;]+/).filter((one) => one !== ''))
    .pipe(z.array(item).min(1));
const tenantAndPerson = z
  .string()
  .toLowerCase()
  .regex(/^[0-9a-f-]{36}:[0-9a-f-]{36}$/);
const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;
const serviceUrl = z
  .string()
  .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/i)
  .toLowerCase()
  .or(z.string().regex(loopback));

const domain = z
  .string()
  .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/i)
  .toLowerCase();
/** Where Teams keeps people's files: their OneDrive and the school's SharePoint. */
const sharePoint = 'sharepoint.com';

const teamsHosts = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];

/**
 * Reads the environment into one configuration, or says everything that is wrong with it at once.
 * A problem names the variable and what to put there, never the value that stood there: it may be a secret.
 */
export function readConfig(env: Env): Config | { problems: string[] } {
  const problems: Problems = [];
  const take = taker(env, problems);
  const profiles = z.enum(['production', 'local']).default('production');
  const profile = take('PROFILE', profiles, 'put "production", or "local" for your own machine.');
  const local = profile === 'local';
  const listening = readListening(take, local);
  const school = readSchool(take, local);
  const addresses = readAddresses(take, problems, local);
  const store = readStore(env, take, problems, local);
  const bot = local ? noBot(env, problems) : readBot(env, take, problems);
  const graph = readGraph(env, take, problems, bot);
  if (problems.length > 0 || !profile || !listening || !school || !addresses || !store) return { problems };
  return { profile, bot, store, ...listening, ...school, ...addresses, ...(graph === undefined ? {} : { graph }) };
}

function readListening(take: Take, local: boolean): Pick<Config, 'host' | 'port'> | undefined {
  const port = take('PORT', z.coerce.number().int().min(0).max(65_535).default(3978), 'put a port number, such as 3978.');
  const host = local ? localHost(take) : take('HOST', text.default('0.0.0.0'), 'put the address to listen on.');
  return port === undefined || host === undefined ? undefined : { host, port };
}

// Nobody signs in locally, so nobody outside this machine may reach it.
function localHost(take: Take): string | undefined {
  return take('HOST', z.literal('127.0.0.1').default('127.0.0.1'), 'leave it out: the local profile listens on 127.0.0.1 only.');
}

function readSchool(take: Take, local: boolean): Pick<Config, 'schoolFile' | 'tenants' | 'administrators'> | undefined {
  const schoolFile = take('SCHOOL_FILE', text, 'put the path of the file that lists the school and its people.');
  const listOf = (item: z.ZodType<string, string>) => (local ? list(item).default([]) : list(item));
  const tenants = take('TENANTS', listOf(guid), 'put the ids of the tenants that may use this, with commas between them.');
  const form = 'put who may run set-up, each as tenant id, colon, Entra object id, with commas between them.';
  const administrators = take('ADMINISTRATORS', listOf(tenantAndPerson), form);
  return schoolFile && tenants && administrators ? { schoolFile, tenants, administrators } : undefined;
}

function readAddresses(
  take: Take,
  problems: Problems,
  local: boolean,
): Pick<Config, 'serviceUrls' | 'defaultServiceUrl' | 'fileHosts'> | undefined {
  const hosts = list(serviceUrl).default(local ? [] : teamsHosts);
  const serviceUrls = take(
    'SERVICE_URLS',
    hosts,
    'put host names with commas between them, or leave it out for the documented Teams hosts.',
  );
  const first = z.url().default(firstAddress(serviceUrls));
  const defaultServiceUrl = take('DEFAULT_SERVICE_URL', first, 'put a whole address, or leave it out.');
  const fileHosts = take(
    'FILE_HOSTS',
    list(domain).default([sharePoint]),
    'put domains with commas between them, or leave it out for sharepoint.com.',
  );
  if (!serviceUrls || !defaultServiceUrl || !fileHosts) return undefined;
  if (!serviceUrlAllowed({ profile: local ? 'local' : 'production', serviceUrls }, defaultServiceUrl))
    problems.push('DEFAULT_SERVICE_URL: put an address on one of the hosts of SERVICE_URLS.');
  return { serviceUrls, defaultServiceUrl, fileHosts };
}

function firstAddress([first]: string[] = []): string {
  if (first === undefined) return 'http://127.0.0.1:3979/';
  return first.startsWith('http') ? `${first}/` : `https://${first}/teams/`;
}
