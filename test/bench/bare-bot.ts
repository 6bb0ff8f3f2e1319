import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { type Request as BotRequest, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import restify, { type Request, type Response } from 'restify';
import { serveParent } from './child-side.ts';

/**
 * The least that a bot of these packages can be: restify, Microsoft's adapter, and a ready answer as big as this bot's own to
 * the same request. With INSERT it first puts a document as big as this bot's own into a SQLite file, as durably as this bot does.
 */
type Asked = { data?: { verb?: string }; action?: { verb?: string } };

const samples: Record<string, { answer: unknown; stored: unknown }> = JSON.parse(readFileSync(process.env['SAMPLES'] ?? '', 'utf8'));
const keep = process.env['INSERT'] === 'yes' ? openTable(process.env['SQLITE_FILE'] ?? '') : () => {};

function openTable(file: string): (text: string) => void {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE kept (body TEXT NOT NULL)');
  const insert = db.prepare('INSERT INTO kept (body) VALUES (?)');
  return (text) => void insert.run(text);
}

async function turn(context: TurnContext): Promise<void> {
  const asked = context.activity.value as Asked;
  const sample = samples[asked.data?.verb ?? asked.action?.verb ?? ''];
  keep(JSON.stringify(sample?.stored ?? {}));
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: sample?.answer } });
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (req: Request, res: Response) => adapter.process(req as BotRequest, res, turn));
server.listen(0, '127.0.0.1', () => serveParent((server.address() as AddressInfo).port));
