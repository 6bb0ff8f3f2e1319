import { continueCard } from '#cards/report-continue.card.ts';
import { type Draft, newDraft } from '#domain/draft.ts';
import type { Tile } from '#domain/policy.ts';
import { clockTime } from '#domain/when.ts';
import type { Answer, CardRequest, Deps, ReportedMessage } from '#features/handler.ts';
import { worldOf } from '#features/world.ts';
import { listDrafts } from '#stores/draft-record.ts';
import { loadIncident } from '#stores/incident-record.ts';
import { dialogTitle, drawTiles } from './draw.ts';
import type { FormContext } from './fill.ts';
import type { Inputs } from './inputs.ts';
import { contextOf } from './step.ts';

/** Every way in ends here. Opening writes nothing; a message reported by right-click always begins a new report. */
export async function openForm(request: CardRequest, deps: Deps): Promise<Answer> {
  const { school, person } = request.actor;
  const [world, drafts] = await Promise.all([
    worldOf(deps, school),
    request.message === undefined ? listDrafts(deps.records, school, person.id) : [],
  ]);
  const context = contextOf(request, deps, world);
  const open = await unsentOf(drafts, deps, context);
  if (open.length > 0) return { kind: 'dialog', title: dialogTitle, card: continueCard({ drafts: open }) };
  return freshForm(deps, context, request.message);
}

/** *New*, though an unsent one waits. */
export async function newForm(request: CardRequest, deps: Deps): Promise<Answer> {
  return freshForm(deps, contextOf(request, deps, await worldOf(deps, request.actor.school)));
}

function freshForm(deps: Deps, context: FormContext, message?: ReportedMessage): Answer {
  const draft = newDraft(deps.newId().slice(0, 8), context.author.id, context.world.now);
  return drawTiles({ ...draft, inputs: messageInputs(message) }, { command: deps.newId() }, context);
}

/** The message rides in the card's own fields, so that nothing of it is stored before the reporter takes a step. */
function messageInputs(message: ReportedMessage | undefined): Inputs {
  if (message === undefined) return {};
  const all = {
    'm.text': message.text,
    'm.link': message.link,
    'm.at': message.sentAt,
    'm.author': message.author,
    'm.author-name': message.authorName,
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

type Unsent = { draft: string; label: string; startedAt: string; raised: boolean };

/** A draft whose report was sent after all is never offered. */
async function unsentOf(drafts: Draft[], deps: Deps, context: FormContext): Promise<Unsent[]> {
  const incidents = await Promise.all(drafts.map(({ key }) => loadIncident(deps.records, context.school, key)));
  const { settings, ruleSet, now } = context.world;
  return drafts.flatMap((draft, i) => {
    const incident = incidents[i]?.incident;
    if (incident?.reportedAt !== undefined) return [];
    const startedAt = clockTime(draft.startedAt, settings.calendar.zone, now);
    return [{ draft: draft.key, label: labelOf(ruleSet.tiles, draft), startedAt, raised: incident !== undefined }];
  });
}

const labelOf = (tiles: Tile[], draft: Draft) => tiles.find(({ key }) => key === draft.tile)?.label ?? 'Just begun';
