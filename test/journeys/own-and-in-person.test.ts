import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { useQuietSchool } from '#test/support/quiet-school.ts';
import { ownChat, pass, quiet, rung, sendReport } from '#test/support/telling.ts';

describe('telling that needs no chase', () => {
  const school = useQuietSchool();

  it('the DSL’s own report stops with "I am dealing with this", and the deputy knows of it', async () => {
    const dsl = school.teams.as('anita');
    const deputy = school.teams.as('daniel');
    await sendReport(dsl, 'imagery', { 'q.told': 'A child told me' });
    await quiet(school);
    await dsl.press('I am dealing with this');
    await quiet(school);
    await deputy.card(/Mrs Shah has reported this and is dealing with it/);
    await deputy.press({ title: 'Open' });
    assert.match((await deputy.dialog())?.card?.text ?? '', /A child told me/);
    const rings = await rung(deputy);
    await pass(school, 30);
    assert.equal(await rung(deputy), rings);
    assert.doesNotMatch(await ownChat(school.teams.as('judith')), /OS-/);
  });

  it('told in person: only that person is asked to confirm', async () => {
    const daniel = await school.teams.idOf('daniel');
    await sendReport(school.teams.as('robyn'), 'imagery', { 'x.told': daniel });
    await quiet(school);
    const card = await school.teams.as('daniel').card(/URGENT/);
    assert.match(card.text, /A colleague says that they have told you about this in person\. Please confirm\./);
    assert.doesNotMatch(await ownChat(school.teams.as('anita')), /URGENT/);
    await pass(school, 5);
    await school.teams.as('judith').card(/URGENT/);
  });
});
