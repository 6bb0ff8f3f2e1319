import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** What the focus is on, as it is called aloud: the label of a field, the words on a button, or the longer ones that describe it. */
const focusedName = `(() => {
  const one = document.activeElement;
  const labels = (one.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '');
  const label = labels.join(' ').trim() || one.ariaLabel || [...(one.labels ?? [])].map((label) => label.textContent).join(' ');
  const called = label || one.textContent;
  return (one.title.startsWith(called) ? one.title : called).replace(/\\s+/g, ' ').trim().slice(0, 80);
})()`;

export async function focused(page: Page): Promise<string> {
  return String(await page.evaluate(focusedName));
}

/** Presses Tab until the focus is on this, as somebody without a mouse does. */
export async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (typeof name === 'string' ? now === name : name.test(now)) return;
    passed.push(now);
  }
  assert.fail(`Tab never came to “${name}”, only to ${passed.join(' · ')}`);
}

export async function pressKey(page: Page, name: string | RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}
