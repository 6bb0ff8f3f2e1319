import { enableCompileCache } from 'node:module';

// Most of a start is compiling; what was compiled last time is read back. Only what is loaded afterwards gains by it.
enableCompileCache();
const [{ createApp }, { readConfig }, { createLog, errorKind }, { newId }] = await Promise.all([
  import('./app.ts'),
  import('./config.ts'),
  import('./log.ts'),
  import('./new-id.ts'),
]);

const log = createLog('info');
const config = readConfig(process.env);

if ('problems' in config) {
  // To the person who starts it, in full; the log gets the count only.
  process.stderr.write(`Online Safety cannot start:\n${config.problems.map((problem) => `- ${problem}\n`).join('')}`);
  log.error('service.start-refused', { count: config.problems.length });
  process.exitCode = 1;
} else {
  const app = await createApp({ config, now: () => new Date().toISOString(), newId, log });
  log.info('service.started', { port: await app.listen() });
  const stop = async () => {
    log.info('service.stopping');
    await app.close().catch((error: unknown) => log.error('service.stopping', { error: errorKind(error) }));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
