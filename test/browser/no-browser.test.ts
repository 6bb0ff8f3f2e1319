import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, it } from 'mocha';

/** One file of browser tests on a machine that has no browser. */
async function run(variables: Record<string, string>): Promise<{ code: unknown; said: string }> {
  const { BROWSER: _browser, CI: _ci, ...rest } = process.env;
  const mocha = ['node_modules/mocha/bin/mocha.js', '--no-config', '--no-package', '--exit', 'test/browser/taps.test.ts'];
  const child = spawn(process.execPath, mocha, { env: { ...rest, BROWSER_PATH: '/nowhere/chromium', ...variables } });
  const [[code], out, said] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]);
  return { code, said: out + said };
}

describe('on a machine without a browser', () => {
  it('the browser tests are skipped, and one line says how to get one', async () => {
    const { code, said } = await run({});
    assert.equal(code, 0, said);
    assert.match(said, /7 pending/);
    assert.equal(said.match(/No browser was found.*Install Chromium, Chrome or Edge.*BROWSER_PATH.*skipped/g)?.length, 1, said);
  });

  for (const variables of [{ CI: 'true' }, { BROWSER: 'required' }]) {
    it(`they fail with ${Object.entries(variables).join().replace(',', '=')}`, async () => {
      const { code, said } = await run(variables);
      assert.notEqual(code, 0);
      assert.match(said, /No browser was found/);
      assert.doesNotMatch(said, /skipped/);
    });
  }
});
