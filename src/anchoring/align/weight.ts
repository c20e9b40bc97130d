/** What a unit of a letter, a digit or a mark tells, against one of a Han character. */
const LIGHT = 0.4;

/** How much one folded unit tells: a Han character about as much as two and a half letters. */
export function weightOf(unit: number): number {
  return unit >= 0x2e80 ? 1 : LIGHT;
}

/** How much the units from `start` to before `end` tell. */
export function weightBetween(units: Uint16Array, start: number, end: number): number {
  let weight = 0;
  for (let i = start; i < end; i++) weight += weightOf(units[i]!);
  return weight;
}
