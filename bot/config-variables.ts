import type { z } from 'zod';

export type Env = Record<string, string | undefined>;

/** Reads one variable; when it is wrong, adds the advice to the problems and gives undefined. */
export type Take = <T>(name: string, schema: z.ZodType<T>, advice: string) => T | undefined;

/** Where every problem goes: a sentence that names the variable and what to put, never the value, which may be a secret. */
export type Problems = string[];

export function taker(env: Env, problems: Problems): Take {
  return (name, schema, advice) => {
    const read = schema.safeParse(present(env, name));
    if (!read.success) problems.push(`${name}: ${advice}`);
    return read.data;
  };
}

/** A variable set to nothing counts as not set: that is how `.env` files are left half filled. */
export function present(env: Env, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}
