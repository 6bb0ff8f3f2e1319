import type { Directory } from '#bot/graph/directory.ts';
import type { Log } from '#bot/log.ts';
import type { World } from '#domain/decide.ts';
import type { SchoolKey } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import { namesOf } from '#features/world.ts';
import { draftId } from '#stores/draft-record.ts';
import { installId } from '#stores/install-record.ts';
import { releaseNotices } from '#stores/notices.ts';
import type { SettingsSource } from '#stores/settings-record.ts';
import type { CampaignWork } from './campaign-work.ts';
import type { Courier } from './courier.ts';
import { type Delivering, deliver } from './deliver.ts';
import { createDigests, type Digests } from './digests.ts';
import { draftKeeper } from './draft-keeper.ts';
import { incidentKeeper } from './incident-keeper.ts';
import { keepInstall } from './install-keeper.ts';
import { createListsAndFiles, type ListsAndFilesDeps } from './lists-and-files.ts';
import { noticeKeeper, testAlertKeeper } from './message-keepers.ts';
import type { Queue, Wake } from './queue.ts';
import { createRecordings } from './recordings.ts';
import { keepRoll, type RollKeeperDeps } from './roll-keeper.ts';
import { beginRound, keepRound, retimeRound } from './round-keeper.ts';

export type WorkDeps = SettingsSource &
  Pick<RollKeeperDeps, 'filePeople' | 'peopleSource'> &
  Pick<ListsAndFilesDeps, 'files' | 'ruleSets' | 'trainingCounts'> & {
    queue: Queue;
    campaigns: CampaignWork;
    courier: Courier;
    directory: Directory;
    worldOf: (school: SchoolKey) => Promise<World>;
    now: () => Instant;
    /** Milliseconds, for leases and for what Teams asked us to put off. */
    machineNow: () => number;
    log: Log;
  };

/** What a message asks for: a look at one document, by its kind. Gives the seconds after which to look again, if Teams asked us to wait. */
export function createWork(deps: WorkDeps): (wake: Wake) => Promise<number | undefined> {
  const keeping = {
    ...deps,
    namesIn: (school: SchoolKey) => namesOf(deps.directory, school),
    personIn: (school: SchoolKey) => (id: string) => deps.directory.person(school, id),
  };
  const incidents = incidentKeeper(keeping);
  const drafts = draftKeeper(keeping);
  const notices = noticeKeeper(keeping);
  const tests = testAlertKeeper(keeping);
  const digests = createDigests(deps);
  const recordings = createRecordings(deps);
  const listsAndFiles = createListsAndFiles(deps);
  return async ({ school, id }) => {
    const work: Delivering = { courier: deps.courier, world: () => deps.worldOf(school), machineNow: deps.machineNow };
    switch (id.slice(0, id.indexOf('.'))) {
      case 'incident':
        return await incidentWork({ incidents, drafts, digests }, work, school, id);
      case 'draft':
        return await deliver(drafts, school, id, work);
      case 'notice':
        return await deliver(notices, school, id, work);
      case 'test-alert':
        return await deliver(tests, school, id, work);
      case 'campaign':
      case 'recipient':
      case 'lease':
        return await deps.campaigns.look(work, { school, id });
      case 'recording':
        await recordings(school, id);
        return undefined;
      case 'import':
        return await listsAndFiles.list(work, school, id);
      case 'file':
        return await listsAndFiles.file(work, school, id);
      case 'settings':
        await releaseNotices(deps.records, school, deps.now());
        await retimeRound(deps, school);
        return undefined;
      case 'roll':
        return id === installId ? await keepInstall(deps, school) : await rollWork(deps, school);
      case 'round':
        await keepRound(deps, school);
        return undefined;
      default:
        throw new Error('A message names a kind of document that owes nothing');
    }
  };
}

/** Once there is a roll there are rounds. */
async function rollWork(deps: WorkDeps, school: SchoolKey): Promise<undefined> {
  await keepRoll(deps, school);
  await beginRound(deps, school);
}

type IncidentHands = { incidents: ReturnType<typeof incidentKeeper>; drafts: ReturnType<typeof draftKeeper>; digests: Digests };

/** Once the report is out, its draft is over and its digest is noted: after the alerts, never before them. */
async function incidentWork(
  { incidents, drafts, digests }: IncidentHands,
  work: Delivering,
  school: SchoolKey,
  id: string,
): Promise<number | undefined> {
  const again = await deliver(incidents, school, id, work);
  await deliver(drafts, school, draftId(id.slice('incident.'.length)), work);
  await digests(school, id);
  return again;
}
