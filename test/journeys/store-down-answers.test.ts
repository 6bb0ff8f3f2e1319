import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import type { Persona } from '#test/local-teams/client.ts';
import { type FaultyStore, faultyStore } from '#test/support/faulty-store.ts';
import { allDelivered, incidentsOf, reportBullying, toldLast, typedIn, wordsOf } from '#test/support/reporting.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';

describe('while the store is down, whoever was told or has reported', () => {
  let school: TestSchool;
  let store: FaultyStore;
  let robyn: Persona;
  let anita: Persona;
  before(async () => {
    store = await faultyStore();
    school = await startSchool({ ruleSet: 'dsl-first', store });
    robyn = school.teams.as('robyn');
    anita = school.teams.as('anita');
    await reportBullying(robyn);
    await anita.card(/Safeguarding report/);
  });
  afterEach(async () => {
    store.works();
    await robyn.closeDialog();
    await anita.closeDialog();
  });
  after(() => school.close());

  const down = () => store.fails({ does: 'breaks' });
  const types = async () => (await incidentsOf(school)).flatMap(({ body }) => body.events.map(({ event }) => event.type));
  const notSaved =
    /^NOT SAVED: the record cannot be reached just now\. Nothing was opened\. Please try again in a minute, and tell a colleague/;

  it('presses "I’m dealing with it" in vain and is told so; the card keeps its buttons', async () => {
    down();
    await anita.press('I’m dealing with it');
    assert.match(await toldLast(anita), notSaved);
    store.works();
    assert.equal((await types()).includes('acknowledged'), false);
    await anita.card(/Safeguarding report/);
  });

  it('opens the record in vain and is told so', async () => {
    down();
    await anita.press('Open');
    assert.match(wordsOf(await anita.dialog()), notSaved);
  });

  it('is shown nothing of a record whose reading cannot be logged', async () => {
    store.fails({ does: 'breaks', ids: /^access\./ });
    await anita.press('Open');
    assert.match(wordsOf(await anita.dialog()), notSaved);
  });

  it('passes it on in vain, and the reason stays as it was typed until it can be sent', async () => {
    await anita.press('I can’t: pass it on');
    down();
    await anita.press('Pass it on', { reason: 'Teaching until 12' });
    const dialog = await anita.dialog();
    assert.match(wordsOf(dialog), /NOT SENT\. Nobody has been told\..*Then press Pass it on again\./);
    assert.deepEqual(typedIn(dialog), { reason: 'Teaching until 12' });
    store.works();
    await anita.press('Pass it on');
    assert.match(wordsOf(await anita.dialog()), /Passed on/);
    assert.equal((await types()).filter((type) => type === 'passed-on').length, 1);
  });

  it('asks for "my reports" in vain, by word and by button, and is told so', async () => {
    await robyn.say('my reports');
    await robyn.card(/My reports/);
    down();
    await robyn.say('my reports');
    assert.match((await robyn.messages()).at(-1)?.text ?? '', notSaved);
    await robyn.press('Open');
    assert.match(wordsOf(await robyn.dialog()), notSaved);
  });

  it('adds "Something has changed" in vain, and the words stay until they can be sent', async () => {
    await robyn.press('Something has changed');
    down();
    await robyn.press('Send', { text: 'It has happened again' });
    const dialog = await robyn.dialog();
    assert.match(wordsOf(dialog), /NOT SENT\..*Then press Send again\./);
    assert.deepEqual(typedIn(dialog), { text: 'It has happened again' });
    store.works();
    await robyn.press('Send');
    assert.match(wordsOf(await robyn.dialog()), /Added/);
    assert.equal((await types()).filter((type) => type === 'added').length, 1);
  });

  it('writes a note in vain, and it stays until it can be saved', async () => {
    const daniel = school.teams.as('daniel');
    await daniel.card(/Safeguarding report/);
    await daniel.press('I’m dealing with it');
    await daniel.press('Open');
    down();
    await daniel.press('Save', { note: 'Spoke to the child' });
    const dialog = await daniel.dialog();
    assert.match(wordsOf(dialog), /NOT SENT\..*Then press Save again\./);
    assert.deepEqual(typedIn(dialog), { note: 'Spoke to the child' });
    store.works();
    await daniel.press('Save');
    assert.match(wordsOf(await daniel.dialog()), /Saved\.[\s\S]*Spoke to the child/);
  });

  it('adds other words after a press of which nobody could tell, and both are in the report', async () => {
    await robyn.say('my reports');
    await robyn.press('Something has changed');
    await allDelivered(school);
    store.fails({ does: 'answer-lost', calls: ['replace'], times: 1 }, { does: 'breaks', ids: /^incident\./, calls: ['read'], after: 1 });
    await robyn.press('Send', { text: 'It was on a bus' });
    assert.match(wordsOf(await robyn.dialog()), /It is not certain/);
    store.works();
    await robyn.press('Send', { text: 'It was on a bus, with a knife' });
    assert.match(wordsOf(await robyn.dialog()), /Added/);
    const added = (await incidentsOf(school)).flatMap(({ body }) =>
      body.events.map(({ event }) => (event.type === 'added' ? event.text : '')),
    );
    assert.deepEqual(
      added.filter((text) => text.startsWith('It was on a bus')),
      ['It was on a bus', 'It was on a bus, with a knife'],
    );
  });

  it('is told that it is not certain, when a press may or may not have been saved', async () => {
    await reportBullying(robyn);
    await anita.card(/Safeguarding report/);
    await allDelivered(school);
    store.fails({ does: 'answer-lost', calls: ['replace'], times: 1 }, { does: 'breaks', ids: /^incident\./, calls: ['read'], after: 1 });
    await anita.press('I’m dealing with it');
    assert.match(await toldLast(anita), /^It is not certain that this was saved\. Please do it again: it counts only once\./);
    store.works();
    await anita.press('I’m dealing with it');
    const taken = (await incidentsOf(school)).at(-1)?.body.events.filter(({ event }) => event.type === 'acknowledged');
    assert.equal(taken?.length, 1);
  });
});
