import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { begin, bullying, incidentsOf, typedIn, wordsOf } from '#test/support/reporting.ts';
import { useReporterInTrouble } from '#test/support/school-in-trouble.ts';

const typed = {
  'q.harmed.0.name': 'Sam Example',
  'q.what': 'Messages in a group',
  'q.app': 'A game',
};

describe('while the store is down', () => {
  const { store, school, robyn } = useReporterInTrouble();

  const down = () => store.fails({ does: 'breaks' });
  const words = async () => wordsOf(await robyn.dialog());

  it('somebody who opens the report is told that nobody is told, and whom to go to', async () => {
    await robyn.say('report');
    down();
    await robyn.press('Report a concern');
    assert.match(await words(), /You cannot report here just now, and nobody has been told.*Tell Mrs Shah or Mr Cole in person.*999/);
  });

  it('the tiles come back with NOT SENT when one is pressed, and work once it is up', async () => {
    await begin(robyn);
    down();
    await robyn.press(bullying);
    assert.match(await words(), /^NOT SENT\. Nobody has been told\.\nKeep this window open.*\nTell Mrs Shah or Mr Cole in person/);
    assert.doesNotMatch(await words(), /Try again/);
    store.works();
    await robyn.press(bullying);
    assert.match(await words(), /Who has been upset/);
  });

  for (const button of ['Send', 'Send now, add more later', 'Who will it go to?', 'Another child', 'Back']) {
    it(`"${button}" gives the questions back with everything typed and NOT SENT`, async () => {
      await begin(robyn, bullying);
      down();
      await robyn.press(button === 'Another child' ? { title: button, data: { question: 'harmed' } } : button, typed);
      const dialog = await robyn.dialog();
      assert.match(wordsOf(dialog), /^NOT SENT\. Nobody has been told\.[\s\S]*Then press Try again/);
      assert.deepEqual({ ...typedIn(dialog), ...typed }, typedIn(dialog));
    });
  }

  it('several children typed come back in their rows, and are sent once it is up', async () => {
    const before = (await incidentsOf(school)).length;
    await begin(robyn, bullying);
    await robyn.press({ title: 'Another child', data: { question: 'harmed' } }, typed);
    const more = { ...typed, 'q.harmed.1.name': 'Alex Example' };
    down();
    await robyn.press('Send', more);
    assert.deepEqual({ ...typedIn(await robyn.dialog()), ...more }, typedIn(await robyn.dialog()));
    await robyn.press('Try again');
    assert.match(await words(), /^NOT SENT/);
    store.works();
    assert.equal((await incidentsOf(school)).length, before);
    await robyn.press('Try again');
    assert.match(await words(), /Sent: OS-/);
    const [event] = (await incidentsOf(school)).at(-1)?.body.events.map((sealed) => sealed.event) ?? [];
    assert.ok(event?.type === 'reported');
    assert.deepEqual(
      event.report.children.map(({ name }) => name),
      ['Sam Example', 'Alex Example'],
    );
  });

  it('a danger alert that could not be sent says 999 first, keeps what was typed, and goes when pressed again', async () => {
    await begin(robyn, bullying);
    down();
    await robyn.press('In danger now');
    await robyn.press('Alert the DSL and headteacher', { ...typed, 'x.room': 'Room 4' });
    assert.match(await words(), /^Ring 999 if a child could be hurt.*\nNOT SENT\. Nobody has been told\./);
    assert.equal(typedIn(await robyn.dialog())['q.what'], 'Messages in a group');
    store.works();
    await robyn.press('In danger now');
    await robyn.press('Alert the DSL and headteacher');
    assert.match(await words(), /Alert sent \(10:00\) to .*Mrs Shah/);
    assert.equal(typedIn(await robyn.dialog())['q.what'], 'Messages in a group');
    await school.teams.as('anita').card(/Go to Room 4; Ms Patel is there/);
  });

  it('after a danger alert, what follows is NOT SENT, and the alert is not called so', async () => {
    await begin(robyn, bullying);
    await robyn.press('In danger now');
    await robyn.press('Alert the DSL and headteacher', typed);
    down();
    await robyn.press('Send');
    assert.match(await words(), /^NOT SENT: what you wrote here\. The danger alert that you sent before it stands\./);
    assert.doesNotMatch(await words(), /Nobody has been told/);
    store.works();
    await robyn.press('Try again');
    assert.match(await words(), /Sent: OS-/);
  });

  it('an alert that went out is never called NOT SENT because the draft beside it could not be kept', async () => {
    await begin(robyn, bullying);
    store.fails({ does: 'breaks', ids: /^draft\./, calls: ['create', 'replace'] });
    await robyn.press('In danger now');
    await robyn.press('Alert the DSL and headteacher', typed);
    assert.match(await words(), /Alert sent \(10:00\)/);
    assert.equal(typedIn(await robyn.dialog())['q.app'], 'A game');
  });
});
