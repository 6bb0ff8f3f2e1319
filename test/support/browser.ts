import { existsSync } from 'node:fs';
import { after, before } from 'mocha';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type SchoolOptions, startSchool, type TestSchool } from './school.ts';

/** Where Chromium, Chrome and Edge are when they were installed in the usual way. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    return folder === undefined
      ? []
      : [`${folder}\\Google\\Chrome\\Application\\chrome.exe`, `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`];
  }),
];

/** Without the sandbox only for root, for whom there is none; and nothing that calls home. */
const flags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const advice =
  'No browser was found for the browser tests. Install Chromium, Chrome or Edge (on Debian and Ubuntu: ' +
  'sudo apt-get install chromium), or say with BROWSER_PATH where one is.';

/** `BROWSER_PATH`, where it is set, and nothing else; otherwise the first of the usual places that is there. */
export function findBrowser(): string | undefined {
  const chosen = process.env['BROWSER_PATH'];
  const places = chosen === undefined || chosen === '' ? usualPlaces : [chosen];
  return places.find((place) => existsSync(place));
}

const isRequired = () => process.env['BROWSER'] === 'required' || process.env['CI'] === 'true';

export type Look = { phone?: boolean; dark?: boolean };
export type Stage = {
  school: TestSchool;
  /** Local Teams in a window of its own, in front of this person (a part of their name). Closed at the end. */
  open(who: string, look?: Look): Promise<Page>;
};

const said = new Set<string>();

async function openWindow(browser: Browser, url: string, { phone = false, dark = false }: Look = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 800 },
    hasTouch: phone,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(4000);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/**
 * A school and a browser for the tests of a `describe`. Where no browser is they are skipped, and one line says how to get one;
 * under CI, or with BROWSER=required, they fail instead.
 */
export function useBrowser(options: SchoolOptions = {}): () => Stage {
  let browser: Browser | undefined;
  let school: TestSchool | undefined;
  before(async function () {
    const executablePath = findBrowser();
    if (executablePath === undefined) {
      if (isRequired()) throw new Error(advice);
      if (!said.has(advice)) process.stderr.write(`${advice} They are skipped.\n`);
      said.add(advice);
      return this.skip();
    }
    [browser, school] = await Promise.all([chromium.launch({ executablePath, args: flags }), startSchool(options)]);
    return undefined;
  });
  after(async () => {
    await browser?.close();
    await school?.close();
  });
  return () => {
    if (browser === undefined || school === undefined) throw new Error('The browser is there only while the tests run');
    const [there, at] = [browser, school];
    const open = async (who: string, look?: Look) => openWindow(there, `${at.teams.serviceUrl}#/${await at.teams.idOf(who)}`, look);
    return { school: at, open };
  };
}
