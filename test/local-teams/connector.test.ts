import assert from 'node:assert/strict';
import { aCard, attach, cardMessage, type Stand, stand, words } from './fake-bot.ts';
import { mriOf, personalIdOf } from './world.ts';

const hello = cardMessage(aCard([words('Hello')]), { summary: 'Online Safety: please open.' });
const staffroom = '19:larkfield-staffroom@thread.tacv2';
const year5 = '19:larkfield-year-5@thread.v2';

describe('the connector', () => {
  let s: Stand;
  let shah: string;
  const activities = (conversation: string, activity = '') =>
    `v3/conversations/${encodeURIComponent(conversation)}/activities${activity === '' ? '' : `/${activity}`}`;
  const chatOf = (guid: string) => personalIdOf(s.teams.world, guid);
  const codeOf = (body: object) => (body as { error?: { code?: string } }).error?.code;
  const open = (id: string, more: object = {}) =>
    s.call('POST', 'v3/conversations', { members: [{ id }], tenantId: s.teams.world.file.tenantId, ...more });

  beforeEach(async () => {
    s = await stand(undefined, { limitsClock: () => 0 });
    shah = await s.teams.idOf('shah');
  });
  afterEach(() => s.close());

  describe('opening a chat with a person', () => {
    it('works by Entra id and by 29: id, and gives the same chat', async () => {
      const [byEntra, byMri] = [await open(shah), await open(mriOf(s.teams.world, shah))];
      assert.deepEqual([byEntra.status, byEntra.body.id, byMri.body.id], [201, chatOf(shah), chatOf(shah)]);
    });

    it('is refused while the app is not installed for them', async () => {
      await s.teams.as('shah').setApp('absent');
      const { status, body } = await open(shah);
      assert.deepEqual([status, codeOf(body)], [403, 'ForbiddenOperationException']);
    });

    it('is refused by name, for two at once, and in another tenant', async () => {
      assert.equal((await open('Mrs Anita Shah')).status, 400);
      assert.equal((await open(shah, { members: [{ id: shah }, { id: shah }] })).status, 400);
      assert.equal((await open(shah, { tenantId: '00000000-0000-4000-8000-000000000000' })).status, 403);
    });
  });

  describe('posting', () => {
    it('puts a card into the chat and its summary into the preview', async () => {
      const { status, body } = await s.call('POST', activities(chatOf(shah)), { ...hello, channelData: { notification: { alert: true } } });
      const [card] = await s.teams.as('shah').cards();
      assert.deepEqual([status, card?.message.id, card?.text, card?.message.alert], [201, body.id, 'Hello', true]);
      assert.deepEqual(
        (await s.teams.as('shah').notices()).map(({ kind, text }) => [kind, text]),
        [['preview', 'Online Safety: please open.']],
      );
    });

    it('is refused once the person has blocked the app, in words inside a message', async () => {
      await s.teams.as('shah').setApp('blocked');
      const { status, body } = await s.call('POST', activities(chatOf(shah)), hello);
      assert.equal(status, 403);
      assert.equal(JSON.parse(String(body.message)).subCode, 'MessageWritesBlocked');
    });

    it('is refused after the app was removed, and where it never was', async () => {
      await s.teams.as('shah').setApp('absent');
      for (const conversation of [chatOf(shah), year5]) {
        const { status, body } = await s.call('POST', activities(conversation), hello);
        assert.deepEqual([status, codeOf(body)], [403, 'BotNotInConversationRoster']);
      }
    });

    it('is refused into a conversation that is not there', async () => {
      const { status, body } = await s.call('POST', activities('a:nobody'), hello);
      assert.deepEqual([status, codeOf(body)], [404, 'ConversationNotFound']);
    });

    it('is refused above the size limit', async () => {
      const { status, body } = await s.call('POST', activities(chatOf(shah)), cardMessage(aCard([words('x'.repeat(51_200))])));
      assert.deepEqual([status, codeOf(body)], [413, 'MessageSizeTooBig']);
    });

    it('is refused with nothing to show and with an attachment of another kind', async () => {
      assert.equal((await s.call('POST', activities(chatOf(shah)), { type: 'message' })).status, 400);
      const image = { type: 'message', attachments: [{ contentType: 'image/png', contentUrl: 'https://school.example/a.png' }] };
      assert.equal((await s.call('POST', activities(chatOf(shah)), image)).status, 400);
    });

    it('makes two messages of text and card, and gives no id', async () => {
      const { body } = await s.call('POST', activities(chatOf(shah)), { ...hello, text: 'Words' });
      const messages = await s.teams.as('shah').messages();
      assert.equal(body.id, undefined);
      assert.deepEqual(
        messages.map(({ text, card }) => [text, card?.text]),
        [
          ['Words', undefined],
          [undefined, 'Hello'],
        ],
      );
    });

    it('counts twice against the limit when it becomes two messages', async () => {
      const both = { ...hello, text: 'Words' };
      const statuses = [];
      for (let n = 0; n < 5; n += 1) statuses.push((await s.call('POST', activities(chatOf(shah)), both)).status);
      assert.deepEqual(statuses, [201, 201, 201, 201, 429]);
    });

    it('more than 7 times a second is refused with the seconds to wait', async () => {
      const statuses = [];
      for (let n = 0; n < 7; n += 1) statuses.push((await s.call('POST', activities(chatOf(shah)), hello)).status);
      const { status, headers } = await s.call('POST', activities(chatOf(shah)), hello);
      assert.deepEqual([statuses.every((one) => one === 201), status, headers.get('retry-after')], [true, 429, '1']);
    });

    it('a card that cannot be shown says so to whoever looks', async () => {
      await s.call('POST', activities(chatOf(shah)), cardMessage({ ...aCard([]), version: '1.6' }));
      await assert.rejects(s.teams.as('shah').cards(), /above 1\.5/);
    });
  });

  describe('changing what was posted', () => {
    it('replaces it for everybody, without a preview', async () => {
      const { body } = await s.call('POST', activities(chatOf(shah)), hello);
      const [before] = await s.teams.as('shah').cards();
      const changed = await s.call('PUT', activities(chatOf(shah), String(body.id)), cardMessage(aCard([words('Taken')])));
      assert.deepEqual([changed.status, changed.body.id], [200, body.id]);
      assert.deepEqual(
        (await s.teams.as('shah').cards()).map(({ text }) => text),
        ['Taken'],
      );
      assert.notEqual((await s.teams.as('shah').cards())[0]?.key, before?.key);
      assert.equal((await s.teams.as('shah').notices()).length, 1);
    });

    it('is refused for an activity that is gone', async () => {
      const { body } = await s.call('POST', activities(chatOf(shah)), hello);
      assert.equal((await s.call('DELETE', activities(chatOf(shah), String(body.id)))).status, 200);
      const { status, body: refusal } = await s.call('PUT', activities(chatOf(shah), String(body.id)), hello);
      assert.deepEqual([status, codeOf(refusal)], [404, 'ActivityNotFoundInConversation']);
      assert.deepEqual(await s.teams.as('shah').cards(), []);
    });
  });

  describe('a channel', () => {
    it('takes a new thread and answers in it', async () => {
      const activity = { type: 'message', attachments: [attach(aCard([words('First')]))] };
      const made = await s.call('POST', 'v3/conversations', { isGroup: true, channelData: { channel: { id: staffroom } }, activity });
      assert.equal(made.body.id, `${staffroom};messageid=${made.body.activityId}`);
      await s.call('POST', activities(String(made.body.id)), hello);
      const messages = await s.teams.as('robyn').messages({ in: 'Staffroom' });
      assert.deepEqual(
        messages.map(({ root }) => root),
        [made.body.activityId, made.body.activityId],
      );
    });

    it('tells a team, and its channels with General unnamed', async () => {
      const team = encodeURIComponent('19:larkfield-safeguarding@thread.tacv2');
      const { body } = await s.call('GET', `v3/teams/${team}`);
      assert.deepEqual([body.name, body.channelCount, body.memberCount], ['Safeguarding team', 2, 3]);
      const channels = (await s.call('GET', `v3/teams/${team}/conversations`)).body.conversations;
      assert.deepEqual(
        (channels as { name: string | null }[]).map(({ name }) => name),
        [null, 'Alerts'],
      );
    });
  });
});
