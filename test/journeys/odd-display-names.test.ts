import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { displayName } from '#bot/graph/display-name.ts';
import { allDelivered, begin, bullying, reportBullying, wordsOf } from '#test/support/reporting.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';

const called = {
  anita: 'Mrs Anita [Shah](https://example.org)',
  daniel: 'Mr Daniel **Cole** <at>Everyone</at>',
  robyn: 'Ms Robyn Pa\u202etel\u0000',
};

describe('people whose names in the directory hold markup', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await startSchool({ ruleSet: 'dsl-first', called });
  });
  afterEach(() => school.close());

  it('are named without it on every card: no link, no mention, nothing bold, nothing turned round', async () => {
    const [robyn, anita] = [school.teams.as('robyn'), school.teams.as('anita')];
    await begin(robyn, bullying);
    assert.match(wordsOf(await robyn.dialog()), /Goes to Mrs Shah\(https:\/\/example\.org\)/);
    await robyn.closeDialog();
    await reportBullying(robyn);
    await anita.card(/Safeguarding report/);
    await anita.press('I’m dealing with it');
    await robyn.card(/Mrs Shah\(https:\/\/example\.org\) is dealing with this/);
    await anita.press('Open');
    await allDelivered(school);
    const dialog = await anita.dialog();
    assert.match(wordsOf(dialog), /Ms Patel/);
    const everything = [
      dialog?.card?.card,
      ...(await robyn.cards()).map(({ card }) => card),
      ...(await anita.cards()).map(({ card }) => card),
    ];
    assert.doesNotMatch(JSON.stringify(everything), /\[Shah|\*\*Cole|<at>Everyone|\u202e|\\u0000/);
  });
});

describe('a name from the directory', () => {
  for (const [given, shown] of [
    ['Mrs Anita Shah', 'Mrs Anita Shah'],
    ['Siân O’Neill-Żak (supply)', 'Siân O’Neill-Żak (supply)'],
    ['سامي علي', 'سامي علي'],
    ['  Mr\u00a0 Cole\n', 'Mr Cole'],
    ['**`_`**', 'A colleague'],
  ] as const)
    it(`${JSON.stringify(given)} is shown as ${shown}`, () => {
      assert.equal(displayName(given), shown);
    });
});
