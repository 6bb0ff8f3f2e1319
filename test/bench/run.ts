import { broadcast } from './broadcast.ts';
import { dueDates } from './due-dates.ts';
import type { Figure } from './figure.ts';
import { asJson, asRow, heading } from './print.ts';
import { reports } from './reports.ts';

/**
 * `npm run bench` measures everything, `npm run bench -- reports` one part; `--json` prints one object a line. A benchmark,
 * not a test: what it says depends on the machine, so it ends well whatever it finds.
 */
const parts: Record<string, () => AsyncIterable<Figure>> = { broadcast, 'due-dates': dueDates, reports };

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const json = process.argv.includes('--json');
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  process.stderr.write(`There is no part called ${unknown.join(', ')}. There is: ${Object.keys(parts).join(', ')}.\n`);
  process.exit(1);
}
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  if (!json) process.stdout.write(`\n${name}\n${heading}\n`);
  for await (const figure of measure()) process.stdout.write(`${json ? asJson(figure) : asRow(figure)}\n`);
}
