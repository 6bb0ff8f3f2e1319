import { existsSync } from 'node:fs';
import { after, afterEach, before, beforeEach } from 'mocha';
import type { Browser, Page } from 'playwright-core';
import type { SchoolOptions, TestSchool } from './school.ts';

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
  /** Local Teams in a window of its own, in front of this person (a part of their name). Given back at the end. */
  open(who: string, look?: Look): Promise<Page>;
};

const said = new Set<string>();

/** Windows that nobody looks at, by how they look: a new one costs two seconds of the processor, another page in one hardly any. */
const spare = new Map<string, Page[]>();
type Window = { page: Page; kind: string };

async function openWindow(browser: Browser, url: string, look: Look = {}): Promise<Window> {
  const kind = JSON.stringify(look);
  const page = spare.get(kind)?.pop() ?? (await newWindow(browser, look));
  await page.goto(url);
  return { page, kind };
}

/** Emptied, so that nothing of one test is there in the next: every school has an address of its own. */
async function putBack({ page, kind }: Window): Promise<void> {
  await page.goto('about:blank');
  spare.set(kind, [...(spare.get(kind) ?? []), page]);
}

async function newWindow(browser: Browser, { phone = false, dark = false }: Look): Promise<Page> {
  const context = await browser.newContext({
    viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 800 },
    hasTouch: phone,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(8000);
  return context.newPage();
}

let browser: Promise<Browser> | undefined;

/** One browser for the whole run: starting one takes longer than most of the tests. */
function launched(executablePath: string): Promise<Browser> {
  browser ??= import('playwright-core').then(({ chromium }) => chromium.launch({ executablePath, args: flags }));
  return browser;
}

/** Loaded only where there is a browser: the whole bot takes a second, and where there is none nothing is started. */
async function startedSchool(options: SchoolOptions): Promise<TestSchool> {
  return (await import('./school.ts')).startSchool(options);
}

after(async () => {
  await (await browser)?.close();
  browser = undefined;
  spare.clear();
});

/**
 * A school and a browser for the tests of a `describe`. Windows opened in a test are closed after it. Where no browser is, the tests
 * are skipped, and one line says how to get one; under CI, or with BROWSER=required, they fail instead.
 */
export function useBrowser(options: SchoolOptions = {}): () => Stage {
  let school: TestSchool | undefined;
  let isInTest = false;
  const windows: Window[] = [];
  const closeWindows = () => Promise.all(windows.splice(0).map(putBack));
  before(async function () {
    const executablePath = findBrowser();
    if (executablePath === undefined) return withoutBrowser(() => this.skip());
    [school] = await Promise.all([startedSchool(options), launched(executablePath)]);
    return undefined;
  });
  beforeEach(() => {
    isInTest = true;
  });
  afterEach(closeWindows);
  after(async () => {
    await school?.close();
  });
  return () => {
    if (school === undefined || browser === undefined) throw new Error('The browser is there only while the tests run');
    const [at, there] = [school, browser];
    const open = async (who: string, look?: Look) => {
      const window = await openWindow(await there, `${at.teams.serviceUrl}#/${await at.teams.idOf(who)}`, look);
      if (isInTest) windows.push(window);
      return window.page;
    };
    return { school: at, open };
  };
}

function withoutBrowser(skip: () => void): void {
  if (isRequired()) throw new Error(advice);
  if (!said.has(advice)) process.stderr.write(`${advice} They are skipped.\n`);
  said.add(advice);
  skip();
}
