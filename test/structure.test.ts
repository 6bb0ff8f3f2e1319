import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

// What neither the compiler nor Biome can say about this project. Which folder calls which is in layers.test.ts; the console and the environment are Biome's.

type Rule = {
  name: string;
  in: RegExp;
  except?: RegExp;
  forbid: RegExp;
  /** A line that the rule must catch, so that a rule that catches nothing is noticed. */
  such: string;
};

const rules: Rule[] = [
  {
    name: 'the clock and ids are passed in',
    in: /^(bot\/(domain|features)|cards)\//,
    forbid: /new Date\(\)|Date\.now\(|randomUUID\(|Math\.random\(|DateTime\.(now|utc|local)\(\)/,
    such: 'const at = DateTime.now();',
  },
  {
    name: 'imports never climb',
    in: /\.ts$/,
    forbid: /(from|import\() ?'\.\.\//,
    such: "import { card } from '../cards/parts.ts';",
  },
  {
    name: 'no module keeps state that changes',
    in: /^(bot|cards)\//,
    forbid: /^(export )?(let\b|const \w+(: [^=]+)? = (new (Map|Set)(<[^;]*>)?\(\)|\[\]|\{\});)/m,
    such: 'const seen = new Map<string, number>();',
  },
  {
    name: 'only bot/log.ts writes to the output, and what is a process of its own to whoever starts it',
    in: /^(bot|cards)\//,
    except: /^bot\/(log|index|features\/export\/xlsx-process)\.ts$/,
    forbid: /process\.std(out|err)/,
    such: "process.stdout.write('x')",
  },
  {
    // Only where no browser is, and never under CI, are the browser tests passed over.
    name: 'no test is skipped or singled out',
    in: /^test\/(?!support\/browser\.ts$)/,
    forbid: /\b(describe|it|context|this)\.(skip|only)\(|\bx(it|describe)\(/,
    such: 'this.skip();',
  },
  {
    name: 'test names say what is true',
    in: /^test\//,
    forbid: /\b(it|describe)\((['"`]).*\bshould\b.*\2,/,
    such: "it('should answer', () => {});",
  },
  {
    name: 'nothing is left to do later, and no path belongs to one machine',
    in: /./,
    forbid: /\b(TODO|FIXME|XXX)\b|(?<![\w.])\/(home|Users|root|work)\/|\b[A-Z]:\\\w/,
    such: "open('/home/ann/notes')",
  },
];

/** Longer than 200 lines, and why that is better than two files. */
const longFiles: Record<string, string> = {};

/** Declared but never named in code: what uses each. */
const usedOtherwise: Record<string, string> = {
  '@biomejs/biome': 'npm run lint',
  ajv: 'a peer of ajv-draft-04',
  mocha: 'npm test',
  node: 'runs every npm script',
  openai: 'a peer of @microsoft/teams-ai',
  typescript: 'npm run types',
};

const root = join(import.meta.dirname, '..');
const folders = ['bot', 'cards', 'env', 'infra', 'manifest', 'test'];
const made = /^(manifest\/build|test\/browser\/shots)\/|\/node_modules\/|\.(sqlite.*|log)$|\/\.env\.user$/;
const files = folders
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap(filesIn)
  .filter((path) => !made.test(path));
const isText = /\.(ts|js|mjs|json|md|html|css|bicep|sh)$|\/\.env[^/]*$/;
const texts = new Map(files.filter((path) => isText.test(path)).map((path) => [path, readFileSync(join(root, path), 'utf8')]));
const code = [...texts].filter(([path]) => path.endsWith('.ts'));

describe('the shape of the project', () => {
  for (const { name, in: where, except, forbid, such } of rules) {
    it(name, () => {
      assert.match(such, forbid);
      // Why: this file quotes what it forbids.
      const looked = [...texts].filter(([path]) => where.test(path) && !except?.test(path) && path !== 'test/structure.test.ts');
      assert.deepEqual(
        looked.flatMap(([path, text]) => places(path, text, forbid)),
        [],
      );
    });
  }

  it('files and folders have kebab-case names that tell their job', () => {
    const segment = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
    const vague = /(^|-)(utils?|helpers?|common|misc|managers?)(\.|$)/;
    const wrong = (part: string) => !(segment.test(part) || part === 'README.md' || part === 'Dockerfile') || vague.test(part);
    assert.deepEqual(
      files.filter((path) => path.split('/').some(wrong)),
      [],
    );
  });

  it('nothing is called index but what starts the bot and what starts Local Teams', () => {
    const starts = ['bot/index.ts', 'test/local-teams/index.ts'];
    assert.deepEqual(
      files.filter((path) => path.endsWith('/index.ts') && !starts.includes(path)),
      [],
    );
  });

  it('files stay under 200 lines, or say here why not', () => {
    const long = code.filter(([path, text]) => text.split('\n').length > 201 && !(path in longFiles));
    assert.deepEqual(
      long.map(([path, text]) => `${path}: ${text.split('\n').length - 1}`),
      [],
    );
  });
});

describe('the packages that the project uses', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const imports = code.flatMap(([path, text]) => packagesIn(text).map((name) => ({ path, name })));
  const isProduct = (path: string) => /^(bot|cards)\//.test(path);

  it('are declared, and as more than a tool where the product itself needs them', () => {
    const missing = imports.filter(({ path, name }) => !(name in dependencies || (!isProduct(path) && name in devDependencies)));
    assert.deepEqual(
      missing.map(({ path, name }) => `${path}: ${name}`),
      [],
    );
  });

  it('are all used', () => {
    const named = (name: string) =>
      code.some(([, text]) => ["'", '`'].some((q) => text.includes(`${q}${name}${q}`) || text.includes(`${q}${name}/`)));
    const declared = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith('@types/'));
    assert.deepEqual(
      declared.filter((name) => !(name in usedOtherwise) && !named(name)),
      [],
    );
  });
});

function filesIn(folder: string): string[] {
  const all = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return all.map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
}

/** Every place where a pattern occurs, as `path:line: text`. */
function places(path: string, text: string, pattern: RegExp): string[] {
  const all = text.matchAll(new RegExp(pattern, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`));
  return [...all].map((match) => {
    const line = text.slice(0, match.index).split('\n').length;
    return `${path}:${line}: ${match[0].trim()}`;
  });
}

/** Names of the npm packages that a text imports, types included: `@a/b/c` is `@a/b`. */
function packagesIn(text: string): string[] {
  const from = text.matchAll(/^(?:import|export) (?:type )?(?:[\w*{][^;'"]*? from )?'([^'./#:]+[^':]*)'|import\('([^'./#:]+[^':]*)'\)/gm);
  return [...from].map((match) => (match[1] ?? match[2] ?? '').match(/^(@[^/]+\/)?[^/]+/)?.[0] ?? '');
}
