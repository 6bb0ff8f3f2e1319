import assert from 'node:assert/strict';
import type { Meeting } from '#features/meet.ts';
import { activity, message, pupil, serviceUrl, teacher, tenant, useBot } from './bot-under-test.ts';

describe('an event about where the app is', () => {
  const bot = useBot();

  const team = '19:team@thread.tacv2';
  const tenantData = { tenant: { id: tenant } };
  const inChannel = { conversation: { id: team, conversationType: 'channel' } };
  const channelData = { ...tenantData, team: { id: team, name: 'Year 5' } };
  const met = async (body: Record<string, unknown>): Promise<Meeting[]> => {
    assert.deepEqual(await bot.post(body), { status: 200, text: '', body: undefined });
    return bot.calls.flatMap((call) => ('meet' in call ? [call.meet] : []));
  };
  const brief = async (body: Record<string, unknown>) =>
    (await met(body)).map(({ event, conversation, name }) => [event, conversation.id, name]);

  it('tells of an install for somebody listed, and of its end', async () => {
    const conversation = { id: 'a:chat', kind: 'personal', serviceUrl };
    const person = `${tenant}:${teacher}`;
    const common = { school: 'larkfield', tenantId: tenant, conversation, person };
    assert.deepEqual(await met(activity({ type: 'installationUpdate', action: 'add' })), [{ ...common, event: 'installed' }]);
    bot.calls.length = 0;
    assert.deepEqual(await met(activity({ type: 'installationUpdate', action: 'remove' })), [{ ...common, event: 'removed' }]);
  });

  it('tells of an install by somebody who is not listed, without the person', async () => {
    const [meeting] = await met(activity({ type: 'installationUpdate', action: 'add' }, pupil));
    assert.deepEqual([meeting?.event, meeting && 'person' in meeting], ['installed', false]);
  });

  it('takes an upgrade for an install, whichever half of it arrives', async () => {
    await met(activity({ type: 'installationUpdate', action: 'remove-upgrade' }));
    assert.deepEqual(await brief(activity({ type: 'installationUpdate', action: 'add-upgrade' })), [
      ['installed', 'a:chat', undefined],
      ['installed', 'a:chat', undefined],
    ]);
  });

  it('tells of a place that we were added to or taken from', async () => {
    const group = { conversation: { id: '19:chat@thread.v2', conversationType: 'groupChat', name: 'DSL team' } };
    await met(activity({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }], ...group }));
    assert.deepEqual(await brief(activity({ type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }], ...group })), [
      ['place-added', '19:chat@thread.v2', 'DSL team'],
      ['place-removed', '19:chat@thread.v2', 'DSL team'],
    ]);
  });

  it('names the channel, its kind and its team when it is about a channel', async () => {
    const channel = { id: '19:safe@thread.tacv2', name: 'Safeguarding', type: 'private' };
    const body = activity({
      type: 'conversationUpdate',
      ...inChannel,
      channelData: { ...channelData, channel, eventType: 'channelCreated' },
    });
    const [meeting] = await met(body);
    assert.deepEqual(
      [meeting?.event, meeting?.conversation.id, meeting?.name, meeting?.channelKind, meeting?.teamId, meeting?.teamName],
      ['place-added', channel.id, 'Safeguarding', 'private', team, 'Year 5'],
    );
  });

  it('takes the channel that was chosen when the app was added to a team', async () => {
    const settings = { selectedChannel: { id: '19:chosen@thread.tacv2', name: 'Staff' } };
    const body = activity({ type: 'installationUpdate', action: 'add', ...inChannel, channelData: { ...channelData, settings } });
    assert.deepEqual(await brief(body), [['place-added', '19:chosen@thread.tacv2', 'Staff']]);
  });

  it('tells of a team that went', async () => {
    const body = activity({ type: 'conversationUpdate', ...inChannel, channelData: { ...channelData, eventType: 'teamDeleted' } });
    assert.deepEqual(await brief(body), [['place-removed', team, 'Year 5']]);
  });

  it('says nothing of other people coming and going', async () => {
    const body = activity({
      type: 'conversationUpdate',
      ...inChannel,
      membersAdded: [{ id: '29:new' }],
      channelData: { ...channelData, eventType: 'teamMemberAdded' },
    });
    assert.deepEqual(await met(body), []);
  });

  it('is taken without a sender whom anybody knows', async () => {
    const { from: _from, ...rest } = activity({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] });
    assert.equal((await met({ ...rest, from: { id: '29:system' } })).length, 1);
  });

  it('comes with every turn of somebody listed, and with none of anybody else', async () => {
    const thread = { id: '19:safe@thread.tacv2;messageid=1', conversationType: 'channel', tenantId: tenant };
    assert.deepEqual(await brief({ ...message('home'), conversation: thread }), [['seen', '19:safe@thread.tacv2', undefined]]);
    bot.calls.length = 0;
    assert.deepEqual(await met(message('home', pupil)), []);
  });
});
