import type { Config } from '#bot/config.ts';
import { readConfig } from '#bot/config.ts';

export const tenant = '7E1F5A00-0000-4000-8000-00000000C0DE';
/** The fewest variables of a bot in production, on one machine; ids as somebody may type them. */
export const production = {
  MICROSOFT_APP_ID: 'b07b07b0-0000-4000-8000-000000000b07',
  MICROSOFT_APP_TYPE: 'SingleTenant',
  MICROSOFT_APP_TENANT_ID: tenant,
  MICROSOFT_APP_PASSWORD: 'a-secret',
  TENANTS: tenant,
  ADMINISTRATORS: `${tenant}:A1000000-0000-4000-8000-000000000001`,
  SCHOOL_FILE: 'school.json',
  STORE: 'sqlite',
  SQLITE_FILE: 'records.sqlite',
};

type Variables = Record<string, string | undefined>;

/** A sentence for each variable that is missing or wrong; it begins with the variable's name and a colon. */
export function problemsOf(variables: Variables): string[] {
  const read = readConfig(variables);
  return 'problems' in read ? read.problems : [];
}

/** Throws with the problems when there are any. */
export function configOf(variables: Variables): Config {
  const read = readConfig(variables);
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  return read;
}

export const named = (problems: string[]): (string | undefined)[] => problems.map((problem) => problem.split(':')[0]);
