import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { pressForged } from '#test/support/forged-press.ts';
import { useQuietSchool } from '#test/support/quiet-school.ts';
import { startSchool } from '#test/support/school.ts';
import { everythingSeen, onScreen, openForm, openTile, pass, quiet, rung, sendOpen, sendReport, tiles } from '#test/support/telling.ts';

describe('somebody who reports changes their mind on the way', () => {
  const school = useQuietSchool({ ruleSet: 'dsl-first' });

  async function raise(button: string, typing = {}) {
    const robyn = school.teams.as('robyn');
    await openForm(robyn);
    await robyn.press('In danger now');
    if (button.startsWith('It is about')) await robyn.press('It is about one of them');
    await robyn.press(button, typing);
    await quiet(school);
    return robyn;
  }

  it('an alert about the headteacher stays so whatever tile is chosen after it, and the chair keeps it', async () => {
    const robyn = await raise('It is about the headteacher');
    await school.teams.as('yusuf').press('I’m dealing with it');
    await robyn.press(tiles.bullying);
    await sendOpen(robyn, { 'q.what': 'Somebody shook Sam' });
    await quiet(school);
    const chair = (await school.teams.as('yusuf').cards()).at(-1);
    assert.match(chair?.text ?? '', /You are dealing with this/);
    await pass(school, 10);
    for (const name of ['judith', 'carys']) assert.doesNotMatch(await everythingSeen(school.teams.as(name)), /OS-/);
  });

  it('an adult who was picked is not told when another tile is chosen after that', async () => {
    const robyn = school.teams.as('robyn');
    await openTile(robyn, 'adult');
    await robyn.press('Back', { 'q.adult.people': [await school.teams.idOf('anita')] });
    await robyn.press(tiles.bullying);
    await sendOpen(robyn, { 'q.what': 'She was cruel to Sam' });
    await quiet(school);
    assert.doesNotMatch(await everythingSeen(school.teams.as('anita')), /OS-/);
  });

  it('what was typed under one tile is there again after another', async () => {
    const robyn = school.teams.as('robyn');
    await openTile(robyn, 'imagery');
    await robyn.press('Back', { 'q.told': 'The words of the child', 'q.where-now': 'In the library' });
    await robyn.press(tiles.bullying);
    await robyn.press('Back', { 'q.app': 'A game' });
    await robyn.press(tiles.imagery);
    const inputs = (await robyn.dialog())?.card?.inputs ?? [];
    assert.deepEqual(
      inputs.filter(({ id }) => id === 'q.told' || id === 'q.where-now').map(({ value }) => value),
      ['The words of the child', 'In the library'],
    );
  });

  it('danger that is seen after sending rings for everybody anew', async () => {
    const robyn = school.teams.as('robyn');
    await openTile(robyn, 'bullying');
    const key = await sendOpen(robyn, { 'q.what': 'Messages' });
    await quiet(school);
    await school.teams.as('anita').press('I’m dealing with it');
    await quiet(school);
    const rang = await rung(school.teams.as('judith'));
    await pressForged(
      school,
      'robyn',
      'report.raise',
      { draft: key, command: '00000009ZZZZZZZZZZZZ', about: 'nobody', 'x.room': 'Room 4' },
      true,
    );
    await quiet(school);
    const alert = (await school.teams.as('anita').cards()).at(-1);
    assert.match(alert?.text ?? '', /URGENT.*Go to Room 4; Ms Patel is there\./s);
    assert.ok((await rung(school.teams.as('judith'))) > rang);
  });

  it('an alert that is out is never called nobody told, also when the rest is put away', async () => {
    const robyn = await raise('Alert the DSL and headteacher');
    await robyn.press(tiles.bullying);
    await robyn.closeDialog();
    await openForm(robyn);
    assert.match(await onScreen(robyn), /Your danger alert is out\. What happened is not written down yet\./);
    await robyn.press('Put it away');
    assert.doesNotMatch(await onScreen(robyn), /Nobody has been told/);
  });

  it('IT support is given a task, never the record, and does not lead', async () => {
    await sendReport(school.teams.as('robyn'), 'technical', { 'q.what': 'Sam Example opened it', 'q.which': 'virus' });
    await quiet(school);
    const tomasz = school.teams.as('tomasz');
    assert.match((await tomasz.card(/OS-/)).text, /Online-safety task/);
    await tomasz.press('Open');
    const task = await onScreen(tomasz);
    assert.match(task, /This is a task, not the report\. Ask Mrs Shah for the device, the time and the site\./);
    assert.doesNotMatch(task, /Sam Example/);
    await tomasz.press('I’m dealing with it');
    await quiet(school);
    assert.doesNotMatch(await everythingSeen(school.teams.as('robyn')), /Mr Reed is dealing with this/);
    assert.doesNotMatch(await onScreen(tomasz), /Close: raised by mistake/);
  });

  it('my reports are shown in the chat with the app only', async () => {
    await sendReport(school.teams.as('robyn'), 'bullying');
    await school.teams.as('robyn').say('my reports', { in: 'Staffroom', mention: true });
    await quiet(school);
    const everybody = await everythingSeen(school.teams.as('owen'));
    assert.match(everybody, /Your reports are shown in our own chat only/);
    assert.doesNotMatch(everybody, /OS-/);
  });
});

describe('something has changed at the weekend', () => {
  it('says that nobody has been told of it yet, and whom to ring', async () => {
    const school = await startSchool({ ruleSet: 'dsl-first', at: '2026-11-28T12:00:00.000Z' });
    const robyn = school.teams.as('robyn');
    await sendReport(robyn, 'bullying');
    await quiet(school);
    await robyn.press('Something has changed');
    await robyn.press('Send', { text: 'Sam says he will not sleep tonight' });
    const said = await onScreen(robyn);
    assert.match(said, /Nobody has been told of it yet: it is sent on Mon 30 Nov, 07:30\./);
    assert.match(said, /ring children’s social care on 01632/);
    await school.close();
  });
});
