import { z } from 'zod';
import type { PersonId } from '#domain/people.ts';

/** The SDK's whole authentication parameter set; one of them alone would refuse good tokens. Tests and sovereign clouds only. */
export type AuthenticationParameters = {
  ValidateAuthority: string;
  ToChannelFromBotLoginUrl: string;
  ToChannelFromBotOAuthScope: string;
  ToBotFromChannelTokenIssuer: string;
  OAuthUrl: string;
  ToBotFromChannelOpenIdMetadataUrl: string;
  ToBotFromEmulatorOpenIdMetadataUrl: string;
  CallerId: string;
};

export type Bot = {
  appId: string;
  appType: 'SingleTenant' | 'UserAssignedMSI';
  tenantId: string;
  credential: { kind: 'secret'; secret: string } | { kind: 'certificate'; thumbprint: string; privateKey: string } | { kind: 'managed-identity' };
  parameters?: AuthenticationParameters;
};

export type StoreConfig =
  | { kind: 'sqlite'; file: string }
  | {
      kind: 'cosmos';
      endpoint: string;
      /** Absent: the managed identity signs in. */
      key?: string;
      database: string;
      queue: { url: string } | { connectionString: string; name: string };
    };

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
  /** Where answers may be posted: host names (https), or whole loopback origins such as `http://127.0.0.1:3979`. */
  serviceUrls: string[];
  /** Where to post to somebody from whom nothing has come yet. */
  defaultServiceUrl: string;
};

type Env = Record<string, string | undefined>;
type Take = <T>(name: string, schema: z.ZodType<T>, advice: string) => T | undefined;

const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i).toLowerCase();
const text = z.string();
const list = <T>(item: z.ZodType<T, string>) =>
  z.string().transform((all) => all.split(/[\s,;]+/).filter((one) => one !== '')).pipe(z.array(item).min(1));
const tenantAndPerson = z.string().toLowerCase().regex(/^[0-9a-f-]{36}:[0-9a-f-]{36}$/);
const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;
const serviceUrl = z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/i).toLowerCase().or(z.string().regex(loopback));

const teamsHosts = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];
const parameterNames = [
  'ValidateAuthority',
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'ToBotFromChannelTokenIssuer',
  'OAuthUrl',
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromEmulatorOpenIdMetadataUrl',
  'CallerId',
] as const;

/**
 * Reads the environment into one configuration, or says everything that is wrong with it at once.
 * A problem names the variable and what to put there, never the value that stood there: it may be a secret.
 */
export function readConfig(env: Env): Config | { problems: string[] } {
  const problems: string[] = [];
  const take: Take = (name, schema, advice) => {
    const read = schema.safeParse(present(env, name));
    if (!read.success) problems.push(`${name}: ${advice}`);
    return read.data;
  };
  const profile = take('PROFILE', z.enum(['production', 'local']).default('production'), 'put "production", or "local" for your own machine.');
  const local = profile === 'local';
  const port = take('PORT', z.coerce.number().int().min(0).max(65_535).default(3978), 'put a port number, such as 3978.');
  const host = local ? localHost(take) : take('HOST', text.default('0.0.0.0'), 'put the address to listen on.');
  const schoolFile = take('SCHOOL_FILE', text, 'put the path of the file that lists the school and its people.');
  const tenants = take('TENANTS', local ? list(guid).default([]) : list(guid), 'put the ids of the tenants that may use this, with commas between them.');
  const administrators = take('ADMINISTRATORS', local ? list(tenantAndPerson).default([]) : list(tenantAndPerson),
    'put who may run set-up, each as tenant id, colon, Entra object id, with commas between them.');
  const serviceUrls = take('SERVICE_URLS', list(serviceUrl).default(local ? [] : teamsHosts), 'put host names with commas between them, or leave it out for the documented Teams hosts.');
  const defaultServiceUrl = take('DEFAULT_SERVICE_URL', z.url().default(local ? 'http://127.0.0.1:3979/' : 'https://smba.trafficmanager.net/teams/'), 'put a whole address, or leave it out.');
  const store = readStore(env, take, problems, local);
  const bot = local ? noBot(env, problems) : readBot(env, take, problems);
  if (problems.length > 0 || !profile || port === undefined || !host || !schoolFile || !tenants || !administrators || !serviceUrls || !defaultServiceUrl || !store)
    return { problems };
  return { profile, host, port, bot, tenants, administrators, store, schoolFile, serviceUrls, defaultServiceUrl };
}

/** A variable set to nothing counts as not set: that is how `.env` files are left half filled. */
function present(env: Env, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

// Nobody signs in locally, so nobody outside this machine may reach it.
function localHost(take: Take): string | undefined {
  return take('HOST', z.literal('127.0.0.1').default('127.0.0.1'), 'leave it out: the local profile listens on 127.0.0.1 only.');
}

function noBot(env: Env, problems: string[]): undefined {
  if (present(env, 'MICROSOFT_APP_ID') !== undefined)
    problems.push('MICROSOFT_APP_ID: take it out, or set PROFILE to "production": nobody signs in to the local profile.');
}

function readBot(env: Env, take: Take, problems: string[]): Bot | undefined {
  const appId = take('MICROSOFT_APP_ID', guid, "put the bot's application (client) id. Without it anybody could post as anybody.");
  // A typing error here would silently become multi-tenant in the SDK, so only the exact words will do.
  const appType = take('MICROSOFT_APP_TYPE', z.enum(['SingleTenant', 'UserAssignedMSI']), 'put exactly "SingleTenant" or "UserAssignedMSI".');
  const tenantId = take('MICROSOFT_APP_TENANT_ID', guid, 'put the id of the tenant in which the bot is registered.');
  const credential = readCredential(env, problems, appType);
  const parameters = readParameters(env, problems);
  if (!appId || !appType || !tenantId || !credential) return undefined;
  return { appId, appType, tenantId, credential, ...(parameters === undefined ? {} : { parameters }) };
}

function readCredential(env: Env, problems: string[], appType: Bot['appType'] | undefined): Bot['credential'] | undefined {
  const secret = present(env, 'MICROSOFT_APP_PASSWORD');
  const thumbprint = present(env, 'CERTIFICATE_THUMBPRINT');
  const privateKey = present(env, 'CERTIFICATE_PRIVATE_KEY');
  const problem = (sentence: string) => void problems.push(sentence);
  if (appType === 'UserAssignedMSI') {
    if (secret !== undefined) problem('MICROSOFT_APP_PASSWORD: take it out: a managed identity has no secret.');
    if (thumbprint !== undefined || privateKey !== undefined) problem('CERTIFICATE_THUMBPRINT, CERTIFICATE_PRIVATE_KEY: take them out: a managed identity has no certificate.');
    return { kind: 'managed-identity' };
  }
  if ((thumbprint === undefined) !== (privateKey === undefined)) problem('CERTIFICATE_THUMBPRINT, CERTIFICATE_PRIVATE_KEY: put both, or neither.');
  if (secret !== undefined && thumbprint !== undefined) problem('MICROSOFT_APP_PASSWORD: take it out, or take the certificate out: only one of them is used.');
  if (thumbprint !== undefined && privateKey !== undefined) return { kind: 'certificate', thumbprint, privateKey };
  if (secret !== undefined) return { kind: 'secret', secret };
  if (appType === 'SingleTenant') problem("MICROSOFT_APP_PASSWORD: put the bot's secret, or put CERTIFICATE_THUMBPRINT and CERTIFICATE_PRIVATE_KEY.");
  return undefined;
}

/** `BOT_VALIDATE_AUTHORITY` and so on: all of them or none, so that production never runs on half a set by accident. */
function readParameters(env: Env, problems: string[]): AuthenticationParameters | undefined {
  const names = parameterNames.map((name) => [name, `BOT_${name.replace(/OAuth/g, 'Oauth').replace(/(?!^)([A-Z])/g, '_$1').toUpperCase()}`] as const);
  const given = names.flatMap(([name, variable]) => {
    const value = present(env, variable);
    return value === undefined ? [] : [[name, value] as const];
  });
  if (given.length === 0) return undefined;
  const missing = names.filter(([name]) => !given.some(([known]) => known === name)).map(([, variable]) => variable);
  if (missing.length > 0) problems.push(`${missing.join(', ')}: put ${missing.length === 1 ? 'it' : 'them'} too, or take every BOT_ variable out.`);
  return Object.fromEntries(given) as AuthenticationParameters;
}

function readStore(env: Env, take: Take, problems: string[], local: boolean): StoreConfig | undefined {
  const kinds = z.enum(['sqlite', 'cosmos']);
  const kind = take('STORE', local ? kinds.default('sqlite') : kinds, 'put "sqlite" or "cosmos".');
  if (kind === undefined) return undefined;
  if (kind === 'sqlite') {
    const file = take('SQLITE_FILE', local ? text.default('online-safety.sqlite') : text, 'put the path of the database file.');
    return file === undefined ? undefined : { kind, file };
  }
  const endpoint = take('COSMOS_ENDPOINT', z.url(), 'put the address of the Cosmos DB account.');
  const database = take('COSMOS_DATABASE', text.default('online-safety'), 'put the name of the database.');
  const key = present(env, 'COSMOS_KEY');
  const queue = readQueue(env, take, problems);
  if (!endpoint || !database || !queue) return undefined;
  return { kind, endpoint, database, queue, ...(key === undefined ? {} : { key }) };
}

function readQueue(env: Env, take: Take, problems: string[]): { url: string } | { connectionString: string; name: string } | undefined {
  const connectionString = present(env, 'QUEUE_CONNECTION_STRING');
  const name = take('QUEUE_NAME', z.string().regex(/^[a-z0-9](-?[a-z0-9]){2,62}$/).default('online-safety'), 'put a queue name: small letters, digits and single hyphens.');
  const url = take('QUEUE_URL', z.url().optional(), 'put the whole address of the queue.');
  if (url !== undefined && connectionString !== undefined) problems.push('QUEUE_URL: take it out, or take QUEUE_CONNECTION_STRING out: only one of them is used.');
  if (connectionString !== undefined) return name === undefined ? undefined : { connectionString, name };
  if (url !== undefined) return { url };
  if (present(env, 'QUEUE_URL') === undefined) problems.push('QUEUE_URL: put the address of the queue, or put QUEUE_CONNECTION_STRING.');
  return undefined;
}
