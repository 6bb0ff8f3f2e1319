import assert from 'node:assert/strict';
import { type FaultyStore, faultyStore } from '#test/support/faulty-store.ts';
import { allOut, campaigns } from '#test/support/reminding.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { onScreen, ownChat } from '#test/support/telling.ts';

describe('a reminder while the store is down', () => {
  let school: TestSchool;
  let store: FaultyStore;
  before(async () => {
    store = await faultyStore();
    school = await startSchool({ ruleSet: 'dsl-first', training: true, store });
  });
  after(() => school.close());
  const as = (who: string) => school.teams.as(who);

  it('comes back with everything typed, and NOT SAVED', async () => {
    await as('idris').say('remind');
    await as('idris').press('Send a reminder');
    store.fails({ does: 'breaks' });
    await as('idris').press('Next', { topic: 'governors', words: 'Kind words', who: 'governor' });
    store.works();
    assert.match(await onScreen(as('idris')), /NOT SAVED: .*\nNothing has been sent/);
    const value = (id: string) =>
      as('idris')
        .dialog()
        .then((dialog) => dialog?.card?.inputs.find((input) => input.id === id)?.value);
    assert.deepEqual([await value('topic'), await value('words'), await value('who')], ['governors', 'Kind words', 'governor']);
  });

  it('is not sent, and goes out once with *Try again*', async () => {
    await as('idris').press('Next');
    store.fails({ does: 'breaks' });
    await as('idris').press('Send');
    store.works();
    assert.match(await onScreen(as('idris')), /NOT SENT/);
    await as('idris').press('Try again');
    assert.match(await onScreen(as('idris')), /It is on its way/);
    await as('idris').closeDialog();
    await allOut(school);
    assert.equal((await campaigns(school)).length, 1);
    await as('yusuf').card(/Mr Field writes:\nKind words/);
  });

  it('cannot be answered, says so and keeps its buttons', async () => {
    await as('yusuf').press('I’ve done it');
    store.fails({ does: 'breaks' });
    await as('yusuf').press('Save: I’ve done it', { 'on.governors': '2026-11-20' });
    store.works();
    assert.match((await as('yusuf').notices()).at(-1)?.text ?? (await ownChat(as('yusuf'))), /NOT SAVED/);
    await as('yusuf').press('Save: I’ve done it', { 'on.governors': '2026-11-20' });
    await as('yusuf').card(/You said that you did it on Friday 20 November/);
  });

  it('is found half done, and finished, by whoever pressed when only half was written', async () => {
    await as('grace').press('Remind me on…');
    store.fails({ does: 'breaks', calls: ['replace'], ids: /^recipient\./, times: 1 });
    await as('grace').press('Remind me then', { 'until.governors': '2026-11-30' });
    store.works();
    await as('grace').press('Remind me then', { 'until.governors': '2026-11-30' });
    await as('grace').card(/You will be reminded on Monday 30 November/);
  });
});
