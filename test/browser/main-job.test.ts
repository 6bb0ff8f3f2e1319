import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Locator, Page } from 'playwright-core';
import { useBrowser } from '#test/support/browser.ts';
import { become, buttonOf, cardOf, closeDialog, dialogOf, openChat, openForm, shoot } from '#test/support/local-teams-page.ts';

async function reportBullying(page: Page, child: string): Promise<Locator> {
  const form = await openForm(page);
  await buttonOf(form, 'Bullying, hate or cruel messages').click();
  await form.getByText('Goes to').waitFor();
  await form.getByRole('textbox', { name: 'Who has been upset?' }).fill(child);
  await form.getByRole('textbox', { name: 'What happened?' }).fill('Cruel messages in a group chat');
  await form.getByRole('radiogroup', { name: 'How do you know?' }).getByRole('radio', { name: 'The child told me' }).check();
  await buttonOf(form, 'Send').click();
  await form.getByText(/^Sent: OS-/).waitFor();
  return form;
}

for (const phone of [false, true]) {
  describe(`the main job, by clicking and typing ${phone ? 'on a phone' : 'at a desk'}`, () => {
    const stage = useBrowser({ ruleSet: 'dsl-first' });
    const size = phone ? 'phone' : 'desk';

    it('takes a report to the DSL, who reads it and writes in it, and tells the teacher who has it', async () => {
      const page = await stage().open('robyn', { phone });
      await openChat(page);
      const form = await reportBullying(page, 'Sam Example');
      await form.getByText('Mrs Shah is being alerted now').waitFor();
      await shoot(page, `${size}-sent`);
      await closeDialog(page);
      await cardOf(page, /Your report OS-/)
        .getByText('Nobody has answered yet')
        .waitFor();

      await become(page, 'Mrs Anita Shah');
      const alert = cardOf(page, /Safeguarding report, high priority OS-/);
      assert.doesNotMatch((await alert.textContent()) ?? '', /Sam|Cruel/, 'an alert says nothing of the child');
      await shoot(page, `${size}-alert`);
      await buttonOf(alert, 'I’m dealing with it').click();
      await buttonOf(cardOf(page, 'You are dealing with this (10:00).'), 'Open').click();
      const record = dialogOf(page);
      await record.getByText('Sam Example').waitFor();
      await record.getByText('Cruel messages in a group chat').waitFor();
      await record.getByRole('textbox', { name: 'Write what you have done or decided so far' }).fill('Spoke to Sam at break');
      await buttonOf(record, 'Save').click();
      await record.getByText(/Mrs Shah, 10:00: Spoke to Sam at break/).waitFor();
      await closeDialog(page);

      await become(page, 'Ms Robyn Patel');
      await cardOf(page, 'Mrs Shah is dealing with this (10:00).').waitFor();
      await shoot(page, `${size}-seen`);
    });
  });
}

describe('what cannot be taken, by clicking', () => {
  const stage = useBrowser({ ruleSet: 'dsl-first' });

  it('passes on what somebody cannot take, in two presses and a few words', async () => {
    const page = await stage().open('owen');
    await openChat(page);
    await reportBullying(page, 'Jo Example');
    await closeDialog(page);
    await become(page, 'Mrs Anita Shah');
    await buttonOf(cardOf(page, /high priority/), 'I can’t: pass it on').click();
    await dialogOf(page).getByRole('textbox').fill('I am teaching until 12');
    await buttonOf(dialogOf(page), 'Pass it on').click();
    await dialogOf(page).getByText('Passed on').waitFor();
    await closeDialog(page);
    await become(page, 'Mr Daniel Cole');
    await cardOf(page, /Safeguarding report, high priority OS-/).waitFor();
  });
});

describe('the ladder, watched with the clock on the page', () => {
  const stage = useBrowser({ ruleSet: 'dsl-first' });

  it('climbs to the headteacher, and tells the reporter where to go', async () => {
    const page = await stage().open('robyn');
    await openChat(page);
    const form = await openForm(page);
    await buttonOf(form, 'Nude or sexual picture or video of a child').click();
    await form.getByText('Stop. Do not look').waitFor();
    await buttonOf(form, 'Send now, add more later').click();
    await form.getByText(/^Sent: OS-/).waitFor();
    await closeDialog(page);
    await cardOf(page, 'Nobody has answered yet').waitFor();

    await become(page, 'Mrs Judith Lowe');
    assert.equal(await cardOf(page, /URGENT safeguarding report/).count(), 0, 'the headteacher is asked only when nobody answers');
    await buttonOf(page, 'Skip 15 minutes').click();
    await cardOf(page, /URGENT safeguarding report.*waiting 15 minutes/).waitFor();
    await shoot(page, 'ladder-head');

    await become(page, 'Ms Robyn Patel');
    await cardOf(page, /Nobody has answered OS-.*ring children’s social care on 01632 960 140 \(day\)/).waitFor();
    await shoot(page, 'ladder-reporter');
  });

  it('follows the other policy as soon as it is chosen', async () => {
    const page = await stage().open('owen');
    await openChat(page);
    await page.getByRole('combobox', { name: 'Policy' }).selectOption('Headteacher first');
    const form = await openForm(page);
    await buttonOf(form, 'Bullying, hate or cruel messages').click();
    await form.getByText(/^Goes to Mrs Lowe/).waitFor();
  });
});

describe('a child in danger, by clicking', () => {
  const stage = useBrowser({ ruleSet: 'dsl-first' });

  it('takes two presses from the form to an alert that says where to go', async () => {
    const page = await stage().open('robyn');
    await openChat(page);
    const form = await openForm(page);
    await buttonOf(form, 'In danger now').click();
    await form.getByText('Ring 999 if a child could be hurt').waitFor();
    await form.getByRole('textbox', { name: 'Where are you?' }).fill('Room 4');
    await shoot(page, 'danger-words');
    await buttonOf(form, 'Alert the DSL and headteacher').click();
    await form.getByText(/Alert sent \(10:00\) to Mrs Shah/).waitFor();
    await closeDialog(page);
    await become(page, 'Mrs Anita Shah');
    await cardOf(page, 'Go to Room 4; Ms Patel is there.').waitFor();
  });
});
