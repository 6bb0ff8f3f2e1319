import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { PNG } from 'pngjs';
import { tilePicture } from '#cards/tile-pictures.ts';
import { ruleSets } from '#test/domain/rule-sets.ts';

type Colour = [red: number, green: number, blue: number];

function pixelsOf(icon: string): PNG {
  const url = tilePicture(icon)?.url ?? '';
  return PNG.sync.read(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Colour;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The drawing's colour, from a pixel that is not transparent. */
function colourOf({ data }: PNG): Colour {
  const at = data.findIndex((alpha, i) => i % 4 === 3 && alpha === 255) - 3;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
}

describe('the picture on a tile', () => {
  const tiles = ruleSets.flatMap((ruleSet) => ruleSet.tiles);

  it('is there for every tile of both policies, with words for whoever cannot see it', () => {
    for (const { icon } of tiles) assert.match(tilePicture(icon)?.altText ?? '', /^[A-Z][a-z, -]+$/, icon);
  });

  it('is a PNG of 48 by 48 pixels with something drawn on it', () => {
    for (const { icon } of tiles) {
      const { width, height, data } = pixelsOf(icon);
      const drawn = data.filter((alpha, i) => i % 4 === 3 && alpha > 0).length;
      assert.deepEqual([width, height], [48, 48]);
      assert.ok(drawn > 100 && drawn < 48 * 48 * 0.6, `${icon}: ${drawn} pixels`);
    }
  });

  it('can be told from the light and from the dark box behind it (WCAG 2.2, 1.4.11)', () => {
    for (const { icon } of tiles) {
      assert.ok(contrast(colourOf(pixelsOf(icon)), [0xf2, 0xf2, 0xf5]) >= 3, icon);
      assert.ok(contrast(colourOf(pixelsOf(icon)), [0x33, 0x33, 0x38]) >= 3, icon);
    }
  });

  it('is left out for a name that has none, also one that every object has', () => {
    assert.equal(tilePicture('unicorn'), undefined);
    assert.equal(tilePicture('toString'), undefined);
  });
});
