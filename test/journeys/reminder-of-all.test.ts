import assert from 'node:assert/strict';
import { campaignIn, confirm, recipientsIn } from '#test/support/campaigns.ts';
import { allOut, sendReminder } from '#test/support/reminding.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { pass } from '#test/support/telling.ts';

const owed = { from: 'daily', content: { kind: 'owed' } } as const;

describe('a reminder of everything that somebody has due', () => {
  let school: TestSchool;
  before(async () => {
    school = await startSchool({ ruleSet: 'dsl-first', training: true });
    await confirm(school, { key: 'auto-2026-11-23', changes: owed });
    await allOut(school);
  });
  after(() => school.close());
  const as = (who: string) => school.teams.as(who);
  const list = async (who: string) => (await as(who).cards()).findLast(({ text }) => text.startsWith('Your training: what is due'));

  it('goes to whoever has something due, and to nobody else', async () => {
    const { tally, total } = (await campaignIn(school, 'auto-2026-11-23')) ?? assert.fail();
    assert.ok(tally.delivered > 0);
    assert.equal(tally.delivered + tally.doneBefore, total);
  });

  it('names four at most, each with its buttons, and how many more there are', async () => {
    const card = (await list('owen')) ?? assert.fail();
    const asks = card.buttons.filter(({ title }) => title === 'I need help');
    assert.equal(asks.length, 4);
    assert.match(card.text, /And \d+ more\. Write my training/);
  });

  it('keeps each where it stands while they are answered one by one', async () => {
    const before = (await list('owen'))?.buttons.filter(({ title }) => title === 'I need help') ?? [];
    const first = before[0]?.data['topic'] ?? '';
    await as('owen').press({ title: 'I need help', data: { topic: first } });
    const card = (await list('owen')) ?? assert.fail();
    assert.match(card.text, /You asked for help\. It has been passed on to Mr/);
    const left = card.buttons.filter(({ title }) => title === 'I need help').map(({ data }) => data['topic']);
    assert.deepEqual(
      left,
      before.slice(1).map(({ data }) => data['topic']),
    );
    await allOut(school);
    const recipient = (await recipientsIn(school, 'auto-2026-11-23')).find(({ said }) => said.length > 0);
    assert.equal(recipient?.answered, 'help');
  });

  it('is not drawn with the name of a sender: nobody wrote it', async () => {
    assert.doesNotMatch((await list('owen'))?.text ?? '', /writes:/);
  });
});

describe('a topic that somebody put off long before it is due', () => {
  let school: TestSchool;
  before(async () => {
    school = await startSchool({ ruleSet: 'dsl-first', training: true });
  });
  after(() => school.close());
  const daniel = () => school.teams.as('daniel');

  it('comes back on the day that they chose', async () => {
    await sendReminder(school, school.teams.as('idris'), { topic: 'refresher', who: 'staff' });
    await daniel().press({ title: 'Remind me on…' });
    await daniel().press('Remind me then', { 'until.refresher': '2026-11-26' });
    await daniel().card(/You will be reminded on Thursday 26 November/);
    const lists = async () =>
      (await daniel().cards()).filter(({ text }) => /what is due|A reminder/.test(text.split('\n')[0] ?? '')).map(({ text }) => text);
    await pass(school, 2 * 24 * 60);
    const before = (await lists()).filter((text) => text.includes('refresher is due')).length;
    await pass(school, 24 * 60);
    assert.equal((await lists()).filter((text) => text.includes('refresher is due')).length, before + 1);
  });
});
