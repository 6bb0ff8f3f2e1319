import { listed } from '#cards/names.ts';
import type { GoesTo } from '#cards/report-goes-to.part.ts';
import { questionsCard } from '#cards/report-questions.card.ts';
import { tilesCard } from '#cards/report-tiles.card.ts';
import { alertsDelayed, type Contacts, headIsSubject } from '#cards/words.ts';
import { askedOf } from '#domain/asked.ts';
import type { Draft } from '#domain/draft.ts';
import type { Incident } from '#domain/incident.ts';
import type { PersonId } from '#domain/people.ts';
import { findTile, type Tile } from '#domain/policy.ts';
import { askedFirst, preview } from '#domain/preview.ts';
import { holdersOnDuty } from '#domain/roles.ts';
import { route } from '#domain/routing.ts';
import { clockTime } from '#domain/when.ts';
import type { Answer } from '#features/handler.ts';
import { contactsOf, type Names, namesOf } from '#features/world.ts';
import { type Filled, type FormContext, fill, noTile } from './fill.ts';

export const dialogTitle = 'Report a concern';

/** What a screen shows besides the draft: a problem above it, and the danger alert that is out already. */
type Aside = { command: string; problem?: string[]; raised?: Raised; delayed?: boolean };
/** The alert itself, or only that there was one, when it cannot be read just now. */
type Raised = Incident | 'before';

export function drawTiles(draft: Draft, aside: Aside, context: FormContext): Answer {
  const names = namesOf(context.directory, context.school);
  const { people, walled } = sendNowTo(draft, aside, context);
  const contacts = contactsOf(context.world, names, walled);
  const card = tilesCard({
    draft: draft.key,
    command: aside.command,
    tiles: context.world.ruleSet.tiles,
    contacts,
    inputs: draft.inputs,
    goesTo: listed(people.map(names)),
    ...asideParts(aside, names, context),
  });
  return { kind: 'dialog', title: dialogTitle, card };
}

/**
 * Whom *Send now* goes to while no tile is chosen. Of an empty form only the owner matters, which costs a fraction of a whole
 * report; where nobody holds that role, or something is filled in already, the real ladder is walked.
 */
function sendNowTo(draft: Draft, aside: Aside, context: FormContext): { people: PersonId[]; walled: PersonId[] } {
  const { world, author } = context;
  const tile = findTile(world.ruleSet, noTile);
  if (tile === undefined) return { people: [], walled: [] };
  if (aside.raised === undefined && Object.keys(draft.inputs).length === 0) {
    const { owner } = route(world.ruleSet, { category: tile.category, flags: {}, subjects: [], affected: ['pupil'] });
    const people = holdersOnDuty(world.settings, owner, world.now, [author.id]);
    if (people.length > 0) return { people, walled: [] };
  }
  const filled = fillBeside(tile, draft, aside, context);
  return { people: askedFirst({ reporter: author.id, ...filled }, world), walled: filled.walled };
}

/** What a danger alert walled stays walled: the strip says whom the report really goes to. */
function fillBeside(tile: Tile, draft: Draft, { raised }: Aside, context: FormContext): Filled {
  const about = raised === undefined || raised === 'before' ? [] : raised.about;
  const filled = fill(tile, draft.inputs, { ...context, danger: raised !== undefined, about });
  return raised === undefined || raised === 'before' ? filled : { ...filled, walled: [...new Set([...raised.walled, ...filled.walled])] };
}

/** `filled` when the form was read already, so that its errors stand beside the fields. */
export function drawQuestions(
  draft: Draft,
  tile: Tile,
  aside: Aside,
  context: FormContext,
  filled: Filled = fillBeside(tile, draft, aside, context),
): Answer {
  const names = namesOf(context.directory, context.school);
  const contacts = contactsOf(context.world, names, [...filled.walled, context.author.id]);
  const card = questionsCard({
    draft: draft.key,
    command: aside.command,
    tile,
    inputs: draft.inputs,
    rows: draft.rows,
    errors: filled.errors,
    contacts,
    yearGroups: context.world.ruleSet.yearGroups,
    goesTo: goesTo(filled, names, contacts, context),
    ...asideParts(aside, names, context),
  });
  return { kind: 'dialog', title: dialogTitle, card };
}

function asideParts(aside: Aside, names: Names, { world }: FormContext): { problem?: string[]; raised?: string } {
  const { problem, raised, delayed } = aside;
  const contacts = () => contactsOf(world, names, raised === 'before' ? [] : raised?.walled);
  const alert = delayed === true ? `${alertsDelayed(contacts())} Stay with the child.` : raised && raisedLine(raised, names, world);
  return { ...(problem === undefined ? {} : { problem }), ...(alert === undefined ? {} : { raised: alert }) };
}

function raisedLine(incident: Raised, names: Names, world: FormContext['world']): string {
  if (incident === 'before') return 'Your danger alert was sent before this. Stay with the child.';
  const people = listed(askedOf(incident).map(names));
  const at = clockTime(incident.raisedAt, world.settings.calendar.zone, world.now);
  const { phone } = incident;
  const number = phone === undefined ? undefined : world.settings.outsiders[phone.role]?.phone;
  const ring = phone === undefined ? '' : ` Please ring ${phone.name}${number === undefined ? '' : ` on ${number}`} now.`;
  const told = people === '' && phone === undefined ? 'nobody: nobody is set' : people;
  return `Alert sent (${at})${told === '' ? '' : ` to ${told}`}.${ring} Stay with the child. Now write what happened, if you can.`;
}

/** Names for the strip: whom it would go to if it were sent now. */
function goesTo(filled: Filled, names: Names, contacts: Contacts, context: FormContext): GoesTo {
  const { first, next, phone, held } = preview({ reporter: context.author.id, ...filled }, context.world);
  const aboutHead = filled.report.subjects.some(({ kind }) => kind === 'headteacher');
  const dslOfChild = filled.route.tellings.some(({ welfareOnly }) => welfareOnly) ? contacts.dsl : undefined;
  return {
    first: listed(first.map(names)),
    next: next.map(names).join(', then '),
    why: `${filled.route.why}.`,
    ...(held ? { held: contacts.opens } : {}),
    // A headteacher who reports themself need not be told what they cannot see.
    notes: aboutHead && !filled.report.mine ? headIsSubject(contacts, dslOfChild) : [],
    ...(phone === undefined ? {} : { phone: `${phone.name} (please ring ${phone.phone})` }),
  };
}
