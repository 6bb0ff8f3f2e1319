import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { useBrowser } from '#test/support/browser.ts';
import { focused, pressKey, tabTo } from '#test/support/keyboard.ts';
import { cardOf, dialogOf, openChat } from '#test/support/local-teams-page.ts';

describe('the main job with the keyboard only', () => {
  const stage = useBrowser({ ruleSet: 'dsl-first' });

  it('is done from the first word to the receipt', async () => {
    const page = await stage().open('robyn');
    await openChat(page);
    await tabTo(page, 'Type a message');
    await page.keyboard.type('report');
    await page.keyboard.press('Enter');
    await cardOf(page, 'It takes under two minutes').waitFor();
    await tabTo(page, 'Report a concern', 'Shift+Tab');
    await page.keyboard.press('Enter');
    const form = dialogOf(page);
    await form.getByText('What is it about?').waitFor();
    await pressKey(page, 'Bullying, hate or cruel messages', 'Space');
    await form.getByText('Goes to').waitFor();
    await tabTo(page, 'Who has been upset?');
    await page.keyboard.type('Sam Example');
    await tabTo(page, 'What happened?');
    await page.keyboard.type('Cruel messages in a group chat');
    await tabTo(page, 'The child told me');
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(page), 'Another child told me');
    await pressKey(page, 'Send');
    await form.getByText(/^Sent: OS-/).waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });
    await cardOf(page, 'Nobody has answered yet').waitFor();
  });

  it('is taken by the DSL, who reads it and closes it again', async () => {
    const page = await stage().open('anita');
    await openChat(page);
    await cardOf(page, /high priority/).waitFor();
    await pressKey(page, 'I’m dealing with it');
    await cardOf(page, 'You are dealing with this').waitFor();
    await pressKey(page, 'Open');
    await dialogOf(page).getByText('Another child told me').waitFor();
    await page.keyboard.press('Escape');
    await dialogOf(page).waitFor({ state: 'hidden' });
  });

  it('names an adult from the list, without sending the form by the way', async () => {
    const page = await stage().open('owen');
    await openChat(page);
    await tabTo(page, 'Report a concern');
    await page.keyboard.press('Enter');
    const form = dialogOf(page);
    await form.getByText('What is it about?').waitFor();
    await pressKey(page, 'Worry about an adult who works or volunteers here');
    await form.getByText('You do not need to be sure').waitFor();
    await tabTo(page, 'Which adult?');
    await page.keyboard.type('lowe');
    await page.keyboard.press('Enter');
    await form.getByText('Mrs Judith Lowe').waitFor();
    await pressKey(page, 'Who will it go to?');
    await form.getByText(/This goes to the chair of governors, Mr Ali/).waitFor();
    assert.equal(await form.getByText(/^Sent: OS-/).count(), 0);
  });

  it('keeps the focus inside the dialog while it is open', async () => {
    const page = await stage().open('keisha');
    await openChat(page);
    await pressKey(page, 'Report a concern');
    await dialogOf(page).getByText('What is it about?').waitFor();
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press('Tab');
      const outside = await page.evaluate(`document.activeElement !== document.body && document.activeElement.closest('dialog') === null`);
      assert.equal(outside, false, await focused(page));
    }
  });
});
