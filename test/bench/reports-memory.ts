import type { Figure } from './figure.ts';
import { fire } from './load.ts';
import { startWhole } from './reports-speed.ts';
import { freshKeys, requestsTo } from './requests.ts';

const reports = 10_000;

/**
 * What the process holds after ten thousand reports at full speed, far more than may be told in that time: the alerts wait, and
 * they must wait in the store and not in memory. After the first report and at the end, each time after the rubbish was collected.
 */
export async function* memory(serviceUrl: string): AsyncGenerator<Figure> {
  const server = await startWhole(serviceUrl);
  try {
    const { submit } = requestsTo(serviceUrl);
    await fire(server.url, freshKeys(1).map(submit));
    const first = await server.memory();
    const { perSecond } = await fire(server.url, freshKeys(reports).map(submit));
    const last = await server.memory();
    const mebibytes = (bytes: number) => bytes / 1024 / 1024;
    yield { name: 'memory: resident after the first report', unit: 'MiB', rounds: [mebibytes(first.resident)] };
    yield { name: `memory: resident after ${reports} reports`, unit: 'MiB', rounds: [mebibytes(last.resident)] };
    yield { name: 'memory: resident, growth', unit: 'ratio', rounds: [last.resident / first.resident], aim: { is: '<=', value: 1.5 } };
    yield { name: 'memory: heap, growth', unit: 'ratio', rounds: [last.heap / first.heap], aim: { is: '<=', value: 1.5 } };
    yield { name: 'memory: reports meanwhile', unit: 'a second', rounds: [perSecond] };
  } finally {
    await server.stop();
  }
}
