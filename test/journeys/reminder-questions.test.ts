import assert from 'node:assert/strict';
import { openReminder } from '#test/support/reminding.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { onScreen } from '#test/support/telling.ts';

const words = { topic: 'refresher', words: 'Two lines,\nas they were written.' };

describe('the questions of a reminder', () => {
  let school: TestSchool;
  before(async () => {
    school = await startSchool({ ruleSet: 'dsl-first', training: true });
  });
  after(() => school.close());
  const idris = () => school.teams.as('idris');
  /** What can be seen and filled in, in order. */
  const asked = async () => ((await idris().dialog())?.card?.inputs ?? []).filter(({ visible }) => visible).map(({ id }) => id);
  const values = async () => Object.fromEntries(((await idris().dialog())?.card?.inputs ?? []).map(({ id, value }) => [id, value]));
  beforeEach(() => openReminder(idris()));
  afterEach(() => idris().closeDialog());

  it('are four at first, and none besides where they settle everything', async () => {
    assert.deepEqual(await asked(), ['topic', 'words', 'who', 'when']);
    await idris().press('Next', { ...words, who: 'staff' });
    assert.match(await onScreen(idris()), /This goes to 9 people/);
    const live = ((await idris().dialog())?.card?.buttons ?? []).filter(({ enabled }) => enabled).map(({ title }) => title);
    assert.deepEqual(live, ['Send', 'Back'], 'nothing in the reminder that is only looked at can be pressed');
  });

  const open: [who: string, when: string, fields: string[]][] = [
    ['role', 'now', ['role']],
    ['named', 'now', ['named']],
    ['due', 'now', ['within']],
    ['staff', 'later', ['day', 'time']],
    ['role', 'later', ['role', 'day', 'time']],
  ];
  for (const [who, when, fields] of open) {
    it(`go on with ${fields.join(', ')} for "${who}" and "${when}"`, async () => {
      await idris().press('Next', { ...words, who, when });
      assert.deepEqual(await asked(), fields);
      assert.doesNotMatch(await onScreen(idris()), /Please/);
    });
  }

  it('keep every answer on the way back and forth', async () => {
    const robyn = await school.teams.idOf('robyn');
    await idris().press('Next', { ...words, who: 'named', when: 'later' });
    await idris().press('Back', { named: robyn, day: '2026-11-27', time: '09:15' });
    assert.deepEqual(await asked(), ['topic', 'words', 'who', 'when']);
    await idris().press('Next');
    const kept = { ...words, who: 'named', when: 'later', named: robyn, day: '2026-11-27', time: '09:15' };
    assert.deepEqual({ ...(await values()), role: undefined, within: undefined }, { ...kept, role: undefined, within: undefined });
    await idris().press('Next');
    assert.match(await onScreen(idris()), /This goes to 1 person \(Ms Patel\)[\s\S]*It goes out on Friday 27 November at 09:15/);
    await idris().press('Back');
    assert.deepEqual((await values())['words'], words.words);
    await idris().press('Next');
    assert.equal((await values())['day'], '2026-11-27');
  });

  it('say what is wrong on the screen where it stands', async () => {
    await idris().press('Next', { topic: '', words: '', who: 'role' });
    assert.match(await onScreen(idris()), /^What, to whom and when\?[\s\S]*Please choose a topic/);
    await idris().press('Next', { ...words, who: 'named', when: 'later' });
    await idris().press('Next', { named: await school.teams.idOf('robyn'), day: '2026-11-20' });
    assert.match(await onScreen(idris()), /^A little more[\s\S]*This is over already/);
  });
});
