import { readFileSync } from 'node:fs';
import { createApp } from '#bot/app.ts';
import { parseSchoolFile } from '#bot/graph/school-file.ts';
import { createLog } from '#bot/log.ts';
import { newId } from '#bot/new-id.ts';
import { movableClock } from '#test/support/clock.ts';
import { configFor } from '#test/support/school.ts';
import { openPlace, type StorePlace } from './broadcast-store.ts';
import { serveParent } from './child-side.ts';

export type BotOrders = { place: StorePlace; serviceUrl: string; schoolFile: string; now: string };

/** The whole bot on a school day in term, whenever it is measured. */
const { place, serviceUrl, schoolFile, now } = JSON.parse(process.argv[2] ?? '{}') as BotOrders;
const app = await createApp({
  config: configFor(serviceUrl),
  schoolFile: parseSchoolFile(JSON.parse(readFileSync(schoolFile, 'utf8'))),
  now: movableClock(now, { running: true }).now,
  newId,
  log: createLog('silent'),
  store: await openPlace(place),
});
serveParent(await app.listen());
