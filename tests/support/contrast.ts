/** A colour as red, green and blue from 0 to 255, and its opacity from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Reads a computed colour, `rgb(…)` or `rgba(…)`. Throws on what is written otherwise: a guess would prove nothing. */
export function colourOf(computed: string): Colour {
  const parts = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(computed);
  if (!parts) throw new Error(`not a computed colour: ${computed}`);
  const [, red, green, blue, alpha = '1'] = parts;
  return [Number(red), Number(green), Number(blue), Number(alpha)];
}

/** A colour laid over an opaque one. */
export function over([red, green, blue, alpha]: Colour, ground: Colour): Colour {
  const mixed = (above: number, below: number) => above * alpha + below * (1 - alpha);
  return [mixed(red, ground[0]), mixed(green, ground[1]), mixed(blue, ground[2]), 1];
}

/** Relative luminance of an opaque colour (WCAG 2.2). */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour
    .slice(0, 3)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
