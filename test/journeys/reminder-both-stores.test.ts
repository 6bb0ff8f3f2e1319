import assert from 'node:assert/strict';
import { cloudStore } from '#test/support/cloud-store.ts';
import { campaigns, lookAt } from '#test/support/reminding.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { onScreen } from '#test/support/telling.ts';

describe('a reminder on Cosmos DB and Azure Storage Queue', function () {
  this.timeout(60_000);
  let school: TestSchool;
  before(async () => {
    school = await startSchool({ ruleSet: 'dsl-first', training: true, store: await cloudStore() });
  });
  after(() => school.close());
  const as = (who: string) => school.teams.as(who);

  it('goes to those whose day has passed, is answered, and is followed', async () => {
    const seen = await lookAt(as('idris'), { topic: 'refresher', who: 'overdue' });
    const [, total] = /goes to (\d+) pe/.exec(seen) ?? [];
    await as('idris').press('Send');
    await as('idris').closeDialog();
    await as('idris').card(/^Reminder: Online-safety refresher\nSent at 10:00/, { within: 20_000 });
    assert.equal((await campaigns(school))[0]?.campaign.tally.delivered, Number(total));
    await as('robyn').card(/Your online-safety refresher was due/, { within: 20_000 });
    await as('robyn').press('I need help');
    await as('robyn').card(/You asked for help/, { within: 20_000 });
    await as('idris').say('reminders');
    await as('idris').press({ title: 'Open', data: { campaign: (await campaigns(school))[0]?.campaign.key ?? '' } });
    assert.match(await onScreen(as('idris')), /Asked for help: 1/);
  });

  it('is followed and steered by anybody else who runs training, in their own chat', async () => {
    await as('idris').closeDialog();
    await as('anita').say('reminders');
    await as('anita').press({ title: 'Open', data: { campaign: (await campaigns(school))[0]?.campaign.key ?? '' } });
    await as('anita').press('Put its card in my chat');
    assert.match(await onScreen(as('anita')), /Its card is in your chat/);
    await as('anita').closeDialog();
    const card = await as('anita').card(/^Reminder: Online-safety refresher/, { within: 20_000 });
    assert.deepEqual(
      card.buttons.map(({ title }) => title),
      ['Nudge those who haven’t', 'Open'],
    );
  });
});
