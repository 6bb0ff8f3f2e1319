import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { everythingSeen, onScreen, openForm, ownChat, pass, quiet, sendOpen, tiles } from '#test/support/telling.ts';

describe('a danger alert whose report then names the headteacher', () => {
  let school: TestSchool;
  const report = async () => {
    const robyn = school.teams.as('robyn');
    await robyn.press(tiles.adult);
    await sendOpen(robyn, { 'q.adult.people': await school.teams.idOf('judith'), 'q.what': 'What I saw', 'q.child.0.name': 'Sam Example' });
    await quiet(school);
  };
  beforeEach(async () => {
    school = await startSchool();
    const robyn = school.teams.as('robyn');
    await openForm(robyn);
    await robyn.press('In danger now');
    await robyn.press('Alert the DSL and headteacher', { 'x.room': 'Room 4' });
    await quiet(school);
  });
  afterEach(() => school.close());

  it('goes to the chair, and the headteacher keeps only the neutral sentence', async () => {
    await report();
    await school.teams.as('yusuf').card(/URGENT/);
    const head = school.teams.as('judith');
    assert.equal((await head.cards()).at(-1)?.text, 'Being handled by a colleague. Nothing for you to do.');
    assert.doesNotMatch(await everythingSeen(head), /OS-|Room 4|Patel/);
    await pass(school, 20);
    assert.doesNotMatch(await everythingSeen(head), /OS-/);
  });

  it('leaves the child to the DSL who had it already, without a word about the adult', async () => {
    const dsl = school.teams.as('anita');
    await dsl.press('I’m dealing with it');
    await quiet(school);
    await report();
    await dsl.press('Open');
    assert.match(await onScreen(dsl), /A child may need help.*Sam Example/s);
    assert.doesNotMatch(await onScreen(dsl), /Lowe|headteacher|What I saw/i);
    await dsl.closeDialog();
    assert.doesNotMatch((await dsl.cards()).at(-1)?.text ?? '', /Room 4|Patel/);
    await school.teams.as('yusuf').press('I’m dealing with it');
    await pass(school, 1);
    await school.teams.as('robyn').card(/Mr Ali is dealing with this/);
    await quiet(school);
  });

  it('is open again when it was the headteacher who had answered', async () => {
    await school.teams.as('judith').press('I’m dealing with it');
    await school.teams.as('robyn').card(/Mrs Lowe is dealing with this/);
    await quiet(school);
    await report();
    const receipt = (await school.teams.as('robyn').cards()).findLast(({ text }) => text.includes('Your report OS-'));
    assert.doesNotMatch(receipt?.text ?? '', /Lowe/);
    assert.match(receipt?.text ?? '', /Nobody has answered yet/);
    await pass(school, 10);
    await school.teams.as('robyn').card(/Nobody has answered OS-/);
    assert.doesNotMatch(await ownChat(school.teams.as('robyn')), /Lowe.*alerted/);
  });
});
