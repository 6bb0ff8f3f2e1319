import assert from 'node:assert/strict';
import { type Stand, stand } from './fake-bot.ts';
import type { Json } from './world.ts';

const consent = (more: Json = {}): Json => ({
  contentType: 'application/vnd.microsoft.teams.card.file.consent',
  name: 'register.csv',
  content: { description: 'A list.', sizeInBytes: 12, acceptContext: { file: 'a' }, declineContext: { file: 'b' } },
  ...more,
});

describe('a file in the chat with the app', () => {
  let at: Stand;
  beforeEach(async () => {
    at = await stand();
  });
  afterEach(() => at.close());
  const robyn = () => at.teams.as('robyn');

  /** The bot offers a file in Robyn's chat. */
  async function offer(attachment: Json = consent()) {
    const chat = (await robyn().state()).conversations.find(({ kind }) => kind === 'personal')?.id ?? '';
    return at.call('POST', `/v3/conversations/${encodeURIComponent(chat)}/activities`, { type: 'message', attachments: [attachment] });
  }

  it('reaches the bot as an address with its own key, and can be fetched there', async () => {
    await robyn().sendFile('past.csv', 'Name\nRobyn');
    const [attachment] = (at.bot.heard.at(-1)?.attachments ?? []) as { contentType: string; name: string; content: Json }[];
    assert.deepEqual([attachment?.contentType, attachment?.name], ['application/vnd.microsoft.teams.file.download.info', 'past.csv']);
    assert.equal(attachment?.content.fileType, 'csv');
    const fetched = await fetch(String(attachment?.content.downloadUrl));
    assert.equal(await fetched.text(), 'Name\nRobyn');
    assert.equal((await robyn().messages()).at(-1)?.file?.name, 'past.csv');
  });

  it('cannot be sent in a channel, or where the app is not', async () => {
    await assert.rejects(robyn().sendFile('a.csv', 'x', { in: 'Staffroom' }), /chat with them only/);
    await robyn().setApp('absent');
    await assert.rejects(robyn().sendFile('a.csv', 'x'), /not installed/);
  });

  it('is kept only once its owner allows it, and the bot then puts it where it was told', async () => {
    assert.equal((await offer()).status, 201);
    await robyn().answerFile('accept');
    const { name, value } = at.bot.heard.at(-1) as {
      name: string;
      value: { action: string; context: Json; uploadInfo: Record<string, string> };
    };
    assert.deepEqual([name, value.action, value.context], ['fileConsent/invoke', 'accept', { file: 'a' }]);
    const put = (range: string) =>
      fetch(value.uploadInfo.uploadUrl ?? '', { method: 'PUT', body: '123', headers: { 'content-range': range } });
    assert.equal((await put('bytes 0-9/10')).status, 416);
    assert.equal((await put('bytes 0-2/3')).status, 201);
    assert.equal((await put('bytes 0-2/3')).status, 409);
    const { contentUrl, uniqueId, fileType } = value.uploadInfo;
    await offer({
      contentType: 'application/vnd.microsoft.teams.card.file.info',
      name: 'register.csv',
      contentUrl,
      content: { uniqueId, fileType },
    });
    assert.equal((await robyn().download()).toString(), '123');
    await assert.rejects(robyn().answerFile('accept'), /no file offered/);
  });

  it('that is declined gives the bot its other context, and no place', async () => {
    await offer();
    await robyn().answerFile('decline');
    assert.deepEqual((at.bot.heard.at(-1) as { value: Json }).value, { type: 'fileUpload', action: 'decline', context: { file: 'b' } });
  });

  it('is refused without a name, a size or its contexts, and outside the chat', async () => {
    assert.equal((await offer(consent({ name: '' }))).status, 400);
    assert.equal((await offer(consent({ content: { acceptContext: {}, declineContext: {} } }))).status, 400);
    assert.equal((await offer(consent({ content: { sizeInBytes: 3 } }))).status, 400);
    const channel = encodeURIComponent('19:larkfield-staffroom@thread.tacv2');
    assert.equal(
      (await at.call('POST', `/v3/conversations/${channel}/activities`, { type: 'message', attachments: [consent()] })).status,
      400,
    );
  });
});
