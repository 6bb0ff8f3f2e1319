/** Four bytes a pixel, row by row: red, green, blue, alpha. */
export type Picture = { width: number; height: number; data: Uint8Array };

/** What Teams would refuse or draw badly in the two icons. Empty when they are right. */
export function iconProblems(icons: { color: Picture; outline: Picture }): string[] {
  return [
    ...sizeProblems('color.png', icons.color, 192),
    ...(pixels(icons.color).every((p) => p.alpha === 255) ? [] : ['color.png: fill the whole square; some of it is see-through']),
    ...sizeProblems('outline.png', icons.outline, 32),
    ...outlineProblems(pixels(icons.outline)),
  ];
}

function sizeProblems(name: string, { width, height }: Picture, side: number): string[] {
  if (width === side && height === side) return [];
  return [`${name}: make it ${side} by ${side} pixels; it is ${width} by ${height}`];
}

type Pixel = { white: boolean; alpha: number };

function pixels({ data }: Picture): Pixel[] {
  return Array.from({ length: data.length / 4 }, (_, i) => ({
    white: data[4 * i] === 255 && data[4 * i + 1] === 255 && data[4 * i + 2] === 255,
    alpha: data[4 * i + 3] ?? 0,
  }));
}

function outlineProblems(all: Pixel[]): string[] {
  const drawn = all.filter((p) => p.alpha > 0);
  const problems = [];
  if (drawn.some((p) => !p.white)) problems.push('outline.png: draw with white only; another colour was found');
  if (drawn.length === 0) problems.push('outline.png: nothing is drawn in it');
  if (drawn.length === all.length) problems.push('outline.png: leave the background see-through; every pixel is drawn on');
  return problems;
}
