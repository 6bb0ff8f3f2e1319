import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Locator, Page } from 'playwright-core';
import type { Question } from '#domain/training/quiz.ts';
import { otherThanRight, quizNamed } from '#test/domain/quizzes.ts';
import { useBrowser } from '#test/support/browser.ts';
import { focused, pressKey, tabTo } from '#test/support/keyboard.ts';
import { become, buttonOf, cardOf, closeDialog, dialogOf, openChat, shoot, write } from '#test/support/local-teams-page.ts';

const quiz = quizNamed('dsl-first', 'reporting');
const textOf = ({ choices }: Question, wanted: string) => choices.find(({ key }) => key === wanted)?.text ?? '';
const best = (question: Question) => textOf(question, question.right);

async function openOverview(page: Page): Promise<Locator> {
  await write(page, 'training');
  await buttonOf(cardOf(page, /^Training$|^Training/), 'Training').click();
  await dialogOf(page).getByText('Where the school stands').waitFor();
  return dialogOf(page);
}

async function sendReminder(page: Page, words: string): Promise<void> {
  const dialog = await openOverview(page);
  await buttonOf(dialog, 'Send a reminder').click();
  await dialog.getByRole('combobox', { name: 'What is it about?' }).selectOption('Reporting a concern');
  await dialog.getByRole('textbox', { name: /^Your own words/ }).fill(words);
  await buttonOf(dialog, 'Next').click();
  await dialog.getByText('This goes to 9 people').waitFor();
  await dialog.getByText(words).waitFor();
  await buttonOf(dialog, 'Send').click();
  await dialog.getByText('It is on its way').waitFor();
  await closeDialog(page);
}

/** Every question with the same kind of answer; what came of each, and why, is said above the next. */
async function takeQuiz(dialog: Locator, choice: (question: Question) => string): Promise<void> {
  const of = quiz.questions.length;
  for (const [i, question] of quiz.questions.entries()) {
    await dialog.getByText(`Question ${i + 1} of ${of}`).waitFor();
    await dialog.getByRole('radio', { name: choice(question), exact: true }).check();
    await buttonOf(dialog, i + 1 === of ? 'Finish' : 'Answer').click();
    const isRight = choice(question) === best(question);
    await dialog
      .getByText(isRight ? 'That is right.' : `The best answer: ${best(question)}`)
      .first()
      .waitFor();
    await dialog.getByText(question.why).first().waitFor();
  }
}

/** Tab comes to the group, the arrows go through it. */
async function chooseByKeys(page: Page, question: Question): Promise<void> {
  const offered = question.choices.map(({ text }) => text);
  await tabTo(page, new RegExp(`(${offered.map((text) => RegExp.escape(text.slice(0, 40))).join('|')})`));
  await page.keyboard.press('Space');
  const isBest = async () => (await focused(page)).includes(best(question).slice(0, 40));
  for (let presses = 0; presses < offered.length && !(await isBest()); presses += 1) await page.keyboard.press('ArrowDown');
  assert.equal(await isBest(), true, await focused(page));
}

describe('a reminder, by clicking and typing', () => {
  const stage = useBrowser({ ruleSet: 'dsl-first', training: true });

  it('goes from the coordinator to a teacher, who passes its quiz at the second try, and back', async () => {
    const page = await stage().open('idris');
    await openChat(page);
    await sendReminder(page, 'Please do it before Friday.');
    const progress = cardOf(page, 'Reminder: Reporting a concern');
    await progress.getByText('Sent at 10:00.').waitFor();
    await progress.getByText('0 of 9 have done it.').waitFor();
    assert.equal(await progress.getByRole('progressbar').getAttribute('value'), '0');

    await become(page, 'Ms Robyn Patel');
    const reminder = cardOf(page, 'Please do it before Friday.');
    await buttonOf(reminder, 'Start').click();
    const dialog = dialogOf(page);
    await takeQuiz(dialog, (question) => textOf(question, otherThanRight(question)));
    await dialog.getByText('0 of 5 this time').waitFor();
    await buttonOf(dialog, 'Try again').click();
    await takeQuiz(dialog, best);
    await dialog.getByText('Passed: 5 of 5').waitFor();
    await closeDialog(page);
    await reminder.getByText('Your training Reporting a concern is done.').waitFor();

    await write(page, 'my training');
    await buttonOf(cardOf(page, /^My training/), /^What I have done/).click();
    await dialog.getByText('5 of 5 right').waitFor();
    await closeDialog(page);

    await become(page, 'Mr Idris Field');
    await progress.locator('tr', { hasText: /^Done\s*1$/ }).waitFor();
    await progress.getByText('1 of 9 has done it.').waitFor();
    assert.equal(await progress.getByRole('progressbar').getAttribute('value'), '1');
    await shoot(page, 'coordinator');
  });

  it('has its quiz done with the keyboard only', async () => {
    const page = await stage().open('owen');
    await openChat(page);
    await tabTo(page, 'Type a message');
    await page.keyboard.type('my training');
    await page.keyboard.press('Enter');
    await cardOf(page, /^My training/).waitFor();
    await tabTo(page, 'Take the quiz: Reporting a concern', 'Shift+Tab');
    await page.keyboard.press('Enter');
    const dialog = dialogOf(page);
    for (const [i, question] of quiz.questions.entries()) {
      await dialog.getByText(`Question ${i + 1} of`).waitFor();
      await chooseByKeys(page, question);
      await pressKey(page, i + 1 === quiz.questions.length ? 'Finish' : 'Answer');
    }
    await dialog.getByText('Passed: 5 of 5').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('leaves the newest card in sight when its chat is opened on a phone', async () => {
    const page = await stage().open('owen', { phone: true });
    await openChat(page);
    await write(page, 'my training');
    await cardOf(page, /^My training/).waitFor();
    await become(page, 'Ms Robyn Patel');
    await become(page, 'Mr Owen Brandt');
    await cardOf(page, /^My training/).waitFor();
    const below = `(() => { const log = document.querySelector('.log'); return log.scrollHeight - log.scrollTop - log.clientHeight; })()`;
    assert.ok(Number(await page.evaluate(below)) < 2);
  });
});
