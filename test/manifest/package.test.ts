import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { makePackage } from '#manifest/package.ts';

const appId = '5f0c1d2e-3a4b-4c5d-8e6f-708192a3b4c5';
const real = ['--app-id', appId, '--domain', 'bot.larkfield.example'];

/** Reads a zip by its central directory: name → content. */
function unzip(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = zip.lastIndexOf('PK\x05\x06');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [size, nameLength] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + size);
    files.set(zip.toString('utf8', at + 46, at + 46 + nameLength), zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

async function manifestOf(args: string[]) {
  const { problems, zip } = await makePackage(args);
  assert.deepEqual(problems, []);
  assert.ok(zip);
  return JSON.parse(String(unzip(zip).get('manifest.json')));
}

describe('making the package for Teams', () => {
  it('puts the manifest and both icons at the root of the zip, and nothing else', async () => {
    const { zip } = await makePackage(real);
    assert.ok(zip);
    assert.deepEqual([...unzip(zip).keys()].sort(), ['color.png', 'manifest.json', 'outline.png']);
  });

  it('carries the bot, the version and the pages that were asked for', async () => {
    const manifest = await manifestOf([
      ...real,
      '--version',
      '2.0.1',
      '--website',
      'https://larkfield.example',
      '--developer',
      'The "IT" team',
    ]);
    assert.equal(manifest.id, appId);
    assert.equal(manifest.bots[0].botId, appId);
    assert.equal(manifest.version, '2.0.1');
    assert.deepEqual(manifest.validDomains, ['bot.larkfield.example']);
    assert.equal(manifest.developer.name, 'The "IT" team');
    assert.equal(manifest.developer.privacyUrl, 'https://larkfield.example/privacy');
    assert.equal(manifest.name.short, 'Online Safety');
  });

  it('marks a package without a bot as a sample', async () => {
    assert.equal((await manifestOf([])).name.short, 'Online Safety (sample)');
  });

  it('makes the same bytes from the same inputs', async () => {
    assert.deepEqual((await makePackage(real)).zip, (await makePackage(real)).zip);
  });

  it('makes no zip when something is wrong', async () => {
    const { problems, zip } = await makePackage(['--app-id', 'our-bot', '--domain', 'https://larkfield.example']);
    assert.equal(zip, undefined);
    assert.ok(problems.some((problem) => problem.startsWith('--app-id')));
    assert.ok(problems.some((problem) => problem.startsWith('validDomains')));
  });

  it('wants the bot and its host together', async () => {
    await assert.rejects(makePackage(['--app-id', appId]), /--app-id and --domain together/);
    await assert.rejects(makePackage(['--domain', 'bot.larkfield.example']), /--app-id and --domain together/);
  });

  it('refuses an option that it does not know', async () => {
    await assert.rejects(makePackage(['--ap-id', appId]), /--ap-id/);
  });
});

describe('asking for the package on the command line', () => {
  const script = fileURLToPath(import.meta.resolve('#manifest/package.ts'));
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'package-'));
  });
  after(() => rm(folder, { recursive: true }));
  const ask = (args: string[]) =>
    spawnSync(process.execPath, [script, '--out', join(folder, 'made', 'x.zip'), ...args], { encoding: 'utf8' });

  it('with everything right, writes the zip and says what was checked', async () => {
    const { status, stdout } = ask(real);
    assert.equal(status, 0);
    assert.match(stdout, /Checked:\n {2}- Microsoft’s schema/);
    assert.match(stdout, /Pages that must exist: https:\/\/bot\.larkfield\.example /);
    assert.deepEqual(await readFile(join(folder, 'made', 'x.zip')), (await makePackage(real)).zip);
  });

  it('with something wrong, writes nothing, lists it and fails', async () => {
    await rm(join(folder, 'made'), { recursive: true, force: true });
    const { status, stderr } = ask([...real, '--version', 'new']);
    assert.equal(status, 1);
    assert.match(stderr, /^The package was not made\. Put these right:\n(.*\n)*? {2}- version: write three numbers/);
    await assert.rejects(readFile(join(folder, 'made', 'x.zip')), { code: 'ENOENT' });
  });

  it('with an option that it does not know, shows those that it does', () => {
    const { status, stderr } = ask(['--bot', appId]);
    assert.equal(status, 1);
    assert.match(stderr, /Use: npm run package -- --app-id/);
  });
});

describe('what the manifest offers', () => {
  const titles = (list: { commands: { title: string }[] }) => list.commands.map((command) => command.title);
  const everywhere = ['report', 'my reports', 'what happens to a report?', 'help'];

  it('is the same four commands everywhere; training and set up only in a chat with the bot', async () => {
    const lists: { scopes: string[]; commands: { title: string }[] }[] = (await manifestOf([])).bots[0].commandLists;
    assert.deepEqual(Object.fromEntries(lists.map((list) => [String(list.scopes), titles(list)])), {
      personal: [...everywhere.slice(0, -1), 'my training', 'training', 'remind', 'reminders', 'help', 'set up'],
      team: everywhere,
      groupChat: everywhere,
    });
  });

  it('is a report from the compose box and from a message, each in a dialog that the bot draws', async () => {
    const { commands } = (await manifestOf([])).composeExtensions[0];
    const shown = commands.map((c: { id: string; context: string[]; fetchTask: boolean }) => [c.id, c.context, c.fetchTask]);
    assert.deepEqual(shown, [
      ['report', ['compose', 'commandBox'], true],
      ['report-message', ['message'], true],
    ]);
  });

  it('asks for no consent to read chats, channels or files, and takes the files that people send it', async () => {
    const manifest = await manifestOf([]);
    assert.equal(manifest.authorization, undefined);
    assert.equal(manifest.webApplicationInfo, undefined);
    assert.equal(manifest.bots[0].supportsFiles, true);
    assert.deepEqual(manifest.permissions, ['identity', 'messageTeamMembers']);
  });
});
