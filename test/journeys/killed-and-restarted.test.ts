import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { brokenChains } from '#stores/broken-chains.ts';
import { firstBreak } from '#stores/chain.ts';
import { useCrashingSchool } from '#test/support/crashing-school.ts';
import { allDelivered, begin, incidentsOf, wordsOf } from '#test/support/reporting.ts';

const imagery = 'Nude or sexual picture or video of a child';
const typed = { 'q.children.0.name': 'Sam Example', 'q.told': 'A friend showed me' };
const alert = /safeguarding report OS-/i;

describe('a bot that is killed and started again', function () {
  this.timeout(60_000);
  const school = useCrashingSchool();

  const as = (name: string) => school.teams.as(name);
  const alertsOf = async (name: string) => (await as(name).cards()).filter(({ text }) => alert.test(text)).length;
  const alertsIn = async (place: string) => (await as('anita').cards({ in: place })).filter(({ text }) => alert.test(text)).length;

  async function send(): Promise<void> {
    await begin(as('robyn'), imagery);
    await as('robyn').press('Send', typed);
  }

  /** Everybody told, nobody more than once extra, the record whole, nothing owed. */
  async function assertToldOf(names: string[], most: number): Promise<void> {
    for (const name of names) await as(name).card(alert);
    await as('robyn').card(/Your report OS-/);
    await allDelivered(school);
    for (const name of names) assert.ok((await alertsOf(name)) <= most, `${name} has ${await alertsOf(name)} alerts`);
    assert.ok((await alertsIn('Alerts')) >= 1 && (await alertsIn('Alerts')) <= most);
    const [incident, ...others] = await incidentsOf(school);
    assert.deepEqual(others, []);
    assert.equal(firstBreak(incident?.body.events ?? []), undefined);
    assert.deepEqual(await brokenChains(school.store.records, school.file.school), []);
    assert.equal(incident?.body.events.filter(({ event }) => event.type === 'reported').length, 1);
    const sent = incident?.body.events.flatMap(({ event }) => (event.type === 'sent' && event.card === 'alert' ? [event.to] : [])) ?? [];
    assert.equal(new Set(sent).size, sent.length);
  }

  it('after the write: the sender has no answer; sent again it is one report, and all are told once', async () => {
    await school.start('write');
    await send();
    await school.died();
    assert.match((await as('robyn').notices()).at(-1)?.text ?? '', /Unable to reach the app/);
    assert.equal(wordsOf(await as('robyn').dialog()).includes('Sent:'), false);
    await school.start();
    await as('robyn').press('Send', typed);
    assert.match(wordsOf(await as('robyn').dialog()), /^Sent: OS-/);
    await school.later(0);
    await assertToldOf(['anita', 'daniel'], 1);
  });

  it('after the write, and never sent again: all are told all the same', async () => {
    await school.start('write');
    await send();
    await school.died();
    await school.start();
    await school.later(0);
    await assertToldOf(['anita', 'daniel'], 1);
  });

  for (const [moment, most] of [
    ['lease', 1],
    ['post', 2],
    ['receipt', 2],
  ] as const) {
    it(`after the ${moment}: all are told, and nobody more than ${most === 1 ? 'once' : 'twice'}`, async () => {
      await school.start(moment);
      await send();
      await school.died();
      await school.start();
      await school.later(0);
      await assertToldOf(['anita', 'daniel'], most);
    });
  }

  it('after a rung: those whom it asks are told once, and the ladder goes on', async () => {
    await school.start();
    await send();
    await as('anita').card(alert);
    await as('daniel').card(alert);
    await allDelivered(school);
    await school.start('rung');
    await school.later(5);
    await school.died();
    await school.start();
    await school.later(0);
    await assertToldOf(['anita', 'daniel', 'judith', 'carys'], 1);
    await school.later(5);
    await as('robyn').card(/Nobody has answered/);
  });
});
