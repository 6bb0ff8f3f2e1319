import type { Incident } from '#domain/incident.ts';
import type { Deps } from '#features/handler.ts';
import { loadIncident } from '#stores/incident-record.ts';
import type { Step } from './step.ts';

/** The danger alert that this draft belongs to, if its reporter has raised one. Undefined when the key is that of somebody else's incident. */
export async function raisedIncident(step: Step, deps: Deps): Promise<{ raised?: Incident } | undefined> {
  const loaded = await loadIncident(deps.records, step.context.school, step.draft.key);
  if (loaded === undefined) return {};
  return loaded.incident.reporter === step.context.author.id ? { raised: loaded.incident } : undefined;
}
