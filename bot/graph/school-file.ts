import { z } from 'zod';
import { Place, Settings } from '#domain/settings.ts';

const Guid = z.guid().toLowerCase();
const AtDesk = z.object({ id: Guid, name: z.string().min(1), jobTitle: z.string().default('') });

/** Chats and channels of the made-up tenant. Only Local Teams reads this part; a real school's file leaves it out. */
const Local = z.object({
  teams: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        app: z.boolean().default(true),
        channels: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            kind: Place.shape.kind,
            members: z.array(Guid),
            rosterFails: z.boolean().default(false),
          }),
        ),
      }),
    )
    .default([]),
  chats: z.array(z.object({ id: z.string(), name: z.string(), app: z.boolean().default(true), members: z.array(Guid) })).default([]),
  /** People who have an account in the tenant and are not in the school's directory, such as pupils. */
  tenantOnly: z.array(AtDesk).default([]),
  notInstalled: z.array(Guid).default([]),
  /** Training from before the product, and who is new, in days before the start: so that the register is alive on any day. */
  training: z
    .object({
      done: z.array(
        z.object({
          person: Guid,
          topic: z.string(),
          daysAgo: z.int().min(0),
          course: z.string().optional(),
          certificate: z.string().optional(),
        }),
      ),
      started: z.array(z.object({ person: Guid, daysAgo: z.int().min(0) })),
    })
    .prefault({ done: [], started: [] }),
});

/** In the file people are plain Entra object ids; `Settings` checks the rest once they are whole person ids. */
const Starting = z.looseObject({
  holders: z.record(z.string(), z.array(Guid)).default({}),
  cover: z.array(z.looseObject({ away: Guid, by: Guid.optional() })).default([]),
});

const Listed = z.object({
  school: z.string().regex(/^[a-z0-9][a-z0-9-]{1,40}$/, 'a short key in small letters, such as larkfield'),
  name: z.string().min(1),
  tenantId: Guid,
  people: z.array(
    AtDesk.extend({
      kind: z.enum(['staff', 'volunteer', 'governor']),
      /** How a past record of training is matched to its person. */
      email: z.email().toLowerCase().optional(),
      /** First day here. */
      started: z.iso.date().optional(),
      /** Their line manager's Entra object id. */
      manager: Guid.optional(),
    }),
  ),
  administrators: z.array(Guid).default([]),
  settings: Starting.prefault({}),
  local: Local.prefault({}),
});

/** Everywhere else people are `<tenant>:<object id>`. */
function withPersonIds(settings: z.output<typeof Starting>, tenantId: string): unknown {
  const full = (guid: string) => `${tenantId}:${guid}`;
  const holders = Object.entries(settings.holders).map(([role, guids]) => [role, guids.map(full)]);
  const cover = settings.cover.map((row) => ({ ...row, away: full(row.away), ...(row.by === undefined ? {} : { by: full(row.by) }) }));
  return { ...settings, holders: Object.fromEntries(holders), cover };
}

export const SchoolFile = Listed.transform((file, context) => {
  const settings = Settings.safeParse(withPersonIds(file.settings, file.tenantId));
  if (settings.success) return { ...file, settings: settings.data };
  for (const issue of settings.error.issues)
    context.addIssue({ code: 'custom', message: issue.message, path: ['settings', ...issue.path] });
  return z.NEVER;
});
export type SchoolFile = z.output<typeof SchoolFile>;

/**
 * The school in a file such as `env/school.local.json`: its people, its starting settings and, for Local Teams, its chats.
 * Throws one error that names every place in the file that is wrong. It quotes no values: the file holds names.
 */
export function parseSchoolFile(json: unknown): SchoolFile {
  const parsed = SchoolFile.safeParse(json);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`);
  throw new Error(`The school file cannot be used. ${places.join('. ')}.`);
}
