import assert from 'node:assert/strict';
import type { HelpBody } from '#stores/help-notice.ts';
import { until } from '#test/support/campaigns.ts';
import { pressForged } from '#test/support/forged-press.ts';
import { handMade } from '#test/support/hand-made.ts';
import type { TestSchool } from '#test/support/school.ts';
import { everythingSeen, onScreen, ownChat, pass, quiet } from '#test/support/telling.ts';
import { becomesCoordinator, leaves, openRecordOf, storedTraining, trainedSchool } from '#test/support/training.ts';

describe('my training', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await trainedSchool();
  });
  afterEach(() => school.close());
  const robyn = () => school.teams.as('robyn');
  const tried = async () => {
    const notices = await school.store.records.list<HelpBody>(school.file.school, { kind: 'notice', order: 'newest', limit: 20 });
    return notices.items.some(({ body }) => body.about === 'training-help' && body.postings.some(({ attempts }) => attempts > 0));
  };
  const mine = async () => {
    await robyn().say('my training');
    return (await robyn().cards()).at(-1)?.text ?? '';
  };

  it('says what is due, first due first, and what comes later', async () => {
    const said = await mine();
    assert.match(said, /^My training\nOnline-safety refresher was due Monday 19 October\. Last done 19 October 2025\.\nAbout 20 minutes\./);
    assert.match(said, /^Later\nSelf-audit/m);
  });

  it('is shown in one’s own chat only', async () => {
    await robyn().say('my training', { in: 'Staffroom', mention: true });
    const { conversations } = await robyn().state();
    const said = conversations.find(({ name }) => name?.includes('Staffroom'))?.messages.at(-1)?.text ?? '';
    assert.match(said, /shown in our own chat only/);
  });

  it('takes that something is done, as one’s own word, and says when it is due again', async () => {
    await mine();
    await robyn().press({ title: 'I’ve done it', data: { topic: 'refresher' } });
    await robyn().press('Save', { on: '2026-11-20', certificate: 'C-12' });
    assert.match(await onScreen(robyn()), /^It is due again on Saturday 20 November 2027\.$/m);
    const seen = await openRecordOf(school, school.teams.as('anita'), 'robyn');
    assert.match(seen, /^Online-safety refresher, 20 November 2026: certificate C-12\nThey said so themselves on 23 November 2026\.$/m);
  });

  for (const [typed, words] of [
    ['2026-11-24', /still to come/],
    ['1989-12-31', /after 1 January 1990/],
    ['', /Please choose a day/],
  ] as const)
    it(`keeps what was typed beside a day such as "${typed}"`, async () => {
      await mine();
      await robyn().press({ title: 'I’ve done it', data: { topic: 'refresher' } });
      await robyn().press('Save', { on: typed, certificate: 'C-12' });
      assert.match(await onScreen(robyn()), words);
      const inputs = (await robyn().dialog())?.card?.inputs ?? [];
      assert.equal(inputs.find(({ id }) => id === 'certificate')?.value, 'C-12');
      assert.equal((await storedTraining(school, 'robyn')).events.length, 3);
    });

  it('keeps a certificate that is too long beside what is wrong with it', async () => {
    await mine();
    await robyn().press({ title: 'I’ve done it', data: { topic: 'refresher' } });
    await robyn().press('Save', { on: '2026-11-20', certificate: 'C'.repeat(101) });
    assert.match(await onScreen(robyn()), /Please shorten the certificate number to 100 characters\./);
    assert.equal((await storedTraining(school, 'robyn')).events.length, 3);
  });

  it('said twice of the same day is once', async () => {
    for (const button of [{ title: 'I’ve done it', data: { topic: 'refresher' } }, 'I’ve done something early']) {
      await mine();
      await robyn().press(button);
      await robyn().press('Save', { topic: 'refresher', on: '2026-11-20' });
      await robyn().again({ newId: true });
      await robyn().closeDialog();
    }
    assert.equal((await storedTraining(school, 'robyn')).record.entries.filter(({ on }) => on === '2026-11-20').length, 1);
  });

  it('asked for help, tells the coordinator once, who can open the record from there', async () => {
    await mine();
    await robyn().press({ title: 'I need help', data: { topic: 'refresher' } });
    await robyn().again();
    // From a card of before, which has another command.
    await handMade(school, 'robyn').execute('training.help', { topic: 'refresher', command: '00000009ZZZZZZZZZZZZ' });
    await quiet(school);
    assert.match((await robyn().cards()).at(-1)?.text ?? '', /Mr Field knows that you would like help\./);
    const idris = school.teams.as('idris');
    await idris.card(/Ms Robyn Patel asked for help with Online-safety refresher/);
    assert.equal((await ownChat(idris)).match(/asked for help with/g)?.length, 1);
    assert.doesNotMatch(await everythingSeen(school.teams.as('anita')), /asked for help/);
    await idris.press('Open their record');
    assert.match(await onScreen(idris), /They asked for help\./);
  });

  it('asked for help once the coordinator has left, tells whoever is next and promises nobody else', async () => {
    await school.close();
    // Idris is an administrator, who is never shut out.
    school = await trainedSchool({
      settings: (given, idOf) => ({ ...given, holders: { ...given.holders, 'computing-coordinator': [idOf('wendy')] } }),
    });
    await leaves(school, 'wendy');
    await robyn().say('my training');
    await robyn().press({ title: 'I need help', data: { topic: 'reporting' } });
    await quiet(school);
    await school.teams.as('anita').card(/Ms Robyn Patel asked for help/);
    assert.match((await robyn().cards()).at(-1)?.text ?? '', /Mrs Shah knows that you would like help/);
  });

  it('asked for help, tells nobody who has handed the training on before the message could come', async () => {
    await mine();
    await school.teams.fault({ method: 'POST', person: 'idris', answer: 503, retryAfter: 30 });
    await robyn().press({ title: 'I need help', data: { topic: 'refresher' } });
    await until(tried, 'the message was tried');
    await becomesCoordinator(school, 'wendy');
    await school.teams.clearFaults();
    await pass(school, 5);
    assert.doesNotMatch(await everythingSeen(school.teams.as('idris')), /asked for help/);
    assert.match(await openRecordOf(school, school.teams.as('wendy'), 'robyn'), /They asked for help\./);
  });

  it('asked for help by the coordinator, tells whoever is next', async () => {
    const idris = school.teams.as('idris');
    await idris.say('my training');
    await idris.press({ title: 'I need help', data: { topic: 'reporting' } });
    await quiet(school);
    await school.teams.as('anita').card(/Mr Idris Field asked for help/);
    assert.match((await idris.cards()).at(-1)?.text ?? '', /Mrs Shah knows that you would like help/);
  });

  it('shows what one has done, with how it is known and what was changed of it', async () => {
    const idris = school.teams.as('idris');
    await openRecordOf(school, idris, 'robyn');
    await idris.press({ title: 'Correct', data: { entry: 'seed-1' } });
    await idris.press('Strike it out', { reason: 'Another Ms Patel' });
    await mine();
    await robyn().press('What I have done (2)');
    const said = await onScreen(robyn());
    assert.match(said, /^Prevent and online radicalisation, 7 May 2026: Prevent awareness course$/m);
    assert.match(said, /Mr Idris Field: struck out Online-safety refresher of 19 October 2025\. Reason: Another Ms Patel/);
  });

  it('says of a quiz and of the self-audit that they are done there', async () => {
    for (const [topic, words] of [
      ['reporting', /taking its quiz/],
      ['audit', /answering the self-audit/],
      ['of-our-own-making', /one of the topics shown/],
    ] as const) {
      const data = { topic, on: '2026-11-20', certificate: '', command: '00000001ZZZZZZZZZZZZ' };
      assert.match(await pressForged(school, 'robyn', 'training.said-save', data, true), words);
    }
    assert.equal((await storedTraining(school, 'robyn')).events.length, 3);
  });

  it('is the same under the other rules, by their own topics', async () => {
    await school.close();
    school = await trainedSchool({ ruleSet: 'headteacher-first' });
    assert.match(await mine(), /^Understanding the E-safety Policy is due Monday 7 December\./m);
  });
});
