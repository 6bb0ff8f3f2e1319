import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator, Page } from 'playwright-core';

/** What somebody does and sees on the page of Local Teams, by what is written on it. */
export const dialogOf = (page: Page): Locator => page.getByRole('dialog');

/** The newest card in the open conversation with these words. */
export const cardOf = (page: Page, words: string | RegExp): Locator => page.getByRole('article').filter({ hasText: words }).last();

export const buttonOf = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', { name, exact: typeof name === 'string' });

/** Becomes somebody, by a click on their name, and opens their chat with the app where the list of chats is shown instead. */
export async function become(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Who you are' }).getByRole('button', { name }).click();
  await page.waitForFunction(`document.title.includes(${JSON.stringify(name)})`);
  await openChat(page);
}

/** On a phone the list of chats comes first. */
export async function openChat(page: Page): Promise<void> {
  const compose = page.getByRole('textbox', { name: 'Type a message' });
  const chat = page.getByRole('navigation', { name: 'Chats and channels' }).getByRole('button', { name: /Online Safety/ });
  await compose.or(chat).first().waitFor();
  if (!(await compose.isVisible())) await chat.click();
}

export async function write(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Type a message' });
  await field.fill(text);
  await field.press('Enter');
}

/** Closes the dialog and waits until it is gone: the focus goes back to what opened it. */
export async function closeDialog(page: Page): Promise<void> {
  await buttonOf(page, 'Close').click();
  await dialogOf(page).waitFor({ state: 'hidden' });
}

/** Writes `report` and opens the form: the tiles. */
export async function openForm(page: Page): Promise<Locator> {
  await write(page, 'report');
  await cardOf(page, 'It takes under two minutes').getByRole('button', { name: 'Report a concern' }).click();
  await dialogOf(page).getByText('What is it about?').waitFor();
  return dialogOf(page);
}

const shots = 'test/browser/shots';

/** With SHOTS=yes the window as a picture in `test/browser/shots`, made high enough to show all there is: for people, as no test looks at it. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (process.env['SHOTS'] !== 'yes') return;
  mkdirSync(shots, { recursive: true });
  const before = page.viewportSize() ?? { width: 1280, height: 800 };
  const hidden = Number(await page.evaluate(hiddenHeight));
  if (hidden > 0) await page.setViewportSize({ width: before.width, height: before.height + Math.ceil(hidden / 0.9) + 20 });
  await page.screenshot({ path: `${shots}/${name}.png` });
  if (hidden > 0) await page.setViewportSize(before);
}

const hiddenHeight = `(() => {
  const scrolled = document.querySelector('dialog[open] .dialog-body') ?? document.querySelector('.log');
  return scrolled === null ? 0 : scrolled.scrollHeight - scrolled.clientHeight;
})()`;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong with the page as it is now, one line for each; nothing when all is well. */
export async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(axe);
  return (await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html.slice(0, 160)).join(' | ')))`)) as string[];
}

/** What reaches beyond the right edge, apart from the row of people, which is meant to be scrolled. */
export async function cutOff(page: Page): Promise<string[]> {
  return (await page.evaluate(`[...document.querySelectorAll('body *')]
    .filter((one) => one.closest('.people, .hidden, .skip') === null && one.getBoundingClientRect().right > innerWidth + 1)
    .map((one) => one.outerHTML.slice(0, 120))`)) as string[];
}

/** Buttons whose words do not fit on them. */
export async function clipped(page: Page): Promise<string[]> {
  return (await page.evaluate(`[...document.querySelectorAll('.ac-pushButton, .ac-pushButton *')]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow === 'hidden')
    .map((one) => one.textContent)`)) as string[];
}
