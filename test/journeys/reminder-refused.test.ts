import assert from 'node:assert/strict';
import { refusal } from '#cards/refusal.card.ts';
import { pumpId } from '#queue/pump.ts';
import type { TrainingBody } from '#stores/training-record.ts';
import { until } from '#test/support/campaigns.ts';
import { pressForged } from '#test/support/forged-press.ts';
import { allOut, campaigns, lookAt, reminderOf, sendReminder } from '#test/support/reminding.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { onScreen, ownChat, pass } from '#test/support/telling.ts';

const nothing = refusal('nothing-here').replaceAll('*', '');
const words = { topic: 'none', words: 'Please read the new rules about phones.', who: 'everybody' };

describe('reminders and whoever has no part in them', () => {
  let school: TestSchool;
  let key: string;
  before(async () => {
    school = await startSchool({ ruleSet: 'dsl-first', training: true });
    await sendReminder(school, as('idris'), { topic: 'governors', who: 'governor' });
    key = (await campaigns(school))[0]?.campaign.key ?? '';
  });
  after(() => school.close());
  const as = (who: string) => school.teams.as(who);

  it('cannot be begun, listed or opened by a teacher', async () => {
    await as('robyn').say('remind');
    assert.match(await ownChat(as('robyn')), new RegExp(nothing.slice(0, 40)));
    for (const verb of [
      'remind.open',
      'campaign.list',
      'campaign.open',
      'campaign.cancel',
      'campaign.nudge',
      'campaign.unreached',
    ] as const)
      assert.match(
        (await pressForged(school, 'robyn', verb, { campaign: key }, true)).replaceAll('*', ''),
        new RegExp(nothing.slice(0, 40)),
        verb,
      );
  });

  it('cannot be paused, cancelled or sent again by the headteacher, who may look', async () => {
    await as('judith').say('reminders');
    await as('judith').card(/Online safety for governors/);
    for (const verb of ['campaign.pause', 'campaign.resume', 'campaign.cancel', 'campaign.show', 'campaign.nudge'] as const)
      assert.match(
        (await pressForged(school, 'judith', verb, { campaign: key, command: 'C-1234' }, true)).replaceAll('*', ''),
        /nothing here/i,
        verb,
      );
  });

  it('cannot be answered by anybody but those who got them', async () => {
    for (const campaign of [key, 'no-such-campaign', '../campaign', ''])
      for (const verb of ['reminder.done', 'reminder.later', 'reminder.help'] as const)
        assert.match(
          (await pressForged(school, 'robyn', verb, { campaign, command: 'C-1234', topic: 'governors' })).replaceAll('*', ''),
          /nothing here/i,
        );
  });

  it('cannot be answered about another topic, or one that there is not', async () => {
    for (const topic of ['refresher', 'no-such-topic'])
      assert.match(await pressForged(school, 'yusuf', 'reminder.done', { campaign: key, command: 'C-1234', topic }), /nothing here/i);
    assert.match(await pressForged(school, 'yusuf', 'reminder.done', { campaign: key, command: 'C-1234' }), /nothing here/i);
  });

  it('are sent only by whoever looked at them', async () => {
    await lookAt(as('idris'), words);
    const { data } = (await as('idris').dialog())?.card?.buttons.find(({ title }) => title === 'Send') ?? assert.fail();
    await as('idris').closeDialog();
    assert.match(
      await pressForged(school, 'anita', 'remind.send', { campaign: String(data['campaign']) }, true),
      /nothing has been sent from here/,
    );
    assert.equal((await campaigns(school)).length, 1);
  });

  it('are sent as they were looked at last, not from an older window', async () => {
    await lookAt(as('idris'), words);
    const { data } = (await as('idris').dialog())?.card?.buttons.find(({ title }) => title === 'Send') ?? assert.fail();
    await as('idris').closeDialog();
    await lookAt(as('idris'), { ...words, words: 'Other words' });
    await as('idris').closeDialog();
    assert.match(
      await pressForged(school, 'idris', 'remind.send', { campaign: String(data['campaign']) }, true),
      /begun again in another window/,
    );
    assert.equal((await campaigns(school)).length, 1);
  });

  it('are no longer valid from a list that was tampered with', async () => {
    assert.match(await pressForged(school, 'idris', 'campaign.list', { after: 'abc' }, true), /no longer valid/);
  });

  it('are answered once, however often the press arrives', async () => {
    await as('yusuf').press('I’ve done it');
    await as('yusuf').press('Save: I’ve done it', { 'on.governors': '2026-11-20' });
    await as('yusuf').again();
    await as('yusuf').again({ newId: true });
    const id = `training.${school.file.tenantId}_${await school.teams.idOf('yusuf')}`;
    const stored = await school.store.records.read<TrainingBody>(school.file.school, id);
    const said = (stored?.body.events ?? []).filter(({ event }) => event.type === 'done' && event.source === 'self');
    assert.equal(said.length, 1);
  });
});

describe('a reminder that is cancelled on its way', () => {
  let school: TestSchool;
  before(async () => {
    school = await startSchool();
  });
  after(() => school.close());
  const as = (who: string) => school.teams.as(who);

  it('asks once, and reaches nobody any more', async () => {
    await lookAt(as('idris'), words);
    await school.teams.fault({ method: 'POST', person: 'robyn', answer: 429, retryAfter: 2, times: 500 });
    await as('idris').press('Send');
    await as('owen').card(/Please read the new rules/);
    await as('idris').press('See how far it is');
    await as('idris').press('Cancel');
    assert.match(await onScreen(as('idris')), /Cancel this reminder\?[\s\S]*will not get it/);
    await as('idris').press('Yes, cancel it');
    assert.match(await onScreen(as('idris')), /Cancelled at 10:00\.[\s\S]*Mr Field cancelled it/);
    await as('idris').closeDialog();
    await until(() => isIdle(school), 'the end of sending');
    await school.teams.clearFaults();
    await pass(school, 5);
    assert.equal(await reminderOf(as('robyn')), undefined);
    const [cancelled] = await campaigns(school);
    assert.deepEqual([cancelled?.campaign.state, cancelled?.steps.map(({ did }) => did)], ['cancelled', ['cancel']]);
  });
});

/** Nobody is sending: the hold on it has been given back. */
async function isIdle({ store, file }: TestSchool): Promise<boolean> {
  return (await store.records.read<{ until: number }>(file.school, pumpId))?.body.until === 0;
}

describe('a reminder whose topic or reader has changed since', () => {
  let school: TestSchool;
  before(async () => {
    school = await startSchool({ ruleSet: 'dsl-first', training: true });
    await sendReminder(school, school.teams.as('idris'), { topic: 'governors', who: 'governor' });
  });
  after(() => school.close());

  it('says that nothing is due any more when it was done elsewhere', async () => {
    const yusuf = school.teams.as('yusuf');
    await yusuf.say('my training');
    await yusuf.press({ title: 'I’ve done it', data: { verb: 'training.said', topic: 'governors' } });
    await yusuf.press('Save', { topic: 'governors', on: '2026-11-23' });
    await yusuf.closeDialog();
    await allOut(school);
    await yusuf.card(/Your training Online safety for governors is done\. It is next due/);
    await school.teams.as('idris').card(/Reminder: Online safety for governors[\s\S]*Done: 1/);
  });
});
