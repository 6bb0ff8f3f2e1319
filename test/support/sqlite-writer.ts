/**
 * A process of its own that writes to a shared file until it is killed or has written enough:
 * `node sqlite-writer.ts <file> <name> <how many>`. Each document that is safe is named on a line of standard output.
 */
import { writeSync } from 'node:fs';
import { createSqliteStore } from '#stores/sqlite.ts';

const [file = '', name = '', count = '0'] = process.argv.slice(2);
const { records, close } = createSqliteStore(file);
for (let n = 0; n < Number(count); n += 1) {
  const id = `incident.${name}-${n}` as const;
  const doc = { school: 'oak-primary', kind: 'incident' as const, id, index: {}, body: { n } };
  await records.create(doc, { wake: { school: 'oak-primary', id } });
  writeSync(1, `${id}\n`);
}
await close();
