import { existsSync } from 'node:fs';
import { after, before } from 'mocha';
import { type Browser, chromium } from 'playwright-core';

/** Where Chromium, Chrome and Edge are found when they were installed in the usual way; `BROWSER_PATH` comes first. */
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
  ...[process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [`${folder}\\Google\\Chrome\\Application\\chrome.exe`, `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`]),
];

/** No sandbox only for root, who has none; nothing that calls home. */
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
  'No browser was found, so the browser tests were skipped. Install Chromium, Chrome or Edge ' +
  '(on Debian and Ubuntu: sudo apt-get install chromium), or set BROWSER_PATH to where one is.';

const isRequired = () => process.env['BROWSER'] === 'required' || process.env['CI'] === 'true';

export function findBrowser(places: readonly string[] = [process.env['BROWSER_PATH'] ?? '', ...usualPlaces]): string | undefined {
  return places.find((place) => place !== '' && existsSync(place));
}

let isSaid = false;
function sayOnce(text: string): void {
  if (!isSaid) process.stderr.write(`${text}\n`);
  isSaid = true;
}

/** One browser for the tests of a `describe`. Skips them where no browser is; under CI, or with BROWSER=required, they fail instead. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  before(async function () {
    const executablePath = findBrowser();
    if (executablePath !== undefined) {
      browser = await chromium.launch({ executablePath, args: flags });
      return;
    }
    if (isRequired()) throw new Error(advice.replace('skipped', 'not run'));
    sayOnce(advice);
    this.skip();
  });
  after(() => browser?.close());
  return () => {
    if (browser === undefined) throw new Error('The browser is there only while the tests run');
    return browser;
  };
}
