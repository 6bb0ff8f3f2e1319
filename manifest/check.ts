import draft04, { type ErrorObject } from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { iconProblems, type Picture } from './icons.ts';

/** Everything that goes into a package. `schema` is Microsoft's, for the version that the manifest names. */
export type PackageParts = { manifest: unknown; schema: object; icons: { color: Picture; outline: Picture }; appId: string };

const commandList = z.object({
  scopes: z.array(z.string()),
  commands: z.array(z.object({ title: z.string(), description: z.string().optional() })),
});
const extensionCommand = z.object({
  id: z.string(),
  type: z.string().optional(),
  fetchTask: z.boolean().optional(),
  parameters: z.array(z.unknown()).optional(),
});

// Only what the rules below look at: the schema speaks for the rest, and a part of the wrong shape is left to it.
const looked = z.object({
  manifestVersion: z.string().catch(''),
  version: z.string().catch(''),
  supportsChannelFeatures: z.string().optional().catch(undefined),
  icons: z.object({ color: z.string(), outline: z.string() }).catch({ color: '', outline: '' }),
  validDomains: z.array(z.string()).catch([]),
  bots: z.array(z.object({ botId: z.string(), scopes: z.array(z.string()), commandLists: z.array(commandList).catch([]) })).catch([]),
  composeExtensions: z.array(z.object({ botId: z.string(), commands: z.array(extensionCommand).catch([]) })).catch([]),
});
type Looked = z.infer<typeof looked>;

/** All that is wrong with a package, each line saying what to change; empty when Teams should take it. */
export function checkPackage({ manifest, schema, icons, appId }: PackageParts): string[] {
  const seen = looked.safeParse(manifest);
  if (!seen.success) return ['manifest.json: it must hold one JSON object'];
  return [
    ...schemaProblems(manifest, schema),
    ...unfilledProblems(manifest),
    ...identityProblems(seen.data, appId),
    ...hostProblems(seen.data),
    ...scopeProblems(seen.data),
    ...commandProblems(seen.data),
    ...iconProblems(icons),
  ];
}

const ajv = new draft04.default({ strict: false, allErrors: true });
addFormats.default(ajv);

function schemaProblems(manifest: unknown, schema: object): string[] {
  const valid = ajv.compile(schema);
  return valid(manifest) ? [] : (valid.errors ?? []).map(inWords);
}

function inWords({ instancePath, keyword, message, params }: ErrorObject): string {
  const where = instancePath === '' ? 'manifest.json' : `manifest.json at ${instancePath.slice(1).replaceAll('/', '.')}`;
  // Why: a pattern in brackets and slashes tells a school's technician nothing; the rules below say how ids and hosts are written.
  if (keyword === 'pattern') return `${where}: this is not written in the form that Teams asks for`;
  const detail = params.allowedValues ?? params.additionalProperty ?? params.allowedValue;
  return `${where}: ${message}${detail === undefined ? '' : ` (${[detail].flat().join(', ')})`}`;
}

function unfilledProblems(manifest: unknown): string[] {
  const left = new Set(JSON.stringify(manifest).match(/\$\{\{\w*\}\}/g) ?? []);
  return [...left].map((token) => `manifest.json: nothing fills ${token}; correct its name or add it to fill.ts`);
}

const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function identityProblems(seen: Looked, appId: string): string[] {
  const problems = [];
  if (!guid.test(appId)) problems.push('--app-id: give the application (client) id from Entra; it has the form 8-4-4-4-12 of 0-9 and a-f');
  const bots = [...seen.bots, ...seen.composeExtensions];
  if (seen.bots.length === 0) problems.push('bots: name the bot');
  if (bots.some((bot) => bot.botId !== appId))
    problems.push('botId: it must be the app id that was given, in bots and in composeExtensions');
  if (!/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(seen.version)) problems.push('version: write three numbers, such as 1.4.0');
  if (seen.icons.color !== 'color.png' || seen.icons.outline !== 'outline.png')
    problems.push('icons: the package carries color.png and outline.png; name those');
  return problems;
}

const host = /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;

function hostProblems({ validDomains }: Looked): string[] {
  return validDomains
    .filter((domain) => !host.test(domain))
    .map((domain) => `validDomains: write a host alone, without https:// or a path: ${domain}`);
}

function scopeProblems(seen: Looked): string[] {
  // Why: since manifest 1.25 the upload, not the schema, refuses a bot for teams that does not say so.
  const needsTier = Number(seen.manifestVersion.split('.')[1]) >= 25 && seen.bots.some((bot) => bot.scopes.includes('team'));
  const problems =
    needsTier && seen.supportsChannelFeatures !== 'tier1'
      ? ['supportsChannelFeatures: write "tier1"; Teams refuses a bot for teams without it']
      : [];
  const listed = seen.bots.flatMap((bot) => bot.commandLists.flatMap((list) => list.scopes));
  for (const name of seen.bots.flatMap((bot) => bot.scopes)) {
    const times = listed.filter((each) => each === name).length;
    if (times !== 1) problems.push(`commandLists: ${name} needs one list of commands; it has ${times}`);
  }
  return problems;
}

function commandProblems(seen: Looked): string[] {
  const problems = [];
  for (const list of seen.bots.flatMap((bot) => bot.commandLists)) {
    if (repeated(list.commands.map((command) => command.title)))
      problems.push(`commandLists: a command for ${list.scopes.join(', ')} is there twice`);
    if (list.commands.some((command) => !command.description))
      problems.push(`commandLists: say what each command for ${list.scopes.join(', ')} does`);
  }
  const actions = seen.composeExtensions.flatMap((extension) => extension.commands);
  if (repeated(actions.map((action) => action.id))) problems.push('composeExtensions: two commands have the same id');
  for (const action of actions.filter((each) => each.type === 'action' && !each.fetchTask && each.parameters === undefined)) {
    problems.push(`composeExtensions: ${action.id} opens nothing; set fetchTask to true or give it parameters`);
  }
  return problems;
}

const repeated = (names: string[]) => new Set(names).size !== names.length;
