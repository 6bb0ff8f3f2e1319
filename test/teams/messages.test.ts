import assert from 'node:assert/strict';
import { typedText } from '#teams/message.ts';
import { reportedMessage } from '#teams/reported-message.ts';

describe('typed text', () => {
  const recipient = { id: '28:bot' };
  const mention = (id: string, text: string) => ({ type: 'mention', text, mentioned: { id } });
  const typed = (text: string | null, ...entities: object[]) =>
    typedText({ text, entities: entities as Record<string, unknown>[], recipient });

  it('comes without our own mention, wherever it stands and however often', () => {
    const ours = mention('28:bot', '<at>Online Safety</at>');
    assert.equal(typed('<at>Online Safety</at> home', ours), 'home');
    assert.equal(typed('home&nbsp;<at>Online Safety</at>\n', ours), 'home');
    assert.equal(typed('<at>Online Safety</at> <at>Online Safety</at> help', ours, ours), 'help');
  });

  it('keeps the mention of somebody else, even of our name', () => {
    const ours = mention('28:bot', '<at>Online Safety</at>');
    assert.equal(typed('<at>Online Safety</at> ask <at>Ann</at>', ours, mention('29:ann', '<at>Ann</at>')), 'ask <at>Ann</at>');
    assert.equal(
      typed('<at>Online Safety</at> <at>Online Safety</at>', ours, mention('29:x', '<at>Online Safety</at>')),
      '<at>Online Safety</at>',
    );
  });

  it('is empty when only a picture was sent, and takes odd entities calmly', () => {
    assert.equal(typed(null), '');
    assert.equal(typed('home', { type: 'clientInfo' }, { type: 'mention' }), 'home');
  });
});

describe('a message that somebody reports', () => {
  const tenant = '7e1f5a00-0000-4000-8000-00000000c0de';
  const author = 'A1000000-0000-4000-8000-000000000002';
  const payload = {
    id: '1',
    linkToMessage: 'https://teams.microsoft.com/l/message/1',
    createdDateTime: '2026-11-20T09:15:00+00:00',
    body: { contentType: 'html', content: '<div><p>You are <b>finished</b></p><p>See <a href="https://x.invalid/a">this</a></p></div>' },
    from: { user: { userIdentityType: 'aadUser', id: author, displayName: 'Mr Owen Brandt' } },
  };

  it('is its plain text, link, time and author', () => {
    assert.deepEqual(reportedMessage(payload, tenant), {
      text: 'You are finished\n\nSee this [https://x.invalid/a]',
      link: 'https://teams.microsoft.com/l/message/1',
      sentAt: '2026-11-20T09:15:00.000Z',
      author: `${tenant}:${author.toLowerCase()}`,
      authorName: 'Mr Owen Brandt',
    });
  });

  it('never brings pictures or attachments along, not even as links', () => {
    const content = '<p>Look</p><img src="https://x.invalid/p.png" alt="a child"><attachment id="1"></attachment>';
    const message = reportedMessage(
      { ...payload, body: { contentType: 'html', content }, attachments: [{ contentUrl: 'https://x.invalid/p.png' }] },
      tenant,
    );
    assert.equal(message?.text, 'Look');
    assert.doesNotMatch(JSON.stringify(message), /p\.png|a child/);
  });

  it('is at most 4,000 characters and never ends in half of one', () => {
    const plain = reportedMessage({ body: { contentType: 'text', content: `${'a'.repeat(3_999)}😀b` } }, tenant);
    assert.equal(plain?.text, 'a'.repeat(3_999));
    const html = reportedMessage({ body: { contentType: 'html', content: `<p>${'word '.repeat(50_000)}</p>` } }, tenant);
    assert.equal(html?.text.length, 4_000);
  });

  it('survives deep and broken HTML', () => {
    const content = `${'<div>'.repeat(5_000)}deep`;
    assert.equal(typeof reportedMessage({ body: { contentType: 'html', content } }, tenant)?.text, 'string');
  });

  it('has no author when an app or somebody outside wrote it', () => {
    const app = reportedMessage({ ...payload, from: { application: { id: author, displayName: 'Polls' } } }, tenant);
    assert.deepEqual([app?.author, app?.authorName], [undefined, 'Polls']);
    for (const user of [{ id: '29:abc' }, { id: author, userIdentityType: 'anonymousGuest' }, { displayName: 'Somebody' }]) {
      assert.equal(reportedMessage({ ...payload, from: { user } }, tenant)?.author, undefined);
    }
  });

  it('leaves out what it cannot trust: a link of another kind, a time that is none', () => {
    const message = reportedMessage({ ...payload, linkToMessage: 'javascript:alert(1)', createdDateTime: 'yesterday' }, tenant);
    assert.deepEqual([message?.link, message?.sentAt], [undefined, undefined]);
  });

  it('is nothing when there is none', () => {
    for (const none of [undefined, 'text', 5, []]) assert.equal(reportedMessage(none, tenant), undefined);
    assert.deepEqual(reportedMessage({}, tenant), { text: '' });
  });
});
