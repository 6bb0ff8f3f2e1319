import assert from 'node:assert/strict';
import { allOut, campaigns, lookAt, progressOf, reminderOf } from '#test/support/reminding.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { onScreen, pass } from '#test/support/telling.ts';

const words = { topic: 'none', words: 'Please read the new rules about phones.', who: 'everybody' };

/** Each begins at its own moment. */
function at(moment: string): { school: () => TestSchool; as: (who: string) => ReturnType<TestSchool['teams']['as']> } {
  let school: TestSchool;
  before(async () => {
    school = await startSchool({ at: moment });
  });
  after(() => school.close());
  return { school: () => school, as: (who) => school.teams.as(who) };
}

describe('a reminder sent on a Saturday', () => {
  const { school, as } = at('2026-11-28T10:00:00.000Z');

  it('says that it waits, and until when', async () => {
    assert.match(await lookAt(as('idris'), words), /It is Saturday\. It goes out on Monday 30 November at 07:45\./);
    await as('idris').press('Send');
    assert.match(await onScreen(as('idris')), /on Monday 30 November at 07:45/);
    await as('idris').closeDialog();
    await allOut(school());
    assert.match(await progressOf(as('idris')), /It goes out on Monday 30 November at 07:45\./);
  });

  it('goes out when the school opens, and not before', async () => {
    await pass(school(), 45 * 60 + 30);
    assert.equal(await reminderOf(as('robyn')), undefined);
    await pass(school(), 15);
    await as('robyn').card(/Mr Field writes:\nPlease read the new rules/);
  });

  it('is read by whoever says so', async () => {
    await as('robyn').press('I’ve read this');
    await as('robyn').card(/You said that you have read this/);
    await as('idris').card(/Say that they have read it: 1/);
  });
});

describe('a reminder that cannot wait', () => {
  const { school, as } = at('2026-12-24T20:00:00.000Z');

  it('needs a reason, and keeps it', async () => {
    assert.match(await lookAt(as('idris'), words), /It is in the holidays\. It goes out on Monday 4 January 2027 at 07:45\./);
    await as('idris').press('Send it now anyway', { reason: '  ' });
    assert.match(await onScreen(as('idris')), /Please write why it cannot wait/);
    assert.equal((await campaigns(school())).length, 0);
    await as('idris').press('Send it now anyway', { reason: 'The school is flooded.' });
    await as('idris').closeDialog();
    await as('robyn').card(/Please read the new rules/);
    await allOut(school());
    assert.match(await progressOf(as('idris')), /It did not wait for school hours: The school is flooded\./);
    assert.equal((await campaigns(school()))[0]?.campaign.override, 'The school is flooded.');
  });
});

describe('a reminder for an evening', () => {
  const { school, as } = at('2026-11-23T10:00:00.000Z');

  it('waits until the school opens, unless somebody says in a few words why it cannot', async () => {
    const seen = await lookAt(as('idris'), { ...words, when: 'later', day: '2026-11-23', time: '20:30' });
    assert.match(seen, /That is outside school hours\. It goes out on Tuesday 24 November at 07:45\./);
    await as('idris').press('Send it then anyway', { reason: 'The school is flooded.' });
    assert.match(await onScreen(as('idris')), /It goes to 12 people, today at 20:30\./);
    await as('idris').closeDialog();
    await pass(school(), 10.5 * 60 - 1);
    assert.equal(await reminderOf(as('robyn')), undefined);
    await pass(school(), 1);
    await as('robyn').card(/Please read the new rules/);
  });
});

describe('a reminder for later, on the far side of a change of the clocks', () => {
  const cases: [what: string, from: string, day: string, before: number][] = [
    ['in October', '2026-10-23T08:00:00.000Z', '2026-11-03', (11 * 24 + 0.5) * 60],
    ['in March', '2027-03-24T09:00:00.000Z', '2027-04-13', (19 * 24 + 22.5) * 60],
  ];
  for (const [what, from, day, minutes] of cases) {
    describe(what, () => {
      const { school, as } = at(from);

      it('goes out at half past eight by the clock on the wall', async () => {
        const seen = await lookAt(as('idris'), { ...words, when: 'later', day, time: '08:30' });
        assert.match(seen, /It goes out on Tuesday \d+ \w+ at 08:30\./);
        await as('idris').press('Send');
        await as('idris').closeDialog();
        await pass(school(), minutes - 1);
        assert.equal(await reminderOf(as('robyn')), undefined);
        await pass(school(), 1);
        await as('robyn').card(/Please read the new rules/);
      });
    });
  }
});

describe('a reminder that is still going out when the school closes', () => {
  const { school, as } = at('2026-11-23T10:00:00.000Z');

  it('when paused, waits until somebody lets it go on, and until the school opens', async () => {
    await lookAt(as('idris'), { ...words, when: 'later', day: '2026-11-23', time: '16:00' });
    await as('idris').press('Send');
    await as('idris').closeDialog();
    await allOut(school());
    await as('idris').press('Pause');
    await as('idris').card(/Paused\. Nothing goes out/);
    await pass(school(), 8 * 60);
    await as('idris').say('reminders');
    await as('idris').press({ title: 'Open', data: { campaign: (await campaigns(school()))[0]?.campaign.key ?? '' } });
    await as('idris').press('Resume');
    await as('idris').closeDialog();
    await pass(school(), 1);
    assert.equal(await reminderOf(as('robyn')), undefined);
    await pass(school(), 14 * 60);
    await as('robyn').card(/Please read the new rules/);
    assert.deepEqual(
      (await campaigns(school()))[0]?.steps.map(({ did }) => did),
      ['pause', 'resume'],
    );
  });
});
