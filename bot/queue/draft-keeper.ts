import { alertWithoutReportCard, unsentCard, unsentDoneCard, unsentToDslCard } from '#cards/unsent.card.ts';
import type { World } from '#domain/decide.ts';
import { type Draft, tickDraft } from '#domain/draft.ts';
import type { SchoolKey } from '#domain/people.ts';
import { type Posting, redraw } from '#domain/posting.ts';
import { clockTime } from '#domain/when.ts';
import { type DraftBody, draftId, fromStored, saveDraft } from '#stores/draft-record.ts';
import { loadIncident } from '#stores/incident-record.ts';
import type { Records } from '#stores/records.ts';
import { summaries } from './draw-incident.ts';
import type { KeeperDeps } from './incident-keeper.ts';
import type { Held, Keeper } from './keeper.ts';
import type { Outgoing } from './sender.ts';

type HeldDraft = Held<Draft>;

/** Drafts: the reminders of a report that is begun and not sent (S-04), and their end once it is sent or put away. */
export function draftKeeper({ records, namesIn }: Pick<KeeperDeps, 'records' | 'namesIn'>): Keeper<Draft> {
  return {
    load: (school, id) => load(records, school, id),
    advance: (held, world) => advance(records, held, world),
    draw: ({ school, state }, posting, world) => draw(state, posting, world, namesIn(school)(state.author)),
    settle: (held) => held,
    save: async (before, after, world) => {
      await saveDraft(records, before.school, { draft: after.state, postings: after.postings, etag: before.etag }, world);
      return (await load(records, before.school, before.id)) ?? after;
    },
    finished: async ({ school, state }) => {
      if (state.over !== undefined) await records.remove(school, draftId(state.key));
    },
  };
}

async function load(records: Records, school: SchoolKey, id: string): Promise<HeldDraft | undefined> {
  const loaded = fromStored(await records.read<DraftBody>(school, id));
  return loaded === undefined ? undefined : { school, id, state: loaded.draft, postings: loaded.postings, etag: loaded.etag };
}

/** A danger alert is out: "nobody has been told" would be wrong, so no reminder goes; once reported, the draft is over. */
async function advance(records: Records, held: HeldDraft, world: World): Promise<HeldDraft> {
  if (held.state.over !== undefined) return held;
  const incident = (await loadIncident(records, held.school, held.state.key))?.incident;
  if (incident?.reportedAt !== undefined) {
    return { ...held, state: { ...held.state, over: 'sent' }, postings: redraw(held.postings, (posting) => posting.shown > 0) };
  }
  const { draft, fresh } = tickDraft(held.state, world);
  if (incident !== undefined) {
    if (held.state.raised && draft.reminded === held.state.reminded && draft.dslTold === held.state.dslTold) return held;
    return { ...held, state: { ...draft, raised: true }, postings: redraw(held.postings, (posting) => posting.shown > 0) };
  }
  const changed = draft.reminded !== held.state.reminded || draft.dslTold !== held.state.dslTold;
  return changed ? { ...held, state: draft, postings: [...held.postings, ...fresh] } : held;
}

function draw(draft: Draft, posting: Posting, world: World, author: string): Outgoing {
  const startedAt = clockTime(draft.startedAt, world.settings.calendar.zone, world.now);
  const alert = posting.ring && posting.shown === 0;
  if (draft.over !== undefined) return { card: unsentDoneCard(), summary: summaries.other, alert };
  if (draft.raised) return { card: alertWithoutReportCard({ draft: draft.key }), summary: summaries.other, alert };
  const card = posting.card === 'unsent' ? unsentCard({ draft: draft.key, startedAt }) : unsentToDslCard({ name: author, startedAt });
  return { card, summary: summaries.other, alert };
}
