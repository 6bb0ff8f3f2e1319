import { createApp } from '#bot/app.ts';
import { readConfig } from '#bot/config.ts';
import { createLog } from '#bot/log.ts';
import { newId } from '#bot/new-id.ts';
import { movableClock } from '#test/support/clock.ts';
import { serveParent } from './child-side.ts';

/** This bot as `bot/index.ts` starts it, except for its clock: a school day in term, whenever it is measured. */
const config = readConfig(process.env);
if ('problems' in config) throw new Error(config.problems.join('\n'));
const clock = movableClock('2026-11-23T10:00:00.000Z', { running: true });
const app = await createApp({ config, now: clock.now, newId, log: createLog('info') });
serveParent(await app.listen());
