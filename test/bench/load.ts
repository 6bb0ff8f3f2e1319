import { Agent, request } from 'node:http';
import { quantile } from './spread.ts';

/** Requests a second, and milliseconds to the last byte of the answer. */
export type Speed = { perSecond: number; p50: number; p99: number };

/** `expects` is part of every right answer: a benchmark of refusals would be a fast one. */
export type Shot = { body: string; expects: string };

export const connections = 16;

/** Sends all shots over kept connections, sixteen at a time, and rejects when one is not answered as it should be. */
export async function fire(url: string, shots: readonly Shot[]): Promise<Speed> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const waiting = shots.values();
  const began = performance.now();
  const line = async () => {
    for (const shot of waiting) {
      const sent = performance.now();
      const answer = await post(url, shot.body, agent);
      times.push(performance.now() - sent);
      check(answer, shot);
    }
  };
  await Promise.all(Array.from({ length: connections }, line));
  const seconds = (performance.now() - began) / 1_000;
  agent.destroy();
  return { perSecond: shots.length / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

function check(answer: string, { expects }: Shot): void {
  if (!answer.includes(expects)) throw new Error(`An answer has no "${expects}": ${answer.slice(0, 300)}`);
}

/** The status and the body of the answer. */
export function post(url: string, body: string, agent?: Agent): Promise<string> {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: 'POST', headers, ...(agent === undefined ? {} : { agent }) }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve(`${response.statusCode} ${Buffer.concat(parts).toString()}`));
      response.on('error', reject);
    });
    sending.on('error', reject);
    sending.end(body);
  });
}
