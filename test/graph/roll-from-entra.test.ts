import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { refusal } from '#cards/refusal.card.ts';
import { loadRoll } from '#stores/roll-record.ts';
import { readSchool } from '#test/local-teams/fake-bot.ts';
import { pressForged } from '#test/support/forged-press.ts';
import { reportBullying, wordsOf } from '#test/support/reporting.ts';
import { ownChat, quiet } from '#test/support/telling.ts';
import { groups, night, openPeople, schoolInEntra } from './school-in-entra.ts';

type Started = Awaited<ReturnType<typeof schoolInEntra>>;

describe('the roll of a school in Entra', () => {
  let started: Started;
  afterEach(() => started.close());
  const as = (name: string) => started.school.teams.as(name);
  const idOf = (name: string) => started.school.teams.idOf(name);
  const roll = async () => (await loadRoll(started.school.store.records, 'larkfield'))?.body;
  const training = async (name: string) => {
    const id = `training.${started.school.file.tenantId}_${await idOf(name)}`;
    return (await started.school.store.records.read('larkfield', id))?.index.status;
  };
  const welcome = async (name: string) => {
    await as(name).say('help');
    const last = (await as(name).messages()).at(-1);
    return last?.card?.text ?? last?.text ?? '';
  };

  it('is everybody in the groups, by their kind', async () => {
    started = await schoolInEntra();
    assert.equal((await roll())?.source, 'graph');
    const text = await openPeople(as('idris'));
    assert.match(text, /Staff: 9/);
    assert.match(text, /Volunteers: 1/);
    assert.match(text, /Governors: 2/);
    assert.match(text, /It comes from Microsoft 365\. Last brought up to date: 10:00\./);
  });

  it('lets in whoever has joined by the next night, and they owe what the new owe', async () => {
    started = await schoolInEntra();
    assert.match(await welcome('Nia Calloway'), /Larkfield Primary School/);
    started.graph.join(groups.staff, { [await idOf('Nia Calloway')]: { displayName: 'Miss Nia Calloway' } });
    await night(started.school);
    assert.match(await welcome('Nia Calloway'), /What you can write here/);
    assert.equal(await training('Nia Calloway'), 'here');
    assert.match(await openPeople(as('idris')), /1 person is new\. Nobody has left\./);
    await as('idris').press('New and gone');
    assert.match(wordsOf(await as('idris').dialog()), /Miss Nia Calloway, staff: new since 24 November 2026/);
    await as('Nia Calloway').say('my training');
    const own = (await as('Nia Calloway').messages()).at(-1)?.card?.text ?? '';
    assert.match(own, /^Induction: safe internet use is due Tuesday 8 December\. Not recorded yet\. Part of the induction\.$/m);
  });

  it('installs the app for whoever is new without a press, once', async () => {
    started = await schoolInEntra();
    assert.equal(started.graph.installed.size, 0);
    const nia = await idOf('Nia Calloway');
    started.graph.join(groups.staff, { [nia]: { displayName: 'Miss Nia Calloway' } });
    await night(started.school);
    assert.ok(started.graph.installed.has(nia));
    assert.match(await openPeople(as('idris')), /Everybody can be written to, as far as the app knows\./);
    const asked = () => started.graph.requests.filter((request) => request.includes('installedApps')).length;
    const before = asked();
    await night(started.school);
    assert.equal(asked(), before);
  });

  it('turns a leaver away like a stranger, and still names them in what they did', async () => {
    started = await schoolInEntra();
    await reportBullying(as('owen'), { 'q.what': 'Messages in a group' });
    await as('anita').card(/Safeguarding report, high priority/);
    started.graph.leave(groups.staff, await idOf('owen'));
    await night(started.school);
    assert.match(await welcome('owen'), /Larkfield Primary School/);
    assert.doesNotMatch(await welcome('owen'), /What you can write here/);
    assert.equal(await training('owen'), 'left');
    await as('anita').press('Open');
    assert.match(wordsOf(await as('anita').dialog()), /Mr Brandt/);
  });

  it('sends a leaver nothing, whatever role they are still entered in: the next is told at once', async () => {
    started = await schoolInEntra();
    started.graph.leave(groups.staff, await idOf('anita'));
    await night(started.school);
    await started.school.later(8 * 60);
    await reportBullying(as('robyn'), { 'q.what': 'Messages in a group' });
    await as('daniel').card(/Safeguarding report, high priority/);
    await quiet(started.school);
    assert.doesNotMatch(await ownChat(as('anita')), /Safeguarding report/);
  });

  it('names those who have left and still hold a role to whoever looks after the list, and to nobody else', async () => {
    started = await schoolInEntra();
    assert.doesNotMatch(await openPeople(as('idris')), /still holds a role/);
    started.graph.leave(groups.staff, await idOf('anita'));
    started.graph.leave(groups.staff, await idOf('robyn'));
    await night(started.school);
    const text = await openPeople(as('idris'));
    assert.match(text, /Mrs Anita Shah is not on the list and still holds a role: DSL \(designated safeguarding lead\)/);
    assert.match(text, /An administrator can give it to somebody else: write set up to this app and press Roles\./);
    assert.doesNotMatch(text, /Robyn Patel/);
    assert.equal(await pressForged(started.school, 'judith', 'people.open', {}), refusal('nothing-here'));
  });

  it('says which role is held by somebody whom it has never named', async () => {
    const dsl = readSchool().people.find(({ name }) => name.includes('Shah'))?.id ?? '';
    started = await schoolInEntra({ before: (graph) => graph.leave(groups.staff, dsl) });
    assert.match(await openPeople(as('idris')), /is not on the list and still holds a role: DSL \(designated safeguarding lead\)\./);
  });

  it('takes nothing over that is written already: each member and training document is written once', async () => {
    started = await schoolInEntra();
    const written = async () => {
      const { records } = started.school.store;
      const lists = await Promise.all(
        (['member', 'training'] as const).map((kind) => records.list('larkfield', { kind, order: 'oldest', limit: 50 })),
      );
      return lists.map(({ items }) => items.map(({ id, etag }) => [id, etag]));
    };
    const before = await written();
    await night(started.school);
    assert.deepEqual(await written(), before);
    assert.deepEqual(
      before.map(({ length }) => length),
      [12, 12],
    );
  });

  it('is the school file while Graph is not agreed to; the coordinator is told once, in words', async () => {
    started = await schoolInEntra({
      before: (graph) => graph.fail({ times: 99, answer: { status: 403, code: 'Authorization_RequestDenied' } }),
    });
    const told = async () => (await ownChat(as('idris'))).match(/Microsoft 365 does not allow this app/g)?.length ?? 0;
    assert.equal(await told(), 1);
    assert.equal((await roll())?.source, 'file');
    assert.equal(await training('robyn'), 'here');
    assert.match(await welcome('robyn'), /What you can write here/);
    await night(started.school);
    await night(started.school);
    assert.equal(await told(), 1);
    assert.match(await openPeople(as('idris')), /does not allow this app.*Ask whoever runs your Microsoft 365/s);
    started.graph.mend();
    await as('idris').press('Update now');
    await quiet(started.school);
    assert.equal((await roll())?.source, 'graph');
    assert.doesNotMatch(await openPeople(as('idris')), /does not allow/);
  });

  for (const [what, answer, says] of [
    [
      'refuses the app',
      { status: 401, code: 'InvalidAuthenticationToken' },
      /Microsoft 365 refused the app’s own sign-in\..*secret or certificate/s,
    ],
    [
      'has no such group',
      { status: 404, code: 'Request_ResourceNotFound' },
      /One of the groups that list your people was not found in Microsoft 365\./,
    ],
  ] as const)
    it(`stays as it was where Microsoft 365 ${what}, and says whom to ask`, async () => {
      started = await schoolInEntra({ before: (graph) => graph.fail({ times: 99, answer }) });
      assert.match(await ownChat(as('idris')), says);
      const text = await openPeople(as('idris'));
      assert.match(text, says);
      assert.match(text, /Ask whoever runs your Microsoft 365 whether/);
      assert.match(await welcome('robyn'), /What you can write here/);
    });

  it('is asked for again within the hour where Graph is down, and nobody is told of what is over by then', async () => {
    started = await schoolInEntra({ before: (graph) => graph.fail({ times: 1, answer: { status: 500 } }) });
    assert.equal((await roll())?.trouble?.reason, 'down');
    await started.school.later(60);
    await quiet(started.school);
    assert.equal((await roll())?.source, 'graph');
    assert.doesNotMatch(await ownChat(as('idris')), /did not answer/);
  });

  it('tells of Graph being down once it stays so', async () => {
    started = await schoolInEntra({ before: (graph) => graph.fail({ times: 99, answer: { status: 500 } }) });
    for (const minutes of [60, 60, 60]) {
      await started.school.later(minutes);
      await quiet(started.school);
    }
    assert.equal((await ownChat(as('idris'))).match(/Microsoft 365 did not answer/g)?.length, 1);
  });
});
