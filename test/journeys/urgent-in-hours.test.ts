import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { everythingSeen, pass, quiet, rung, sendReport } from '#test/support/telling.ts';

describe('an urgent report in staffed hours that nobody answers', () => {
  let school: TestSchool;
  const ringsOf = async (...names: string[]) => await Promise.all(names.map((name) => rung(school.teams.as(name))));
  let before: number[];
  beforeEach(async () => {
    school = await startSchool();
    await quiet(school);
    before = await ringsOf('anita', 'daniel', 'judith', 'carys', 'robyn');
    await sendReport(school.teams.as('robyn'), 'imagery', { 'q.told': 'A child told me' });
    await quiet(school);
  });
  afterEach(() => school.close());
  const freshRings = async () => (await ringsOf('anita', 'daniel', 'judith', 'carys', 'robyn')).map((rings, i) => rings - (before[i] ?? 0));

  it('rings the DSL and deputy together at once, and nobody else', async () => {
    assert.deepEqual(await freshRings(), [1, 1, 0, 0, 0]);
    const alert = await school.teams.as('anita').card(/URGENT safeguarding report OS-/);
    assert.match(alert.text, /Sent 10:00, waiting less than a minute/);
    assert.equal(alert.message.summary, 'Online Safety: urgent. Please open.');
    const [first] = await school.teams
      .as('robyn')
      .cards()
      .then((cards) => cards.slice(-1));
    assert.match(first?.text ?? '', /Sent to Mrs Shah \(10:00\)/);
    assert.match(first?.text ?? '', /Sent to Mr Cole \(10:00\)/);
  });

  it('rings the head and senior leaders at 5 minutes, and shows the reporter social care and 999 at 10', async () => {
    await pass(school, 4);
    assert.deepEqual(await freshRings(), [1, 1, 0, 0, 0]);
    await pass(school, 1);
    assert.deepEqual(await freshRings(), [1, 1, 1, 1, 0]);
    await pass(school, 5);
    assert.equal((await freshRings()).at(-1), 1, 'the reporter’s is a new message that rings');
    const nobody = await school.teams.as('robyn').card(/Nobody has answered OS-/);
    assert.match(nobody.text, /Mrs Shah, Mr Cole, Mrs Lowe and Ms Vaughan have been alerted\. Go to the office now\./);
    assert.match(
      nobody.text,
      /children’s social care on 01632 960 140 \(day\) or 01632 960 141 \(night\), or 999\. You do not need permission/,
    );
  });

  it('rings all of them again every 10 minutes, each time with a new message that the earlier one points to', async () => {
    const anita = school.teams.as('anita');
    await pass(school, 10);
    const [head] = [await ringsOf('anita')];
    await pass(school, 10);
    assert.equal((await ringsOf('anita'))[0], (head[0] ?? 0) + 1);
    await pass(school, 10);
    const texts = (await anita.cards()).map(({ text }) => text).filter((text) => text.includes('OS-'));
    assert.equal(texts.filter((text) => text.includes('There is a newer message about this below')).length, texts.length - 1);
    assert.match(texts.at(-1) ?? '', /waiting 30 minutes/);
    assert.ok((await ringsOf('carys'))[0] === (before[3] ?? 0) + 3, 'at 5, 20 and 30 minutes');
  });

  it('goes quiet everywhere once it is taken, and every card says who has it', async () => {
    await pass(school, 10);
    await school.teams.as('daniel').press('I’m dealing with it');
    await quiet(school);
    const rings = await freshRings();
    for (const name of ['anita', 'judith', 'carys', 'robyn']) await school.teams.as(name).card(/Mr Cole is dealing with this \(10:10\)/);
    await school.teams.as('anita').card(/Mr Cole is dealing with this/, { in: 'Alerts' });
    await pass(school, 45);
    assert.deepEqual(await freshRings(), rings);
    assert.doesNotMatch((await school.teams.as('robyn').cards()).at(-1)?.text ?? '', /Nobody has answered/);
  });

  it('shows in the channel the reference, category, urgency, time and who has taken it, and nothing else', async () => {
    const { text } = await school.teams.as('anita').card(/OS-/, { in: 'Alerts' });
    assert.match(text, /URGENT safeguarding report OS-0000-0001\nSent 10:00, waiting less than a minute\.\nAbout: Nude or sexual/);
    assert.doesNotMatch(text, /Policy|A child told me|Patel/);
    await pass(school, 5);
    const later = await school.teams.as('anita').card(/waiting 5 minutes/, { in: 'Alerts' });
    assert.match(later.text, /Mrs Shah Mr Cole/);
    assert.doesNotMatch(later.text, /Lowe|Vaughan/);
    await school.teams.as('daniel').press('I’m dealing with it', {}, { in: 'Alerts' });
    const taken = await school.teams.as('anita').card(/Mr Cole is dealing with this \(10:05\)/, { in: 'Alerts' });
    assert.doesNotMatch(taken.text, /Policy|About/);
    assert.doesNotMatch(await everythingSeen(school.teams.as('owen')), /OS-/);
  });
});
