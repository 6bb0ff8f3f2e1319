import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { readConfig } from '#bot/config.ts';

const env = (path: string) => parseEnv(readFileSync(join(import.meta.dirname, '..', 'env', path), 'utf8'));

describe('env/.env.local', () => {
  it('works as it stands', () => {
    const read = readConfig(env('.env.local'));
    assert.ok(!('problems' in read));
    const { profile, host, port, bot, store } = read;
    assert.deepEqual(
      [profile, host, port, bot, store],
      ['local', '127.0.0.1', 3978, undefined, { kind: 'sqlite', file: 'online-safety.sqlite' }],
    );
  });
});

describe('env/.env.example', () => {
  it('names every variable that the configuration reads, and no other', () => {
    const seen = new Set<string>();
    const get = (all: Record<string, string | undefined>, name: string) => {
      seen.add(name);
      return all[name];
    };
    const stores = [{ STORE: 'sqlite' }, { STORE: 'cosmos' }];
    for (const variables of stores) readConfig(new Proxy<Record<string, string | undefined>>(variables, { get }));
    assert.deepEqual(Object.keys(env('.env.example')).sort(), [...seen].sort());
  });
});
