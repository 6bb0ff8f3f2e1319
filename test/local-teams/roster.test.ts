import assert from 'node:assert/strict';
import { readSchool, type Stand, stand } from './fake-bot.ts';
import { mriOf } from './world.ts';

const staffroom = '19:larkfield-staffroom@thread.tacv2';
const codeOf = (body: object) => (body as { error?: { code?: string } }).error?.code;

describe('the roster', () => {
  let s: Stand;
  let shah: string;
  beforeEach(async () => {
    s = await stand();
    shah = await s.teams.idOf('shah');
  });
  afterEach(() => s.close());

  const roster = (conversation: string, query = '') =>
    s.call('GET', `v3/conversations/${encodeURIComponent(conversation)}/pagedmembers${query}`);

  it('comes with Entra ids as objectId', async () => {
    const { body } = await roster('19:larkfield-heads-office@thread.v2');
    const members = body.members as { objectId: string; id: string; name: string }[];
    assert.deepEqual(
      members.map(({ name }) => name),
      ['Mrs Judith Lowe', 'Ms Carys Vaughan'],
    );
    assert.ok(members.every(({ id, objectId }) => id === mriOf(s.teams.world, objectId)));
  });

  it('is refused where the bot is not', async () => {
    const { status, body } = await roster('19:larkfield-year-5@thread.v2');
    assert.deepEqual([status, codeOf(body)], [403, 'BotNotInConversationRoster']);
  });

  it('fails where it is set to, and shows guests without an Entra id', async () => {
    await s.teams.roster('Staffroom', { guests: 1 });
    const members = (await roster(staffroom)).body.members as { objectId?: string }[];
    assert.deepEqual([members.length, members.at(-1)?.objectId], [13, undefined]);
    await s.teams.roster('Staffroom', { fails: true });
    assert.equal((await roster(staffroom)).status, 403);
  });

  it('finds one member by Entra id, and nobody who is not there', async () => {
    const path = `v3/conversations/${encodeURIComponent(staffroom)}/members`;
    assert.equal((await s.call('GET', `${path}/${shah}`)).body.name, 'Mrs Anita Shah');
    assert.equal((await s.call('GET', `${path}/b2000000-0000-4000-8000-000000000001`)).status, 404);
  });
});

describe('a roster of many', () => {
  it('comes in pages of fifty at least', async () => {
    const school = readSchool();
    const many = Array.from({ length: 60 }, (_, n) => ({
      id: `d4000000-0000-4000-8000-0000000000${n + 10}`,
      name: `Person ${n}`,
      kind: 'staff' as const,
      jobTitle: '',
    }));
    const chat = { id: '19:everybody@thread.v2', name: 'Everybody', app: true, members: many.map(({ id }) => id) };
    const s = await stand(undefined, {
      schoolFile: { ...school, people: [...school.people, ...many], local: { ...school.local, chats: [chat] } },
    });
    const path = `v3/conversations/${encodeURIComponent(chat.id)}/pagedmembers?pageSize=5`;
    const first = (await s.call('GET', path)).body as { members: unknown[]; continuationToken: string };
    const second = (await s.call('GET', `${path}&continuationToken=${first.continuationToken}`)).body as {
      members: unknown[];
      continuationToken?: string;
    };
    await s.close();
    assert.deepEqual([first.members.length, second.members.length, second.continuationToken], [50, 10, undefined]);
  });
});
