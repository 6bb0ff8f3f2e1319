import type { SchoolFile } from '#bot/graph/school-file.ts';
import type { Instant } from '#domain/time.ts';
import type { Records } from '#stores/records.ts';
import type { Config } from './config.ts';
import type { GraphConfig } from './config-graph.ts';
import { createFileDirectory } from './graph/directory.file.ts';
import type { Directory } from './graph/directory.ts';
import { digestOf, membersOf } from './graph/file-people.ts';
import type { PeopleSource } from './graph/people-source.ts';
import { createRollDirectory } from './graph/roll-directory.ts';
import { errorKind, type Log } from './log.ts';
import type { RollDeps } from './queue/apply-roll.ts';
import { beginRoll } from './queue/begin-roll.ts';

/** The people of the school, and where the roll comes from. */
export type People = {
  directory: Directory;
  filePeople: { members: ReturnType<typeof membersOf>; digest: string };
  /** Entra, where it is configured. */
  peopleSource: PeopleSource | undefined;
  /** Loads what has changed since, and begins the roll where that has not been possible yet. Never rejects. */
  look(deps: RollDeps): Promise<void>;
};

type Options = { config: Config; school: SchoolFile; records: Records; now: () => Instant; log: Log };

/** The first look decides who is let in, so it is waited for before anybody is. */
export function openPeople({ config, school, records, now, log }: Options): People {
  const file = createFileDirectory(school, config.administrators);
  const directory = createRollDirectory(file, school.school, records, now);
  const members = membersOf(school);
  const filePeople = { members, digest: digestOf(members) };
  const peopleSource = config.graph && graphPeople(config, config.graph, school.tenantId, records);
  let begun = false;
  return {
    directory,
    filePeople,
    peopleSource,
    look: async (deps) => {
      try {
        await directory.freshen();
        if (begun) return;
        await beginRoll(deps, school.school, { file: filePeople.digest, graph: peopleSource !== undefined });
        begun = true;
      } catch (error) {
        log.error('roll.broke', { error: errorKind(error) });
      }
    },
  };
}

/** Loaded when it is first asked: a start without Graph does not pay for it, and one with it not before it listens. */
function graphPeople(config: Config, { url, groups, catalogApp }: GraphConfig, tenantId: string, records: Records): PeopleSource {
  let opened: Promise<PeopleSource> | undefined;
  const open = async () => {
    const [{ createGraph }, { createGraphPeople }, { graphToken }] = await Promise.all([
      import('./graph/graph.ts'),
      import('./graph/people-source.graph.ts'),
      import('./graph/graph-token.ts'),
    ]);
    const graph = createGraph({ url, token: config.bot && graphToken(config.bot, url) });
    return createGraphPeople({ graph, records, tenantId, groups, catalogApp });
  };
  const source = () => {
    opened ??= open();
    return opened;
  };
  return {
    read: async (school, keep) => (await source()).read(school, keep),
    ...(catalogApp && { install: async (objectId: string) => (await source()).install?.(objectId) ?? 'refused' }),
  };
}
