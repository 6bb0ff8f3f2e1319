import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export const appId = 'b07b07b0-0000-4000-8000-000000000b07';
export const botTenant = '7e1f5a00-0000-4000-8000-00000000c0de';
const issuer = 'https://issuer.invalid';

export type Claims = Partial<{ iss: string; aud: string; serviceurl: string; exp: number; nbf: number; appid: string; ver: string }>;
/** `key: 'other'` signs with a key that nobody published, under the published key's name. */
export type How = { key?: 'own' | 'other'; alg?: 'RS256' | 'HS256' | 'none'; kid?: string };

/** A stand-in for whoever signs the Bot Framework's tokens, on this machine. */
export async function startSigning() {
  const [own, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const published = { ...(await exportJWK(own.publicKey)), kid: 'own', use: 'sig', endorsements: ['msteams'] };
  const server = createServer((req, res) => {
    const { port } = server.address() as AddressInfo;
    const body = req.url === '/keys' ? { keys: [published] } : { issuer, jwks_uri: `http://127.0.0.1:${port}/keys` };
    res.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const seconds = () => Math.floor(Date.now() / 1_000);

  /** A good token unless told otherwise. */
  async function sign(serviceUrl: string, claims: Claims = {}, { key = 'own', alg = 'RS256', kid = 'own' }: How = {}): Promise<string> {
    const payload = { iss: issuer, aud: appId, serviceurl: serviceUrl, nbf: seconds() - 60, exp: seconds() + 3_600, ...claims };
    if (alg === 'none') return `Bearer ${[{ alg, typ: 'JWT', kid }, payload].map(encoded).join('.')}.`;
    const secret =
      alg === 'HS256' ? new TextEncoder().encode(JSON.stringify(published)) : key === 'own' ? own.privateKey : other.privateKey;
    return `Bearer ${await new SignJWT(payload).setProtectedHeader({ alg, kid, typ: 'JWT' }).sign(secret)}`;
  }

  const env = {
    MICROSOFT_APP_ID: appId,
    MICROSOFT_APP_TYPE: 'SingleTenant',
    MICROSOFT_APP_TENANT_ID: botTenant,
    MICROSOFT_APP_PASSWORD: 'not-a-secret',
    BOT_VALIDATE_AUTHORITY: 'false',
    BOT_TO_CHANNEL_FROM_BOT_LOGIN_URL: `${base}/login`,
    BOT_TO_CHANNEL_FROM_BOT_OAUTH_SCOPE: 'https://scope.invalid',
    BOT_TO_BOT_FROM_CHANNEL_TOKEN_ISSUER: issuer,
    BOT_OAUTH_URL: `${base}/oauth`,
    BOT_TO_BOT_FROM_CHANNEL_OPEN_ID_METADATA_URL: `${base}/openid`,
    BOT_TO_BOT_FROM_EMULATOR_OPEN_ID_METADATA_URL: `${base}/openid`,
    BOT_CALLER_ID: 'urn:botframework:test',
  };
  return { env, sign, seconds, close: () => void server.close() };
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
