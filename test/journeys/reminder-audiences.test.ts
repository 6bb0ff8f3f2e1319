import assert from 'node:assert/strict';
import { allOut, campaigns, lookAt, next, openReminder } from '#test/support/reminding.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { onScreen } from '#test/support/telling.ts';
import { leaves } from '#test/support/training.ts';

const words = { topic: 'none', words: 'Please read the new rules about phones.' };

describe('who gets a reminder', () => {
  let school: TestSchool;
  before(async () => {
    school = await startSchool({ ruleSet: 'dsl-first', training: true });
  });
  after(() => school.close());
  const as = (who: string) => school.teams.as(who);
  const look = async (typing: Record<string, string | string[]>) => {
    const seen = await lookAt(as('idris'), { ...words, ...typing });
    await as('idris').closeDialog();
    return seen;
  };

  const audiences: [what: string, typing: Record<string, string>, says: RegExp][] = [
    ['everybody', { who: 'everybody' }, /goes to 12 people \(all staff, volunteers and governors\)/],
    ['all staff', { who: 'staff' }, /goes to 9 people \(all staff\)/],
    ['all volunteers', { who: 'volunteer' }, /goes to 1 person \(all volunteers\)/],
    ['all governors', { who: 'governor' }, /goes to 2 people \(all governors\)/],
    ['everybody who holds a role', { who: 'role', role: 'governor' }, /goes to 2 people \(role: Other governors\)/],
    [
      'a topic, which reaches only those who owe it',
      { who: 'everybody', topic: 'governors' },
      /goes to 2 people of those you chose \(all staff, volunteers and governors\)\. 10 others do not owe it\./,
    ],
  ];
  for (const [what, typing, says] of audiences) it(`is ${what}`, async () => assert.match(await look(typing), says));

  it('is people by name', async () => {
    const named = [await school.teams.idOf('robyn'), await school.teams.idOf('yusuf')];
    assert.match(await look({ who: 'named', named }), /goes to 2 people \((Ms Patel and Mr Ali|Mr Ali and Ms Patel)\)/);
  });

  it('is those whose day has passed, and those due soon besides', async () => {
    const overdue = /goes to (\d+) pe/.exec(await look({ who: 'overdue', topic: 'refresher' }));
    const soon = /goes to (\d+) pe/.exec(await look({ who: 'due', within: '90', topic: 'refresher' }));
    const all = /goes to (\d+) pe/.exec(await look({ who: 'staff', topic: 'refresher' }));
    assert.ok(Number(overdue?.[1]) > 0 && Number(overdue?.[1]) <= Number(soon?.[1]) && Number(soon?.[1]) < Number(all?.[1]));
  });

  for (const [within, count] of [
    ['7', '2 people'],
    ['30', '4 people'],
    ['90', '4 people'],
  ] as const)
    it(`is those due within ${within} days, in figures and in words`, async () => {
      const seen = await look({ who: 'due', within, topic: 'refresher' });
      assert.ok(seen.includes(`This goes to ${count} (those for whom it is due within ${within} days, or was due).`), seen);
    });

  it('gets as many messages as were counted', async () => {
    const seen = await lookAt(as('idris'), { ...words, who: 'overdue', topic: 'refresher' });
    await as('idris').press('Send');
    await as('idris').closeDialog();
    await allOut(school);
    const [sent] = await campaigns(school);
    assert.match(seen, new RegExp(`goes to ${sent?.campaign.tally.delivered} pe`));
    assert.equal(sent?.campaign.tally.delivered, sent?.campaign.total);
  });
});

describe('a reminder that somebody else does not get', () => {
  let school: TestSchool;
  before(async () => {
    school = await startSchool();
  });
  after(() => school.close());
  const as = (who: string) => school.teams.as(who);

  it('of people who blocked the app names them, with what to do', async () => {
    await as('owen').setApp('blocked');
    await as('keisha').setApp('absent');
    await school.teams.fault({ method: 'POST', person: 'wendy', answer: 404, times: 50 });
    await lookAt(as('idris'), { ...words, who: 'everybody' });
    await as('idris').press('Send');
    await as('idris').closeDialog();
    await allOut(school);
    await as('idris').card(/Delivered: 9[\s\S]*Cannot be reached: 3[\s\S]*1 person: they blocked the app \(ask them/);
    await as('idris').press('Show who');
    assert.match(await onScreen(as('idris')), /Mr Owen Brandt: they blocked the app/);
    assert.match(await onScreen(as('idris')), /Miss Keisha Dunne: they do not have the app/);
    assert.match(await onScreen(as('idris')), /Mrs Wendy Marlow: they have no account in Teams any more\./);
    await as('idris').closeDialog();
  });

  it('says so before the next one is sent', async () => {
    const named = [await school.teams.idOf('owen'), await school.teams.idOf('robyn')];
    const seen = await lookAt(as('idris'), { ...words, who: 'named', named });
    assert.match(seen, /1 of them could not be reached the last time\. 1 person: they blocked the app/);
    await as('idris').closeDialog();
  });
});

describe('a reminder that cannot be sent as it was filled in', () => {
  let school: TestSchool;
  before(async () => {
    school = await startSchool({
      ruleSet: 'dsl-first',
      settings: (settings) => ({ ...settings, holders: { ...settings.holders, 'link-governor': [] } }),
    });
    await openReminder(school.teams.as('idris'));
  });
  after(() => school.close());
  const idris = () => school.teams.as('idris');

  const wrong: [what: string, typing: Record<string, string>, says: RegExp][] = [
    ['nothing to say', { topic: '', words: '' }, /Please choose a topic, or write a few words/],
    ['nobody by name', { ...words, who: 'named' }, /Please pick at least one person/],
    ['a role without saying which', { ...words, who: 'role' }, /Please choose a role/],
    [
      'a role whose holder has not this topic',
      { topic: 'governors', who: 'role', role: 'slt' },
      /of those you chose, nobody owes this topic just now/,
    ],
    ['nobody due', { topic: 'governors', who: 'overdue' }, /This goes to nobody/],
    ['a day that is over', { ...words, who: 'staff', when: 'later', day: '2026-11-20', time: '08:30' }, /This is over already/],
    ['no day', { ...words, who: 'staff', when: 'later' }, /Please choose a day/],
    [
      'a time that there is not',
      { ...words, who: 'staff', when: 'later', day: '2026-11-25', time: '8 or so' },
      /Please give a time such as 08:30\./,
    ],
  ];
  for (const [what, typing, says] of wrong) {
    it(`says so beside the field: ${what}`, async () => {
      const seen = await next(idris(), typing);
      assert.match(seen, says);
      assert.match(seen, /Nothing has been sent/);
      assert.equal((await campaigns(school)).length, 0);
      await idris().closeDialog();
      await openReminder(idris());
    });
  }

  it('keeps what was typed', async () => {
    await next(idris(), { topic: 'governors', words: 'Kind *words*', who: 'overdue' });
    const inputs = (await idris().dialog())?.card?.inputs ?? [];
    const values = Object.fromEntries(inputs.map(({ id, value }) => [id, value]));
    assert.deepEqual(
      { topic: values['topic'], words: values['words'], who: values['who'] },
      { topic: 'governors', words: 'Kind *words*', who: 'overdue' },
    );
  });

  it('refuses a leaver among the named', async () => {
    const named = [await school.teams.idOf('keisha')];
    await leaves(school, 'keisha');
    assert.match(await next(idris(), { ...words, who: 'named', named }), /Somebody here has left the school\. Please take them out\./);
    await idris().closeDialog();
    await openReminder(idris());
  });

  it('refuses a pupil among the named', async () => {
    const named = [await school.teams.idOf('alfie')];
    assert.match(await next(idris(), { ...words, who: 'named', named: named[0] ?? '' }), /not on the school’s list/);
  });
});
