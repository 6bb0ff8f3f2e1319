import assert from 'node:assert/strict';
import { activity, useBot } from './bot-under-test.ts';

const downloadInfo = 'application/vnd.microsoft.teams.file.download.info';
const sent = (content: unknown, name: unknown = 'past.csv') => ({ contentType: downloadInfo, name, content });
const good = { downloadUrl: 'https://larkfield-my.sharepoint.com/x?tempauth=1', uniqueId: '1', fileType: 'csv' };

describe('a message with a file', () => {
  const bot = useBot();
  const message = (attachments: unknown, more: object = {}) => bot.post(activity({ type: 'message', text: '', attachments, ...more }));

  it('is brought with its name, its kind and its address, and answered in the chat', async () => {
    await message([sent(good), { contentType: 'text/html', content: '<div></div>' }]);
    const [call] = bot.asked();
    assert.ok(call !== undefined && 'receive' in call);
    assert.deepEqual(call.receive.files, [{ name: 'past.csv', type: 'csv', url: good.downloadUrl }]);
    assert.equal(bot.posted.length, 1);
  });

  it('is text where the attachment is none: its own words, a picture, a card, or something without an address', async () => {
    const others = [
      { contentType: 'text/html', content: '<div>report</div>' },
      { contentType: 'image/png', contentUrl: 'https://x.example/a.png' },
      { contentType: null },
      sent({ uniqueId: '1' }),
      sent('https://larkfield-my.sharepoint.com/x'),
    ];
    for (const other of others) await message([other], { text: 'report' });
    assert.ok(bot.asked().every((call) => 'say' in call));
    assert.equal(bot.asked().length, others.length);
  });

  it('is no file outside the 1:1 chat', async () => {
    await message([sent(good)], { conversation: { id: '19:x@thread.v2', conversationType: 'groupChat' } });
    assert.ok(bot.asked().every((call) => !('receive' in call)));
  });

  it('from somebody whom the school has not listed goes no further', async () => {
    await bot.post(activity({ type: 'message', text: '', attachments: [sent(good)] }, 'b2000000-0000-4000-8000-000000000001'));
    assert.deepEqual(bot.asked(), []);
  });
});

describe('the answer to a file that is offered', () => {
  const bot = useBot();
  const invoke = (value: unknown) => bot.post(activity({ type: 'invoke', name: 'fileConsent/invoke', value }));
  const uploadInfo = { contentUrl: 'https://c', name: 'a.csv', uploadUrl: 'https://u', uniqueId: '1', fileType: 'csv' };

  it('is taken with 200 and no body, and brought with where the file may be put', async () => {
    bot.state.answer = () => ({ kind: 'close' });
    const answer = await invoke({ type: 'fileUpload', action: 'accept', context: { file: 'k' }, uploadInfo });
    assert.deepEqual([answer.status, answer.text], [200, '']);
    const [call] = bot.asked();
    assert.ok(call !== undefined && 'answerOffer' in call);
    const { actor: _actor, ...said } = call.answerOffer;
    assert.deepEqual(said, { accepted: true, context: { file: 'k' }, upload: uploadInfo });
    assert.deepEqual(bot.posted, []);
  });

  it('is said in the chat when there is something to say', async () => {
    await invoke({ type: 'fileUpload', action: 'decline', context: { file: 'k' } });
    assert.equal(bot.posted[0]?.activity.text, 'Heard.');
  });

  it('of a shape that is none of Teams’ is answered calmly', async () => {
    for (const value of [{}, { action: 'explode' }, { action: 'accept', context: 'x', uploadInfo: 7 }, []])
      assert.equal((await invoke(value)).status, 200);
  });
});
