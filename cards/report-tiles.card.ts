import type { Tile } from '#domain/policy.ts';
import { type Card, card, type Element, line, notice, subheading, submit } from './parts.ts';
import { type DraftIds, dangerPart, draftIds, raisedPart } from './report-danger.part.ts';
import { messagePart } from './report-message.part.ts';
import { tilePicture } from './tile-pictures.ts';
import { type Contacts, notSetUp, onlyWhatYouKnow } from './words.ts';

type TilesView = DraftIds & {
  tiles: Tile[];
  contacts: Contacts;
  inputs: Record<string, string>;
  /** After a danger alert: who has been alerted, and when. */
  raised?: string;
  problem?: string[];
  /** Whom *Send now* goes to while no tile is chosen; empty when nobody is set. */
  goesTo: string;
};

/** The first screen: plain tiles, not categories (S-05). */
export function tilesCard(view: TilesView): Card {
  const ids = draftIds(view);
  return card(
    [
      ...(view.problem === undefined ? [] : [notice(view.problem)]),
      ...(view.raised === undefined ? dangerPart(ids, view.contacts, view.inputs['x.room']) : raisedPart(view.raised)),
      line(onlyWhatYouKnow),
      ...messagePart(view.inputs),
      subheading('What is it about?'),
      ...tileRows(view.tiles, ids),
      view.goesTo === ''
        ? line(notSetUp, { bold: true, colour: 'attention' })
        : line(`No time? *Send now* goes to ${view.goesTo}, who will come and ask you.`, { subtle: true }),
    ],
    [submit('Send now, add more later', 'report.send-now', ids)],
    { speak: `Report a concern. ${onlyWhatYouKnow} What is it about?` },
  );
}

/** Two beside each other, read out in the order of the policy: row by row. */
function tileRows(tiles: Tile[], ids: DraftIds): Element[] {
  const pairs = Array.from({ length: Math.ceil(tiles.length / 2) }, (_, row) => tiles.slice(2 * row, 2 * row + 2));
  return pairs.map((pair) => ({
    type: 'ColumnSet',
    spacing: 'small',
    columns: [...pair.map((tile) => tileButton(tile, ids)), ...(pair.length === 1 ? [{ type: 'Column', width: 'stretch' }] : [])],
  }));
}

/** Teams names such a box by the title of its action alone, so nothing else may be written in it. */
function tileButton(tile: Tile, ids: DraftIds): Element {
  const found = tilePicture(tile.icon);
  const picture = { type: 'Image', ...found, width: '24px' };
  return {
    type: 'Column',
    width: 'stretch',
    style: 'emphasis',
    verticalContentAlignment: 'center',
    selectAction: { type: 'Action.Submit', title: tile.label, data: { ...ids, verb: 'report.tile', tile: tile.key } },
    items: [
      {
        type: 'ColumnSet',
        columns: [
          ...(found === undefined ? [] : [{ type: 'Column', width: 'auto', verticalContentAlignment: 'center', items: [picture] }]),
          { type: 'Column', width: 'stretch', verticalContentAlignment: 'center', items: [line(tile.label, { bold: true })] },
        ],
      },
    ],
  };
}
