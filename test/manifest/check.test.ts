import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PNG } from 'pngjs';
import { checkPackage, type PackageParts } from '#manifest/check.ts';
import { fill } from '#manifest/fill.ts';

const appId = '5f0c1d2e-3a4b-4c5d-8e6f-708192a3b4c5';
const file = (name: string) => readFileSync(new URL(import.meta.resolve(`#manifest/${name}`)));
const schema: object = createRequire(import.meta.url)('@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json');
const icon = (name: string) => PNG.sync.read(file(name));

type Json = ReturnType<typeof JSON.parse>;

function parts(): PackageParts & { manifest: Json } {
  const text = file('manifest.json').toString();
  const manifest = JSON.parse(
    fill(text, {
      APP_ID: appId,
      VERSION: '1.4.0',
      DOMAIN: 'bot.larkfield.example',
      DEVELOPER: 'Larkfield "IT" team',
      WEBSITE: 'https://larkfield.example',
      PRIVACY: 'https://larkfield.example/privacy',
      TERMS: 'https://larkfield.example/terms',
      MARK: '',
    }),
  );
  return { manifest, schema, icons: { color: icon('color.png'), outline: icon('outline.png') }, appId };
}

const faults: { what: string; breaks: (p: ReturnType<typeof parts>) => void; says: RegExp }[] = [
  { what: 'an id that is not the app id given', breaks: (p) => (p.appId = appId.replace('5', '6')), says: /^botId: it must be the app id/ },
  { what: 'an app id that is not a GUID', breaks: (p) => (p.appId = 'our-bot'), says: /^--app-id: give the application/ },
  {
    what: 'another id in the compose box',
    breaks: (p) => (p.manifest.composeExtensions[0].botId = appId.replace('5', '6')),
    says: /^botId:/,
  },
  { what: 'a package without a bot', breaks: (p) => delete p.manifest.bots, says: /^bots: name the bot/ },
  { what: 'a version of two numbers', breaks: (p) => (p.manifest.version = '1.4'), says: /^version: write three numbers/ },
  { what: 'a version with a zero in front', breaks: (p) => (p.manifest.version = '1.04.0'), says: /^version: write three numbers/ },
  {
    what: 'a domain with a scheme',
    breaks: (p) => p.manifest.validDomains.push('https://x.example'),
    says: /^validDomains:.*https:\/\/x\.example$/,
  },
  { what: 'a domain with a path', breaks: (p) => p.manifest.validDomains.push('x.example/bot'), says: /^validDomains: write a host alone/ },
  {
    what: 'a team bot silent on channels',
    breaks: (p) => delete p.manifest.supportsChannelFeatures,
    says: /^supportsChannelFeatures: write "tier1"/,
  },
  { what: 'a scope in the wrong case', breaks: (p) => (p.manifest.bots[0].scopes[2] = 'groupchat'), says: /bots\.0\.scopes\.2.*groupChat/ },
  {
    what: 'a scope without commands',
    breaks: (p) => p.manifest.bots[0].commandLists.pop(),
    says: /^commandLists: groupChat needs one list.*has 0/,
  },
  { what: 'a scope with two lists', breaks: (p) => p.manifest.bots[0].commandLists[1].scopes.push('personal'), says: /personal.*has 2/ },
  {
    what: 'too many commands',
    breaks: (p) => p.manifest.bots[0].commandLists[0].commands.push(...manyCommands()),
    says: /commands: must NOT have more than 12/,
  },
  {
    what: 'a command twice',
    breaks: (p) => p.manifest.bots[0].commandLists[0].commands.push({ title: 'help', description: 'x' }),
    says: /is there twice/,
  },
  {
    what: 'a command that is not explained',
    breaks: (p) => delete p.manifest.bots[0].commandLists[0].commands[0].description,
    says: /^commandLists: say what/,
  },
  {
    what: 'a context that Teams does not know',
    breaks: (p) => (p.manifest.composeExtensions[0].commands[1].context = ['messages']),
    says: /context\.0.*message/,
  },
  {
    what: 'two actions with one id',
    breaks: (p) => (p.manifest.composeExtensions[0].commands[1].id = 'report'),
    says: /two commands have the same id/,
  },
  {
    what: 'an action that opens nothing',
    breaks: (p) => delete p.manifest.composeExtensions[0].commands[0].fetchTask,
    says: /^composeExtensions: report opens nothing/,
  },
  {
    what: 'a property of the preview',
    breaks: (p) => (p.manifest.bots[0].supportsSessions = true),
    says: /bots\.0: must NOT have additional.*supportsSessions/,
  },
  { what: 'a name that is too long', breaks: (p) => (p.manifest.name.short += ' for all our schools'), says: /name\.short/ },
  { what: 'a token that nothing fills', breaks: (p) => (p.manifest.name.full = '${{SCHOOL}}'), says: /nothing fills \$\{\{SCHOOL\}\}/ },
  { what: 'an icon by another name', breaks: (p) => (p.manifest.icons.color = 'colour.png'), says: /^icons: / },
  {
    what: 'a colour icon of the wrong size',
    breaks: (p) => (p.icons.color = { ...p.icons.color, width: 96 }),
    says: /^color\.png: make it 192 by 192 pixels; it is 96/,
  },
  {
    what: 'a colour icon with a see-through pixel',
    breaks: (p) => (p.icons.color.data[3] = 254),
    says: /^color\.png: fill the whole square/,
  },
  { what: 'the colour icon as the outline', breaks: (p) => (p.icons.outline = p.icons.color), says: /^outline\.png: draw with white only/ },
  { what: 'an outline on a white ground', breaks: (p) => p.icons.outline.data.fill(255), says: /^outline\.png: leave the background/ },
  { what: 'an empty outline', breaks: (p) => p.icons.outline.data.fill(0), says: /^outline\.png: nothing is drawn/ },
];
const manyCommands = () => Array.from({ length: 12 }, (_, i) => ({ title: `more ${i}`, description: 'x' }));

describe('checking a package before it goes to Teams', () => {
  it('finds nothing wrong with ours', () => assert.deepEqual(checkPackage(parts()), []));

  for (const { what, breaks, says } of faults) {
    it(`refuses ${what}, and says what to change`, () => {
      const broken = parts();
      breaks(broken);
      const problems = checkPackage(broken);
      assert.ok(
        problems.some((problem) => says.test(problem)),
        `said instead: ${problems.join(' | ')}`,
      );
    });
  }

  it('names every fault at once', () => {
    const broken = parts();
    broken.manifest.version = 'new';
    delete broken.manifest.supportsChannelFeatures;
    broken.icons.color.data[3] = 0;
    assert.equal(checkPackage(broken).filter((p) => /^(version|supportsChannelFeatures|color\.png):/.test(p)).length, 3);
  });

  it('refuses what is not an object', () =>
    assert.deepEqual(checkPackage({ ...parts(), manifest: [] }), ['manifest.json: it must hold one JSON object']));
});
