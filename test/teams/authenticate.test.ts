import assert from 'node:assert/strict';
import type { Bot } from '#bot/config-sign-in.ts';
import { tokenWorthChecking } from '#teams/authenticate.ts';

describe('a token before its signature is checked', () => {
  const appId = 'b07b07b0-0000-4000-8000-000000000b07';
  const bot: Bot = { appId, appType: 'SingleTenant', tenantId: appId, credential: { kind: 'secret', secret: 'x' } };
  const now = Date.parse('2026-11-23T09:00:00.000Z');
  const seconds = now / 1_000;
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const worth = (claims: object = {}, header: object = {}) => {
    const payload = { iss: 'https://api.botframework.com', aud: appId, exp: seconds + 60, nbf: seconds - 60, ...claims };
    return tokenWorthChecking(`Bearer ${part({ alg: 'RS256', kid: 'own', ...header })}.${part(payload)}.signature`, bot, now);
  };

  it('is worth it when it is for this bot, by the Bot Framework and in date', () => {
    assert.equal(worth(), true);
  });

  it('may be out of date by as much as clocks differ', () => {
    assert.deepEqual([worth({ exp: seconds - 299 }), worth({ nbf: seconds + 299 })], [true, true]);
    assert.deepEqual([worth({ exp: seconds - 301 }), worth({ nbf: seconds + 301 })], [false, false]);
  });

  const worthless: [name: string, claims: object, header?: object][] = [
    ['for another bot', { aud: 'other' }],
    ['for several bots', { aud: [appId, 'other'] }],
    ['by another issuer', { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }],
    ['without an end', { exp: undefined }],
    ['unsigned', {}, { alg: 'none' }],
    ['signed with a shared secret', {}, { alg: 'HS256' }],
    ['signed with a nameless key', {}, { kid: undefined }],
  ];
  for (const [name, claims, header] of worthless) {
    it(`is not when it is ${name}`, () => assert.equal(worth(claims, header), false));
  }

  it('is not when it is no token', () => {
    for (const text of ['', 'Bearer', 'Bearer ', 'Bearer x', 'Bearer x.y.z', 'bearer x.y.z', 'Bearer bnVsbA.bnVsbA.', 'Bearer a b']) {
      assert.equal(tokenWorthChecking(text, bot, now), false);
    }
  });
});
