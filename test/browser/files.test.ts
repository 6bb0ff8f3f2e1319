import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { useBrowser } from '#test/support/browser.ts';
import { buttonOf, cardOf, cutOff, dialogOf, faultsOf, openChat, shoot } from '#test/support/local-teams-page.ts';
import { quiet } from '#test/support/telling.ts';

describe('files on the page', () => {
  const stage = useBrowser({ training: true });

  it('are sent by the paper clip, looked at row by row, and brought in', async () => {
    const page = await stage().open('idris');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), buttonOf(page, 'Send a file').click()]);
    const rows = 'Name;Topic;Date\r\nRobyn Patel;prevent;2/3/25\r\nOwen Brandt;prevent;31/11/2025\r\n';
    await chooser.setFiles({ name: 'past.csv', mimeType: 'text/csv', buffer: Buffer.from(rows, 'utf16le') });
    await cardOf(page, 'Checked').waitFor();
    assert.deepEqual(await faultsOf(page), []);
    await shoot(page, 'list-checked');
    await buttonOf(cardOf(page, 'Checked'), 'See the row and why').click();
    await dialogOf(page).getByText('November 2025 has 30 days').waitFor();
    assert.deepEqual(await faultsOf(page), []);
    await shoot(page, 'list-rows');
    await buttonOf(page, 'Close').click();
    await buttonOf(cardOf(page, 'Checked'), 'Bring in the good row only').click();
    await cardOf(page, 'Brought in').waitFor();
  });

  for (const look of [{}, { dark: true, phone: true }]) {
    it(`are asked about and opened${'dark' in look ? ', on a phone in the dark' : ''}`, async () => {
      const idris = stage().school.teams.as('idris');
      await idris.say('training');
      await idris.press('Training');
      await idris.press('Download');
      await idris.press('Make it', { format: 'csv' });
      await idris.closeDialog();
      await quiet(stage().school);
      const page = await stage().open('idris', look);
      await openChat(page);
      const offer = page.getByRole('group', { name: /A file for you/ }).last();
      await offer.waitFor();
      assert.deepEqual(await faultsOf(page), []);
      assert.deepEqual(await cutOff(page), []);
      await shoot(page, `file-offered${'dark' in look ? '-dark' : ''}`);
      await offer.getByRole('button', { name: 'Allow' }).click();
      const link = page.getByRole('link', { name: /^Open training-register/ }).last();
      await link.waitFor();
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      assert.equal(download.suggestedFilename(), 'training-register-2026-11-23.csv');
      assert.deepEqual(await faultsOf(page), []);
      await shoot(page, `file-there${'dark' in look ? '-dark' : ''}`);
    });
  }
});
