import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PNG } from 'pngjs';
import { ZipFile } from 'yazl';
import { checkPackage } from './check.ts';
import { fill, type Values } from './fill.ts';

const here = import.meta.dirname;
const sampleId = '00000000-0000-4000-8000-000000000000';
const usage = 'npm run package -- --app-id <id> --domain <host> [--version --developer --website --privacy --terms --out]';

type Packed = { problems: string[]; zip?: Buffer; values: Values; checked: string[]; file: string };

/** Fills, checks and zips the manifest beside this file. There is no zip when there are problems. Throws on an unknown argument. */
export async function makePackage(args: string[]): Promise<Packed> {
  const { values, file } = await asked(args);
  const text = fill(await readFile(join(here, 'manifest.json'), 'utf8'), values);
  const [color, outline] = await Promise.all([readFile(join(here, 'color.png')), readFile(join(here, 'outline.png'))]);
  const manifest: unknown = JSON.parse(text);
  const problems = checkPackage({
    manifest,
    schema: schemaFor(manifest),
    icons: { color: PNG.sync.read(color), outline: PNG.sync.read(outline) },
    appId: values.APP_ID,
  });
  const checked = [
    'Microsoft’s schema',
    'ids, version and host',
    'scopes, commands and where they show',
    'icons: size, colours and background',
  ];
  if (problems.length > 0) return { problems, values, checked, file };
  const zip = await zipped({ 'manifest.json': Buffer.from(text), 'color.png': color, 'outline.png': outline });
  return { problems, zip, values, checked, file };
}

async function asked(args: string[]): Promise<{ values: Values; file: string }> {
  const text = { type: 'string' } as const;
  const options = { 'app-id': text, domain: text, version: text, developer: text, website: text, privacy: text, terms: text, out: text };
  const given = parseArgs({ args, options }).values;
  // Why: half of a real package is worse than a sample, because nothing in Teams says why its dialogs stay shut.
  if ((given['app-id'] === undefined) !== (given.domain === undefined))
    throw new Error('give --app-id and --domain together, or neither for a sample');
  const domain = given.domain ?? 'online-safety.example';
  const website = given.website ?? `https://${domain}`;
  const values = {
    APP_ID: given['app-id'] ?? sampleId,
    VERSION: given.version ?? (await versionOfProject()),
    DOMAIN: domain,
    DEVELOPER: given.developer ?? 'Online Safety',
    WEBSITE: website,
    PRIVACY: given.privacy ?? `${website}/privacy`,
    TERMS: given.terms ?? `${website}/terms`,
    MARK: given['app-id'] === undefined ? ' (sample)' : '',
  };
  return { values, file: resolve(given.out ?? join(here, 'build', 'online-safety.zip')) };
}

async function versionOfProject(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(here, '..', 'package.json'), 'utf8')) as { version: string };
  return version;
}

function schemaFor(manifest: unknown): object {
  const { manifestVersion } = manifest as { manifestVersion?: string };
  try {
    return createRequire(import.meta.url)(
      `@microsoft/app-manifest/build/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json`,
    );
  } catch (cause) {
    throw new Error(`manifestVersion: @microsoft/app-manifest carries no schema ${manifestVersion}; use 1.30 or update it`, { cause });
  }
}

async function zipped(files: Record<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  // Why: one fixed time, so that the same inputs give the same bytes.
  for (const [name, content] of Object.entries(files)) zip.addBuffer(content, name, { mtime: new Date(2020, 0, 1) });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function run(args: string[]): Promise<number> {
  const { problems, zip, values, checked, file } = await makePackage(args);
  if (zip === undefined) {
    console.error(['The package was not made. Put these right:', ...problems.map((problem) => `  - ${problem}`)].join('\n'));
    return 1;
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, zip);
  console.log(
    ['Checked:', ...checked.map((each) => `  - ${each}`), `Made ${file} (version ${values.VERSION}, bot ${values.APP_ID})`].join('\n'),
  );
  console.log(`Pages that must exist: ${values.WEBSITE} ${values.PRIVACY} ${values.TERMS}`);
  if (values.MARK !== '') console.log(`This is a sample, to look at: no bot has its id. For a real one: ${usage}`);
  return 0;
}

if (import.meta.main) {
  process.exitCode = await run(process.argv.slice(2)).catch((error: Error) => {
    console.error(`The package was not made: ${error.message}\nUse: ${usage}`);
    return 1;
  });
}
