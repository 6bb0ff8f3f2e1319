import assert from 'node:assert/strict';
import { activity, invoke, message, pupil, startBot, tenant, useBot } from './bot-under-test.ts';

describe('an activity at the gate', () => {
  const bot = useBot();
  const other = '0e0e0e0e-0000-4000-8000-000000000e0e';
  const good = invoke('task/fetch', { data: { verb: 'home.show' } });

  const misshapen: [name: string, body: unknown][] = [
    ['without a type', { ...good, type: undefined }],
    ['without a sender', { ...good, from: undefined }],
    ['with a sender of null', { ...good, from: null }],
    ['without a conversation', { ...good, conversation: undefined }],
    ['without a recipient', { ...good, recipient: undefined }],
    ['without a service address', { ...good, serviceUrl: undefined }],
    ['with a value of null', { ...good, value: null }],
    ['that asks without a value', { ...good, value: undefined }],
    ['that asks with text for a value', { ...good, value: 'home.show' }],
    ['that writes with a value of null', { ...message('home'), value: null }],
    ['with a number for text', { ...message('home'), text: 5 }],
    ['that is a list', [good]],
    ['that is null', null],
    ['that is not JSON', '{"type":"message","text":"Tom Lee hit'],
  ];
  for (const [name, body] of misshapen) {
    it(`${name} is answered 400 in plain words`, async () => {
      const { status, text } = await bot.post(body);
      assert.equal(status, 400);
      assert.match(text, /^[A-Z][^{}<>]+\.$/);
      assert.doesNotMatch(text, /Tom Lee|at .*\.ts|Zod|Error/);
      assert.deepEqual(bot.calls, []);
    });
  }

  const unwelcome: [name: string, fields: Record<string, unknown>][] = [
    ['of a tenant that no school has', { conversation: { id: 'a:1', tenantId: other }, channelData: { tenant: { id: other } } }],
    ['that names two tenants', { conversation: { id: 'a:1', tenantId: other } }],
    ['that names no tenant', { conversation: { id: 'a:1' }, channelData: {} }],
    ['whose answers would leave this machine', { serviceUrl: 'https://smba.trafficmanager.net/uk/' }],
    ['whose service address only looks like this machine', { serviceUrl: 'http://127.0.0.1@elsewhere.invalid/' }],
    ['whose service address carries a name and password', { serviceUrl: 'http://ann:secret@127.0.0.1:9/' }],
    ['whose service address is no address', { serviceUrl: 'nowhere' }],
  ];
  for (const [name, fields] of unwelcome) {
    it(`${name} is answered 403 and goes no further`, async () => {
      assert.equal((await bot.post({ ...good, ...fields })).status, 403);
      assert.deepEqual(bot.calls, []);
    });
  }

  it('may name its tenant in one place only, in capitals or not', async () => {
    const { status } = await bot.post({ ...good, conversation: { id: 'a:1' }, channelData: { tenant: { id: tenant.toUpperCase() } } });
    assert.equal(status, 200);
    assert.equal(bot.asked().length, 1);
  });

  it('of a school is refused all the same when its tenant is not among those allowed', async () => {
    const narrow = await startBot({ PROFILE: 'local', TENANTS: other });
    const { status } = await narrow.post(good);
    await narrow.close();
    assert.deepEqual([status, narrow.calls], [403, []]);
  });

  it('belongs to whoever signed in, whatever the data says', async () => {
    await bot.post(invoke('task/submit', { data: { verb: 'report.send', actor: 'somebody else', aadObjectId: pupil } }));
    const [call] = bot.asked();
    assert.ok(call && 'act' in call);
    assert.equal(call.act.actor.person.name, 'Ms Robyn Patel');
    assert.equal(call.act.actor.school, 'larkfield');
  });

  describe('from somebody whom the school has not listed', () => {
    const refusal = /Larkfield Primary School has not put you on its list/;

    it('gets the refusal as a dialog, as a message on the card and in the chat', async () => {
      const dialog = await bot.post(invoke('task/fetch', { data: { verb: 'report.open' } }, pupil));
      assert.equal(dialog.body.task.type, 'message');
      assert.match(dialog.body.task.value, refusal);
      const command = await bot.post(invoke('composeExtension/fetchTask', { commandId: 'report' }, pupil));
      assert.match(command.body.task.value, refusal);
      const click = await bot.post(invoke('adaptiveCard/action', { action: { verb: 'home.show', data: {} } }, pupil));
      assert.equal(click.body.type, 'application/vnd.microsoft.activity.message');
      assert.match(click.body.value, refusal);
      assert.equal((await bot.post(message('report', pupil))).status, 200);
      assert.match(String(bot.posted[0]?.activity.text), refusal);
      assert.deepEqual(bot.calls, []);
    });

    it('is told where to go instead', async () => {
      await bot.post(message('help', pupil));
      assert.match(String(bot.posted[0]?.activity.text), /tell a teacher or another adult.*\n*.*999/s);
    });

    it('is the same when Teams gives no Entra id at all', async () => {
      const { from: _from, ...rest } = message('home');
      await bot.post({ ...rest, from: { id: '29:guest' } });
      assert.match(String(bot.posted[0]?.activity.text), refusal);
      assert.deepEqual(bot.calls, []);
    });
  });

  describe('that asks nothing', () => {
    const silent: [name: string, fields: Record<string, unknown>][] = [
      ['a read receipt', { type: 'event', name: 'application/vnd.microsoft.readReceipt', value: { lastReadMessageId: '1' } }],
      ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: '1' }],
      ['an edit', { type: 'messageUpdate', text: 'home', channelData: { tenant: { id: tenant }, eventType: 'editMessage' } }],
      ['a deletion', { type: 'messageDelete', channelData: { tenant: { id: tenant }, eventType: 'softDeleteMessage' } }],
      ['a sign of typing', { type: 'typing' }],
      ['an activity that Teams has not invented yet', { type: 'somethingNew', value: { a: 1 } }],
      ['an invoke that is not for us', { type: 'invoke', name: 'composeExtension/query', value: { commandId: 'x' } }],
    ];
    for (const [name, fields] of silent) {
      it(`${name} is answered 200 and nothing happens`, async () => {
        assert.deepEqual(await bot.post(activity(fields)), { status: 200, text: '', body: undefined });
        assert.deepEqual(bot.asked(), []);
        assert.deepEqual(bot.posted, []);
      });
    }
  });
});
