import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { onScreen, ownChat, quiet, rung, sendReport } from '#test/support/telling.ts';

describe('a reporter’s own reports', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await startSchool();
    await sendReport(school.teams.as('robyn'), 'bullying', { 'q.harmed.0.name': 'Sam Example', 'q.what': 'Messages in a group' });
    await quiet(school);
  });
  afterEach(() => school.close());
  const closeIt = async () => {
    const dsl = school.teams.as('anita');
    await dsl.press('I’m dealing with it');
    await dsl.press('Open');
    await dsl.press('Close: raised by mistake', { note: 'A rehearsal of the school play' });
    await quiet(school);
  };
  const titles = ({ buttons }: { buttons: { title: string }[] }) => buttons.map(({ title }) => title);
  const list = async (name: string) => {
    const person = school.teams.as(name);
    await person.say('my reports');
    return (await person.cards()).at(-1)?.text ?? '';
  };

  it('says who was asked, and "seen" of nobody, until somebody answers', async () => {
    assert.match(await list('robyn'), /OS-0000-0001, sent 10:00\nMrs Shah has been asked\. Nobody has answered yet\./);
    await school.teams.as('anita').press('Open');
    await quiet(school);
    assert.match(await list('robyn'), /Nobody has answered yet/);
    await school.teams.as('anita').closeDialog();
    await school.teams.as('anita').press('I’m dealing with it');
    assert.match(await list('robyn'), /Mrs Shah is dealing with this \(10:00\)\./);
    assert.doesNotMatch(await ownChat(school.teams.as('robyn')), /seen/i);
  });

  it('shows what they wrote, and nothing of what came after', async () => {
    const dsl = school.teams.as('anita');
    await dsl.press('I’m dealing with it');
    await dsl.press('Open');
    await dsl.press('Save', { note: 'Rang home' });
    await dsl.closeDialog();
    const robyn = school.teams.as('robyn');
    await quiet(school);
    await robyn.press('Show my report');
    assert.match(await onScreen(robyn), /Sam Example.*Messages in a group/s);
    assert.doesNotMatch(await onScreen(robyn), /Rang home/);
  });

  it('"Something has changed" rings whoever has it, who reads it by opening', async () => {
    const dsl = school.teams.as('anita');
    await dsl.press('I’m dealing with it');
    await quiet(school);
    const rings = await rung(dsl);
    await school.later(20);
    const robyn = school.teams.as('robyn');
    await robyn.press('Something has changed');
    await robyn.press('Send', { text: 'Sam is crying' });
    assert.match(await onScreen(robyn), /Mrs Shah is told now/);
    await quiet(school);
    assert.equal(await rung(dsl), rings + 1);
    const card = (await dsl.cards()).at(-1);
    assert.match(card?.text ?? '', /Something has changed: more was added \(10:20\)\. Please open it\./);
    assert.doesNotMatch(card?.text ?? '', /crying/);
    await dsl.press('Open');
    assert.match(await onScreen(dsl), /Ms Patel, 10:20: Sam is crying/);
    assert.doesNotMatch(await ownChat(school.teams.as('daniel')), /OS-/);
  });

  it('"Something has changed" rings everybody asked while nobody has it, and needs words', async () => {
    const rings = await rung(school.teams.as('anita'));
    const robyn = school.teams.as('robyn');
    await robyn.press('Something has changed');
    await robyn.press('Send', { text: '  ' });
    assert.match(await onScreen(robyn), /Please write something first/);
    await robyn.press('Send', { text: 'Sam is crying' });
    await quiet(school);
    assert.equal(await rung(school.teams.as('anita')), rings + 1);
  });

  it('a report closed as a mistake says only that it is closed', async () => {
    await closeIt();
    await school.teams.as('robyn').card(/This is closed\. Thank you for reporting it\./);
    assert.match(await list('robyn'), /Closed\./);
    assert.doesNotMatch(await ownChat(school.teams.as('robyn')), /rehearsal/);
  });

  it('once closed are still shown, and nothing can be added', async () => {
    const robyn = school.teams.as('robyn');
    await list('robyn');
    await closeIt();
    const receipt = await robyn.card(/This is closed\. Thank you for reporting it\./);
    assert.deepEqual(titles(receipt), ['Show my report']);
    await list('robyn');
    assert.deepEqual(titles(await robyn.card(/Closed\./)), ['Open', 'Report a concern']);
  });

  it('closed while more was being typed, give back what was typed', async () => {
    const robyn = school.teams.as('robyn');
    await robyn.press('Something has changed');
    await closeIt();
    await robyn.press('Send', { text: 'Sam is crying' });
    const { card } = (await robyn.dialog()) ?? {};
    assert.match(card?.text ?? '', /This is closed\. If you are still worried, copy your words and press Report a concern\./);
    assert.equal(card?.inputs.find(({ id }) => id === 'text')?.value, 'Sam is crying');
    await quiet(school);
    assert.doesNotMatch(await ownChat(school.teams.as('anita')), /Something has changed/);
  });

  it('are nobody else’s', async () => {
    assert.match(await list('owen'), /You have not reported anything yet/);
    assert.match(await list('anita'), /You have not reported anything yet/);
  });
});
