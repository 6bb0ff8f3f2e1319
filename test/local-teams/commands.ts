import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const Manifest = z.object({
  bots: z.array(
    z.object({
      supportsFiles: z.boolean(),
      commandLists: z.array(
        z.object({ scopes: z.array(z.string()), commands: z.array(z.object({ title: z.string(), description: z.string() })) }),
      ),
    }),
  ),
  composeExtensions: z.array(
    z.object({
      commands: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          description: z.string(),
          context: z.array(z.string()).default(['compose', 'commandBox']),
        }),
      ),
    }),
  ),
});

export type Commands = {
  /** Whether the app takes files in the chat with it. */
  files: boolean;
  /** Things to write to the bot. */
  prompts: { scope: string; title: string; description: string }[];
  actions: { id: string; title: string; description: string; context: string[] }[];
};

/** What the app's own manifest offers in Teams, read afresh so that the page shows it as it stands. */
export async function readCommands(): Promise<Commands> {
  const text = await readFile(new URL(import.meta.resolve('#manifest/manifest.json')), 'utf8');
  const { bots, composeExtensions } = Manifest.parse(JSON.parse(text));
  const lists = bots.flatMap(({ commandLists }) => commandLists);
  return {
    files: bots.some(({ supportsFiles }) => supportsFiles),
    prompts: lists.flatMap(({ scopes, commands }) => scopes.flatMap((scope) => commands.map((command) => ({ scope, ...command })))),
    actions: composeExtensions.flatMap(({ commands }) => commands),
  };
}
