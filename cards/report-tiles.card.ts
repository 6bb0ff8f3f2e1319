import type { Tile } from '#domain/policy.ts';
import { box, type Card, card, columns, type Element, line, subheading, submit } from './parts.ts';
import { type DraftIds, dangerPart } from './report-danger.part.ts';
import { messagePart } from './report-message.part.ts';
import { type Contacts, notSetUp, onlyWhatYouKnow } from './words.ts';

export type TilesView = DraftIds & {
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
  const ids = { draft: view.draft, command: view.command };
  const halves = [view.tiles.filter((_, i) => i % 2 === 0), view.tiles.filter((_, i) => i % 2 === 1)];
  return card(
    [
      ...(view.problem === undefined
        ? []
        : [
            box(
              view.problem.map((text) => line(text, { bold: true })),
              'attention',
            ),
          ]),
      ...(view.raised === undefined
        ? dangerPart(ids, view.contacts, view.inputs['x.room'])
        : [box([line(view.raised, { bold: true })], 'good')]),
      line(onlyWhatYouKnow),
      ...messagePart(view.inputs),
      subheading('What is it about?'),
      columns(halves.map((half) => half.map((tile) => tileButton(tile, ids)))),
      view.goesTo === ''
        ? line(notSetUp, { bold: true, colour: 'attention' })
        : line(`No time? *Send now* goes to ${view.goesTo}, who will come and ask you.`, { subtle: true }),
    ],
    [submit('Send now, add more later', 'report.send-now', ids)],
    { speak: `Report a concern. ${onlyWhatYouKnow} What is it about?` },
  );
}

function tileButton(tile: Tile, ids: DraftIds): Element {
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'small',
    selectAction: { type: 'Action.Submit', title: tile.label, data: { ...ids, verb: 'report.tile', tile: tile.key } },
    items: [
      {
        type: 'ColumnSet',
        columns: [
          { type: 'Column', width: 'auto', items: [{ type: 'TextBlock', text: tile.icon, size: 'large' }] },
          {
            type: 'Column',
            width: 'stretch',
            verticalContentAlignment: 'center',
            items: [line(tile.label, { bold: true }), ...(tile.hint === undefined ? [] : [line(tile.hint, { subtle: true })])],
          },
        ],
      },
    ],
  };
}
