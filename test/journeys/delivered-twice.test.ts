import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { IncidentEvent } from '#domain/incident.ts';
import type { Json } from '#test/local-teams/world.ts';
import { handMade } from '#test/support/hand-made.ts';
import { allDelivered, begin, bullying, incidentsOf, reportBullying } from '#test/support/reporting.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';

describe('Teams delivers the same press twice', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await startSchool({ ruleSet: 'dsl-first' });
  });
  afterEach(() => school.close());

  const eventsOf = async (): Promise<IncidentEvent[]> =>
    (await incidentsOf(school)).flatMap(({ body }) => body.events.map(({ event }) => event));
  const count = async (type: IncidentEvent['type']) => (await eventsOf()).filter((event) => event.type === type).length;
  const cardsOf = async (who: string, words: RegExp) => (await school.teams.as(who).cards()).filter(({ text }) => words.test(text)).length;

  /** Two at once under one id, then a minute later under another: gives what the three were answered with. */
  async function thrice(who: string, activity: Json): Promise<string[]> {
    const hand = handMade(school, who);
    const twoAtOnce = await Promise.all([hand.bring(activity), hand.bring(activity)]);
    await allDelivered(school);
    await school.later(1);
    const later = await hand.bring({ ...activity, id: 'f:another' });
    await allDelivered(school);
    return [...twoAtOnce, later].map(({ said }) => said);
  }

  it('of *Send*: one report, one alert each, and the receipt every time', async () => {
    const robyn = school.teams.as('robyn');
    await begin(robyn, bullying);
    const data = (await robyn.dialog())?.card?.buttons.find(({ title }) => title === 'Send')?.data ?? {};
    const said = await thrice('robyn', handMade(school, 'robyn').submitted({ ...data, verb: 'report.send', 'q.what': 'Messages' }));
    for (const words of said) assert.match(words, /^Sent: OS-/m);
    assert.equal(new Set(said.map((words) => /OS-\S+/.exec(words)?.[0])).size, 1);
    assert.deepEqual([(await incidentsOf(school)).length, await count('reported')], [1, 1]);
    assert.equal(await cardsOf('anita', /Safeguarding report/), 1);
    assert.equal(await cardsOf('robyn', /Your report OS-/), 1);
  });

  it('of the danger alert: one alert each', async () => {
    const robyn = school.teams.as('robyn');
    await begin(robyn);
    const data = (await robyn.dialog())?.card?.buttons.find(({ title }) => title === 'Send now, add more later')?.data ?? {};
    const press = handMade(school, 'robyn').submitted({ ...data, verb: 'report.raise', about: 'nobody', 'x.room': 'Room 4' });
    for (const words of await thrice('robyn', press)) assert.match(words, /Alert sent \(10:00\) to Mrs Shah/);
    assert.deepEqual([(await incidentsOf(school)).length, await count('danger-raised')], [1, 1]);
    for (const name of ['anita', 'daniel', 'judith']) assert.equal(await cardsOf(name, /URGENT/), 1, name);
  });

  it('of "I’m dealing with it": taken once, at the time of the first', async () => {
    const incident = await reportBullying(school.teams.as('robyn'));
    await school.teams.as('anita').card(/Safeguarding report/);
    await allDelivered(school);
    const press = handMade(school, 'anita').executed('incident.acknowledge', { incident, command: 'one-press' });
    for (const words of await thrice('anita', press)) assert.match(words, /dealing with this/);
    assert.equal(await count('acknowledged'), 1);
    await school.teams.as('robyn').card(/Mrs Shah is dealing with this \(10:00\)/);
  });

  it('of *Pass it on*: passed on once, and the next are asked once', async () => {
    const incident = await reportBullying(school.teams.as('robyn'));
    await allDelivered(school);
    const press = handMade(school, 'anita').submitted({
      verb: 'incident.pass-on-send',
      incident,
      command: 'one-press',
      reason: 'Teaching',
    });
    for (const words of await thrice('anita', press)) assert.match(words, /Passed on/);
    assert.equal(await count('passed-on'), 1);
    assert.equal(await cardsOf('daniel', /Safeguarding report/), 1);
  });

  it('of *Something has changed*: added once, and told once', async () => {
    const incident = await reportBullying(school.teams.as('robyn'));
    await allDelivered(school);
    const press = handMade(school, 'robyn').submitted({ verb: 'mine.changed-send', incident, command: 'one-press', text: 'Again today' });
    for (const words of await thrice('robyn', press)) assert.match(words, /Added/);
    assert.equal(await count('added'), 1);
    assert.equal(await cardsOf('anita', /Something has changed/), 1);
  });

  it('of a note and of a step of the form: one of each', async () => {
    const incident = await reportBullying(school.teams.as('robyn'));
    await allDelivered(school);
    await handMade(school, 'anita').execute('incident.acknowledge', { incident, command: 'taking-it' });
    const note = handMade(school, 'anita').submitted({ verb: 'incident.note', incident, command: 'one-press', note: 'Rang home' });
    for (const words of await thrice('anita', note)) assert.match(words, /Saved\./);
    assert.equal(await count('noted'), 1);
    const step = { verb: 'report.tile', tile: 'bullying', draft: 'TW0CE000', command: 'some-command' };
    for (const words of await thrice('owen', handMade(school, 'owen').submitted(step))) assert.match(words, /Who has been upset/);
    const drafts = await school.store.records.list(school.file.school, {
      kind: 'draft',
      equals: { status: 'open' },
      order: 'oldest',
      limit: 10,
    });
    assert.equal(drafts.items.length, 1);
  });

  it('through Teams’ own repeats, of a real press: nothing is done twice', async () => {
    const [robyn, anita] = [school.teams.as('robyn'), school.teams.as('anita')];
    await begin(robyn, bullying);
    await robyn.press('Send', { 'q.what': 'Messages' });
    await robyn.again();
    await robyn.again({ newId: true });
    await anita.card(/Safeguarding report/);
    await anita.press('I’m dealing with it');
    await anita.again({ newId: true });
    await allDelivered(school);
    assert.deepEqual([await count('reported'), await count('acknowledged')], [1, 1]);
  });
});
