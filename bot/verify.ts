import { readFile } from 'node:fs/promises';
import { brokenChains } from '#stores/broken-chains.ts';
import { readConfig } from './config.ts';
import { parseSchoolFile } from './graph/school-file.ts';
import { createLog } from './log.ts';
import { loggable } from './loggable.ts';
import { openStore } from './open-store.ts';

// `npm run verify`: was any record rewritten? Ends with 1 when one was; reads only, and may run beside the service.
const log = createLog('info');
const config = readConfig(process.env);
if ('problems' in config) {
  log.error('service.start-refused', { count: config.problems.length });
  process.exitCode = 1;
} else {
  const { school } = parseSchoolFile(JSON.parse(await readFile(config.schoolFile, 'utf8')));
  const store = await openStore(config.store);
  const broken = await brokenChains(store.records, school);
  for (const { id, why } of broken) log.error('records.rewritten', { document: loggable(id), reason: why });
  log.info('records.checked', { count: broken.length });
  if (broken.length > 0) process.exitCode = 1;
  await store.close();
}
