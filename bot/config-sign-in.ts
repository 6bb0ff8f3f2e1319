import { z } from 'zod';
import type { Env, Problems, Take } from './config-variables.ts';
import { present } from './config-variables.ts';

/** The SDK's whole authentication parameter set; one of them alone would refuse good tokens. Tests and sovereign clouds only. */
type AuthenticationParameters = {
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
  credential:
    | { kind: 'secret'; secret: string }
    | { kind: 'certificate'; thumbprint: string; privateKey: string }
    | { kind: 'managed-identity' };
  parameters?: AuthenticationParameters;
};

export const guid = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
  .toLowerCase();

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

/** The local profile signs nobody in, so an app id there is a mistake. */
export function noBot(env: Env, problems: Problems): undefined {
  if (present(env, 'MICROSOFT_APP_ID') !== undefined)
    problems.push('MICROSOFT_APP_ID: take it out, or set PROFILE to "production": nobody signs in to the local profile.');
}

/** Who the bot is in Teams; undefined when something is wrong with it. */
export function readBot(env: Env, take: Take, problems: Problems): Bot | undefined {
  const appId = take('MICROSOFT_APP_ID', guid, "put the bot's application (client) id. Without it anybody could post as anybody.");
  // A typing error here would silently become multi-tenant in the SDK, so only the exact words will do.
  const appType = take(
    'MICROSOFT_APP_TYPE',
    z.enum(['SingleTenant', 'UserAssignedMSI']),
    'put exactly "SingleTenant" or "UserAssignedMSI".',
  );
  const tenantId = take('MICROSOFT_APP_TENANT_ID', guid, 'put the id of the tenant in which the bot is registered.');
  const credential = readCredential(env, problems, appType);
  const parameters = readParameters(env, problems);
  if (!appId || !appType || !tenantId || !credential) return undefined;
  return { appId, appType, tenantId, credential, ...(parameters === undefined ? {} : { parameters }) };
}

function readCredential(env: Env, problems: Problems, appType: Bot['appType'] | undefined): Bot['credential'] | undefined {
  const secret = present(env, 'MICROSOFT_APP_PASSWORD');
  const thumbprint = present(env, 'CERTIFICATE_THUMBPRINT');
  const privateKey = present(env, 'CERTIFICATE_PRIVATE_KEY');
  const problem = (sentence: string) => void problems.push(sentence);
  if (appType === 'UserAssignedMSI') {
    if (secret !== undefined) problem('MICROSOFT_APP_PASSWORD: take it out: a managed identity has no secret.');
    if (thumbprint !== undefined || privateKey !== undefined)
      problem('CERTIFICATE_THUMBPRINT, CERTIFICATE_PRIVATE_KEY: take them out: a managed identity has no certificate.');
    return { kind: 'managed-identity' };
  }
  if ((thumbprint === undefined) !== (privateKey === undefined))
    problem('CERTIFICATE_THUMBPRINT, CERTIFICATE_PRIVATE_KEY: put both, or neither.');
  if (secret !== undefined && thumbprint !== undefined)
    problem('MICROSOFT_APP_PASSWORD: take it out, or take the certificate out: only one of them is used.');
  if (thumbprint !== undefined && privateKey !== undefined) return { kind: 'certificate', thumbprint, privateKey };
  if (secret !== undefined) return { kind: 'secret', secret };
  if (appType === 'SingleTenant')
    problem("MICROSOFT_APP_PASSWORD: put the bot's secret, or put CERTIFICATE_THUMBPRINT and CERTIFICATE_PRIVATE_KEY.");
  return undefined;
}

/** `BOT_VALIDATE_AUTHORITY` and so on: all of them or none, so that production never runs on half a set by accident. */
function readParameters(env: Env, problems: Problems): AuthenticationParameters | undefined {
  const names = parameterNames.map(
    (name) =>
      [
        name,
        `BOT_${name
          .replace(/OAuth/g, 'Oauth')
          .replace(/(?!^)([A-Z])/g, '_$1')
          .toUpperCase()}`,
      ] as const,
  );
  const given = names.flatMap(([name, variable]) => {
    const value = present(env, variable);
    return value === undefined ? [] : [[name, value] as const];
  });
  if (given.length === 0) return undefined;
  const missing = names.filter(([name]) => !given.some(([known]) => known === name)).map(([, variable]) => variable);
  if (missing.length > 0)
    problems.push(`${missing.join(', ')}: put ${missing.length === 1 ? 'it' : 'them'} too, or take every BOT_ variable out.`);
  return Object.fromEntries(given) as AuthenticationParameters;
}
