import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Page } from 'playwright-core';
import type { Persona } from '#test/local-teams/client.ts';
import { useBrowser } from './browser.ts';
import { clipped, cutOff, faultsOf, shoot } from './local-teams-page.ts';
import type { SchoolOptions, TestSchool } from './school.ts';

/** One screen: how it comes about, who looks at it, and words that stand on it. */
export type Screen = { name: string; who: string; in?: string; make: (school: TestSchool) => Promise<unknown>; shows: RegExp };

export const as = (school: TestSchool, who: string): Persona => school.teams.as(who);

/** Puts this person's conversation, and their dialog if there is one, on the page. */
async function look(page: Page, school: TestSchool, { who, in: place, shows }: Screen): Promise<void> {
  await school.teams.settled();
  const { me, conversations } = await as(school, who).state();
  const found = conversations.find(({ kind, name }) => (place === undefined ? kind === 'personal' : name === place));
  await page.evaluate(`location.hash = ${JSON.stringify([me.id, found?.id ?? ''].map(encodeURIComponent).join('/'))}`);
  await page.waitForFunction(`document.title.startsWith(${JSON.stringify(me.name)})`);
  await page.locator('dialog[open], article').filter({ hasText: shows }).last().waitFor();
}

async function examine(page: Page, school: TestSchool, screen: Screen, size: string): Promise<void> {
  await look(page, school, screen);
  const found = { faults: await faultsOf(page), cutOff: await cutOff(page), clipped: await clipped(page) };
  assert.deepEqual(found, { faults: [], cutOff: [], clipped: [] }, `${screen.name}, ${size}`);
  await shoot(page, `${screen.name}-${size}`);
}

/** Goes through a story screen by screen, in one school and two windows. */
export function lookAtScreens(story: string, screens: Screen[], options: SchoolOptions = {}): void {
  describe(`every screen of ${story}`, () => {
    const stage = useBrowser({ ruleSet: 'dsl-first', ...options });

    it('has no fault that axe-core finds, and nothing is cut off: at a desk in light, on a phone in dark', async function () {
      this.timeout(60_000);
      const { school, open } = stage();
      const pages = { desk: await open('robyn'), phone: await open('robyn', { phone: true, dark: true }) };
      for (const screen of screens) {
        await screen.make(school);
        await Promise.all(Object.entries(pages).map(([size, page]) => examine(page, school, screen, size)));
      }
    });
  });
}
