import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import type { Settings } from '#domain/settings.ts';
import { type SchoolOptions, startSchool, type TestSchool } from '#test/support/school.ts';
import { everythingSeen, onScreen, openTile, ownChat, pass, quiet, sendOpen, sendReport } from '#test/support/telling.ts';

describe('an alert that cannot reach its person', () => {
  let school: TestSchool;
  const begin = async (options: SchoolOptions = {}) => {
    school = await startSchool(options);
    await quiet(school);
  };
  afterEach(() => school.close());

  for (const [state, why] of [
    ['absent', 'does not have the app'],
    ['blocked', 'has blocked it'],
  ] as const) {
    it(`moves on at once when the DSL ${why}, and the reporter’s card says so`, async () => {
      await begin();
      await school.teams.as('anita').setApp(state);
      await sendReport(school.teams.as('robyn'), 'bullying', { 'q.what': 'Messages in a group', 'q.worried': 'no' });
      await school.teams.as('daniel').card(/high priority/);
      await school.teams.as('robyn').card(/Mrs Shah could not be reached here\. The next people are asked\./);
      await quiet(school);
      const { text } = (await school.teams.as('robyn').cards()).at(-1) ?? { text: '' };
      assert.doesNotMatch(text, /Sent to Mrs Shah/);
      const administrator = school.teams.as('idris');
      await administrator.say('set up');
      await administrator.press('Set up');
      assert.match(
        await onScreen(administrator),
        state === 'absent'
          ? /Mrs Anita Shah cannot be reached: install the app for them/
          : /Mrs Anita Shah cannot be reached: they have blocked/,
      );
    });
  }

  it('reaches them again once they have the app', async () => {
    await begin();
    await school.teams.as('anita').setApp('absent');
    await sendReport(school.teams.as('robyn'), 'imagery');
    await quiet(school);
    await school.teams.as('anita').setApp('installed');
    await quiet(school);
    await pass(school, 10);
    await pass(school, 10);
    await school.teams.as('anita').card(/URGENT/);
  });

  it('the last screen is the receipt when the reporter cannot be written to', async () => {
    await begin();
    const robyn = school.teams.as('robyn');
    await openTile(robyn, 'imagery');
    for (const account of school.teams.world.accounts) if (account.name.includes('Robyn')) account.app = 'blocked';
    await robyn.press('Send');
    assert.match(await onScreen(robyn), /Sent: OS-0000-0001.*Mrs Shah and Mr Cole are being alerted now/s);
    await school.teams.as('anita').card(/URGENT/);
    await quiet(school);
  });
});

describe('a school where somebody is not there', () => {
  let school: TestSchool;
  const holders =
    (change: Settings['holders'], rest: Partial<Settings> = {}) =>
    (settings: Settings) => ({
      ...settings,
      ...rest,
      holders: { ...settings.holders, ...change },
    });
  afterEach(() => school.close());

  it('asks the next people at once where a role is vacant', async () => {
    school = await startSchool({ settings: holders({ dsl: [] }) });
    await sendReport(school.teams.as('robyn'), 'bullying', { 'q.what': 'Messages in a group', 'q.worried': 'no' });
    await school.teams.as('daniel').card(/high priority/);
    await quiet(school);
  });

  it('with nobody set says so before and after sending', async () => {
    const nobody = { headteacher: [], dsl: [], 'deputy-dsl': [], slt: [], 'on-call': [], 'holiday-contact': [] };
    school = await startSchool({ settings: holders(nobody, { places: [] }) });
    const robyn = school.teams.as('robyn');
    await openTile(robyn, 'imagery');
    assert.match(await onScreen(robyn), /Not set up\. Nobody will be told\. Go to the DSL\./);
    await robyn.press('Send');
    assert.match(await onScreen(robyn), /Not set up\. Nobody will be told\. Go to the DSL\./);
    await quiet(school);
    assert.match((await robyn.cards()).at(-1)?.text ?? '', /Not set up|Nobody has answered/);
  });

  it('tells whoever covers for somebody who is away today', async () => {
    school = await startSchool({
      settings: (settings, idOf) => ({
        ...settings,
        cover: [{ away: idOf('shah'), by: idOf('vaughan'), from: '2026-11-23', to: '2026-11-23' }],
      }),
    });
    const robyn = school.teams.as('robyn');
    await openTile(robyn, 'bullying');
    assert.match(await onScreen(robyn), /Goes to Ms Vaughan/);
    await sendOpen(robyn, { 'q.what': 'Messages in a group', 'q.worried': 'no' });
    await school.teams.as('carys').card(/high priority/);
    await school.teams.as('carys').press('I’m dealing with it');
    await robyn.card(/Ms Vaughan is dealing with this/);
    await quiet(school);
    assert.doesNotMatch(await ownChat(school.teams.as('anita')), /OS-/);
  });

  it('asks the next where somebody is away without cover', async () => {
    school = await startSchool({
      settings: (settings, idOf) => ({ ...settings, cover: [{ away: idOf('shah'), from: '2026-11-23', to: '2026-11-23' }] }),
    });
    await sendReport(school.teams.as('robyn'), 'bullying', { 'q.what': 'Messages in a group', 'q.worried': 'no' });
    await school.teams.as('daniel').card(/high priority/);
    await quiet(school);
    assert.doesNotMatch(await everythingSeen(school.teams.as('judith')), /high priority.*Sent to/);
  });
});
