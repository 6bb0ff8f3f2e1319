import assert from 'node:assert/strict';
import { handMade } from '#test/support/hand-made.ts';
import { campaigns, lookAt } from '#test/support/reminding.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';

const form = { topic: 'none', words: 'Please read the new rules about phones.', who: 'staff', when: 'now' };
const picked = (count: number) =>
  Array.from({ length: count }, (_, i) => `a3000000-0000-4000-8000-${String(i).padStart(12, '0')}`).join(',');

describe('the form of a reminder, sent what Teams would not let anybody type', () => {
  let school: TestSchool;
  before(async () => {
    school = await startSchool();
  });
  after(() => school.close());

  const wrong: [what: string, data: object, says: RegExp][] = [
    ['words that are too long', { words: 'a'.repeat(1_001) }, /Please shorten this to 1,000 characters\./],
    ['a topic that is gone', { topic: 'of-other-rules' }, /This topic is no longer part of the school’s training\./],
    ['too many by name', { who: 'named', named: picked(101), more: true }, /At most 100 people can be picked by name\./],
    ['days that are none', { who: 'due', within: '-7', more: true }, /Please choose how many days ahead\./],
    ['nobody’s kind', { who: 'pupils' }, /Please choose who is to get it\./],
  ];
  for (const [what, data, says] of wrong)
    it(`says so beside the field: ${what}`, async () => {
      const came = await handMade(school, 'idris').submit({ verb: 'remind.next', ...form, ...data });
      assert.match(came.said, says);
      assert.equal((await campaigns(school)).length, 0);
    });

  it('does not go out of hours for a reason that is too long, and keeps it', async () => {
    const idris = school.teams.as('idris');
    await lookAt(idris, { ...form, when: 'later', day: '2026-11-23', time: '20:30' });
    const { data } = (await idris.dialog())?.card?.buttons.find(({ title }) => title === 'Send it then anyway') ?? assert.fail();
    const came = await handMade(school, 'idris').submit({ ...data, reason: 'a'.repeat(201) });
    assert.match(came.said, /Please shorten this to 200 characters\./);
    assert.equal((await campaigns(school)).length, 0);
  });
});
