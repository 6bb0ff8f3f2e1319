import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import type { Locator, Page } from 'playwright-core';
import { useBrowser } from '#test/support/browser.ts';
import { buttonOf, closeDialog, dialogOf, openChat, openForm } from '#test/support/local-teams-page.ts';

/** A finger: every press counts, also the one that puts the cursor into a field. Typing does not. */
function finger(form: Locator) {
  let taps = 0;
  const tap = async (target: Locator) => {
    taps += 1;
    await target.click();
  };
  const page = form.page();
  return {
    count: () => taps,
    press: (name: string) => tap(buttonOf(form, name)),
    choose: (question: string, answer: string) =>
      tap(form.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer, exact: true })),
    write: async (label: string, text: string) => {
      await tap(form.getByLabel(label, { exact: true }));
      await page.keyboard.insertText(text);
    },
    /** Somebody who works here: typed in part, then chosen from the list. */
    pick: async (label: string, text: string) => {
      await tap(form.getByRole('combobox', { name: label }));
      await page.keyboard.insertText(text);
      await tap(form.getByRole('option').first());
    },
  };
}

/** How a question is answered, what it is, and with what. */
type Answer = ['write' | 'choose' | 'pick', question: string, answer: string];
type Case = { tile: string; most: number; answers: Answer[] };

/** Section 4 of the safeguarding rules: each tile with every question answered that is not optional, its buttons included. */
const cases: Case[] = [
  {
    tile: 'Nude or sexual picture or video of a child',
    most: 8,
    answers: [
      ['write', 'Which children do you know are involved? Do not ask them', 'Sam Example'],
      ['choose', 'Have you seen it?', 'No'],
      ['choose', 'Where is the device?', 'I have it'],
      ['write', 'What were you told?', 'A picture is being passed round'],
      ['choose', 'Is an adult or anyone outside school involved?', "Don't know"],
      ['write', 'Where is the child now?', 'With me'],
    ],
  },
  {
    tile: 'Bullying, hate or cruel messages',
    most: 8,
    answers: [
      ['write', 'Who has been upset?', 'Sam Example'],
      ['write', 'What happened?', 'Cruel messages'],
      ['write', 'Which app or game?', 'A group chat'],
      ['choose', 'How do you know?', 'The child told me'],
      ['choose', 'Might it include a picture of a child undressed?', 'No'],
      ['choose', "Are you worried about the child's safety today?", 'Not sure'],
    ],
  },
  {
    tile: 'Extremist content or views',
    most: 7,
    answers: [
      ['write', 'Which pupil?', 'Sam Example'],
      ['write', 'What was searched, seen or said?', 'Exact words'],
      ['choose', 'Where?', 'In school'],
      ['choose', 'Could it be for a lesson or the news?', 'No'],
      ['choose', 'Any talk of hurting someone, weapons, meeting or joining people?', 'No'],
    ],
  },
  {
    tile: 'Worry about an adult who works or volunteers here',
    most: 6,
    answers: [
      ['pick', 'Which adult?', 'keisha'],
      ['write', 'What did you see, hear or get told, and when?', 'What I saw on Monday'],
      ['choose', 'Is the child safe now?', 'Yes'],
    ],
  },
  {
    tile: 'Rule-breaking: phones, games, copying, accounts',
    most: 5,
    answers: [
      ['choose', 'Which?', 'Getting round the filter'],
      ['write', 'Which pupil?', 'Sam Example'],
      ['write', 'What happened?', 'A proxy on a laptop'],
    ],
  },
];

async function sent(page: Page): Promise<void> {
  await dialogOf(page)
    .getByText(/^Sent: OS-/)
    .waitFor();
}

describe('how many taps a report takes, from the form that Report a concern opens to the receipt', () => {
  const stage = useBrowser({ ruleSet: 'dsl-first' });
  let page: Page;

  before(async () => {
    page = await stage().open('robyn');
    await openChat(page);
  });
  afterEach(() => closeDialog(page));

  for (const { tile, most, answers } of cases) {
    it(`is ${most} at most for “${tile}”, its questions answered`, async () => {
      const hand = finger(await openForm(page));
      await hand.press(tile);
      for (const [how, question, answer] of answers) await hand[how](question, answer);
      await hand.press('Send');
      await sent(page);
      assert.ok(hand.count() <= most, `${hand.count()} taps`);
    });
  }

  it('is 2 for a nude or sexual picture with Send now', async () => {
    const hand = finger(await openForm(page));
    await hand.press('Nude or sexual picture or video of a child');
    await hand.press('Send now, add more later');
    await sent(page);
    assert.equal(hand.count(), 2);
  });

  it('is 1 for anybody who sends at once from the tiles', async () => {
    const hand = finger(await openForm(page));
    await hand.press('Send now, add more later');
    await sent(page);
    assert.equal(hand.count(), 1);
  });
});
