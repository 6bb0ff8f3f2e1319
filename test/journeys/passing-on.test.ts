import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { onScreen, pass, quiet, rung, sendReport } from '#test/support/telling.ts';

describe('passing a report on', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await startSchool();
    await sendReport(school.teams.as('robyn'), 'bullying', { 'q.what': 'Messages in a group', 'q.worried': 'no' });
    await quiet(school);
  });
  afterEach(() => school.close());
  const passOn = async (name: string, reason: string) => {
    const person = school.teams.as(name);
    await person.press('I can’t: pass it on');
    await person.press('Pass it on', { reason });
    return person;
  };

  it('needs a reason, and says so beside the field', async () => {
    const dsl = await passOn('anita', ' ');
    assert.match(await onScreen(dsl), /Please write a reason first/);
    await dsl.press('Pass it on', { reason: 'Teaching until 12' });
    assert.match(await onScreen(dsl), /The next people are being asked now/);
  });

  it('asks the next person at once, and tells the reporter', async () => {
    const dsl = await passOn('anita', 'Teaching until 12');
    await school.teams.as('daniel').card(/Safeguarding report, high priority/);
    await school.teams.as('robyn').card(/Mrs Shah cannot deal with it and has passed it on\./);
    await quiet(school);
    assert.match((await dsl.cards()).at(-1)?.text ?? '', /You have passed this on/);
    const rings = await rung(dsl);
    await pass(school, 40);
    assert.equal(await rung(dsl), rings, 'whoever passed it on is not asked again');
  });

  it('with nobody left shows the reporter whom else to ring', async () => {
    for (const name of ['anita', 'daniel', 'judith']) {
      await passOn(name, 'Not in school');
      await quiet(school);
    }
    const nobody = await school.teams.as('robyn').card(/Nobody has answered OS-/);
    assert.match(nobody.text, /children’s social care on 01632 960 140/);
  });

  it('reopens it when whoever has it passes it on', async () => {
    await school.teams.as('anita').press('I’m dealing with it');
    await school.teams.as('robyn').card(/Mrs Shah is dealing with this/);
    await school.teams.as('anita').closeDialog();
    await quiet(school);
    await passOn('anita', 'Called away');
    await school.teams.as('daniel').card(/high priority/);
    await quiet(school);
    const [receipt] = (await school.teams.as('robyn').cards()).slice(-1);
    assert.match(receipt?.text ?? '', /Mrs Shah cannot deal with it and has passed it on\./);
    assert.match(receipt?.text ?? '', /Nobody has answered yet/);
  });

  it('can be taken back, and passed on once more', async () => {
    const dsl = await passOn('anita', 'Teaching until 12');
    await dsl.closeDialog();
    await quiet(school);
    await dsl.press('I’m dealing with it');
    await school.teams.as('robyn').card(/Mrs Shah is dealing with this/);
    await quiet(school);
    await passOn('anita', 'Called away');
    await quiet(school);
    assert.match((await school.teams.as('robyn').cards()).at(-1)?.text ?? '', /Nobody has answered yet/);
  });
});

describe('two people at the same instant', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await startSchool();
    await sendReport(school.teams.as('robyn'), 'imagery');
    await quiet(school);
  });
  afterEach(() => school.close());

  it('one has it, and the other is told who', async () => {
    const [anita, daniel] = [school.teams.as('anita'), school.teams.as('daniel')];
    await Promise.all([anita.press('I’m dealing with it'), daniel.press('I’m dealing with it')]);
    await quiet(school);
    const texts = await Promise.all([anita, daniel].map(async (person) => (await person.cards()).at(-1)?.text ?? ''));
    const winner = /(Mrs Shah|Mr Cole) is dealing/.exec(texts.join('\n'))?.[1];
    assert.ok(winner !== undefined);
    assert.equal(texts.filter((text) => text.includes('You are dealing with this')).length, 1);
    const loser = winner === 'Mrs Shah' ? daniel : anita;
    const notices = (await loser.notices()).map(({ text }) => text).join('\n');
    assert.match(notices, new RegExp(`${winner} is dealing with this \\(10:00\\)\\. Nothing for you to do`));
  });

  it('a second click by the same person changes nothing', async () => {
    const anita = school.teams.as('anita');
    await anita.press('I’m dealing with it');
    const count = async () => {
      const stored = await school.store.records.read<{ events: unknown[] }>('larkfield', 'incident.00000001');
      return stored?.body.events.length;
    };
    await quiet(school);
    const before = await count();
    await anita.again();
    await anita.again({ newId: true });
    await quiet(school);
    assert.equal(await count(), before);
  });
});
