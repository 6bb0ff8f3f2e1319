import assert from 'node:assert/strict';
import type { Bot } from './bot-under-test.ts';
import { activity, invoke, serviceUrl, startBot, tenant } from './bot-under-test.ts';
import type { Claims, How } from './signing.ts';
import { appId, startSigning } from './signing.ts';

describe('the token of an incoming activity', () => {
  let signing: Awaited<ReturnType<typeof startSigning>>;
  let bot: Bot;
  const asking = invoke('task/fetch', { data: { verb: 'home.show' } });

  before(async () => {
    signing = await startSigning();
    bot = await startBot({
      ...signing.env,
      TENANTS: tenant,
      ADMINISTRATORS: `${tenant}:${tenant}`,
      SERVICE_URLS: new URL(serviceUrl).origin,
    });
  });
  beforeEach(() => {
    bot.calls.length = 0;
  });
  after(async () => {
    await bot.close();
    signing.close();
  });

  it('lets a good one through', async () => {
    const { status, body } = await bot.post(asking, await signing.sign(serviceUrl));
    assert.equal(status, 200);
    assert.deepEqual(body, { task: { type: 'message', value: 'Heard.' } });
    assert.equal(bot.asked().length, 1);
  });

  const bad: [name: string, claims: Claims, how?: How][] = [
    ['signed by nobody (alg none)', {}, { alg: 'none' }],
    ['signed with HS256 and the public key', {}, { alg: 'HS256' }],
    ["signed with somebody else's key", {}, { key: 'other' }],
    ['signed with a key that is not published', {}, { key: 'other', kid: 'other' }],
    ['made for another bot', { aud: 'b07b07b0-0000-4000-8000-00000000beef' }],
    ['made by another issuer', { iss: 'https://other.invalid' }],
    // Good in every way by the emulator's rules, which know no service address.
    ["made by the emulator's issuer", { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', ver: '1.0', appid: appId }],
    ['out of date', { exp: 1_700_000_000, nbf: 1_600_000_000 }],
    ['not valid yet', { nbf: 4_000_000_000, exp: 4_000_003_600 }],
    ['made for another service address', { serviceurl: 'http://127.0.0.1:10/' }],
  ];
  for (const [name, claims, how] of bad) {
    it(`is refused with 401 and no reason when it is ${name}`, async () => {
      const { status, text } = await bot.post(asking, await signing.sign(serviceUrl, claims, how));
      assert.deepEqual([status, text], [401, 'Sign in first.']);
      assert.deepEqual(bot.calls, []);
    });
  }

  for (const [name, header] of [
    ['missing', undefined],
    ['not a token', 'Bearer x'],
    ['another scheme', 'Basic eDp5'],
    ['empty', ''],
  ] as const) {
    it(`is refused with 401 when it is ${name}`, async () => {
      assert.equal((await bot.post(asking, header)).status, 401);
      assert.deepEqual(bot.calls, []);
    });
  }

  it('is asked for before anything is said about the body', async () => {
    assert.equal((await bot.post({ type: 'message' })).status, 401);
  });

  it('is not called bad when it cannot be checked: that is trouble of ours, and is logged', async () => {
    const { BOT_TO_BOT_FROM_CHANNEL_OPEN_ID_METADATA_URL: _keys, ...env } = signing.env;
    const nowhere = 'http://127.0.0.1:9/openid';
    const blind = await startBot({
      ...env,
      BOT_TO_BOT_FROM_CHANNEL_OPEN_ID_METADATA_URL: nowhere,
      TENANTS: tenant,
      ADMINISTRATORS: `${tenant}:${tenant}`,
      SERVICE_URLS: new URL(serviceUrl).origin,
    });
    const { status } = await blind.post(asking, await signing.sign(serviceUrl));
    assert.equal(status, 500);
    assert.deepEqual(blind.calls, []);
    assert.deepEqual(
      blind.logged.map(([event, fields]) => [event, fields?.reason]),
      [['turn.broke', 'server']],
    );
    await blind.close();
  });

  it('does not open another channel, however good it is', async () => {
    for (const channelId of ['emulator', 'AseChannel', 'webchat']) {
      assert.equal((await bot.post({ ...asking, channelId }, await signing.sign(serviceUrl))).status, 400);
    }
    assert.deepEqual(bot.calls, []);
  });

  it('does not open another tenant', async () => {
    const other = '0e0e0e0e-0000-4000-8000-000000000e0e';
    const foreign = activity({
      type: 'message',
      text: 'home',
      conversation: { id: 'a:chat', tenantId: other },
      channelData: { tenant: { id: other } },
    });
    assert.equal((await bot.post(foreign, await signing.sign(serviceUrl))).status, 403);
    assert.deepEqual(bot.calls, []);
  });

  it('does not open another service address', async () => {
    const elsewhere = 'https://elsewhere.invalid/teams/';
    assert.equal((await bot.post({ ...asking, serviceUrl: elsewhere }, await signing.sign(elsewhere))).status, 403);
    assert.deepEqual(bot.calls, []);
  });
});
