/** What a folded UTF-16 unit is to the recogniser. */
export const UNIT_KIND = {
  /** Any unit that stands for itself: Han, kana, punctuation. */
  other: 0,
  /** Letter, digit or combining mark of a script written with spaces between words. */
  latin: 1,
  /** White space of any width, and line ends. U+2029 is not: it ends a block. */
  space: 2,
  /** Nothing to see: soft hyphen, zero-width units, direction marks, variation selectors. */
  invisible: 3,
  /** Double or angle quotation marks, which may stand inside a name: 「AI新十大建設」推動方案. */
  quote: 4,
  /** Hyphen, after folding of its kinds. */
  hyphen: 5,
} as const;
export type UnitKind = (typeof UNIT_KIND)[keyof typeof UNIT_KIND];

const SPACED_SCRIPT_END = 0x2000;
const QUOTES = '"「」『』《》〈〉';

function kindOf(code: number): UnitKind {
  const unit = String.fromCharCode(code);
  if (code === 0x2029) return UNIT_KIND.other;
  if (unit === '-') return UNIT_KIND.hyphen;
  if (QUOTES.includes(unit)) return UNIT_KIND.quote;
  if (/\p{Cf}/u.test(unit)) return UNIT_KIND.invisible;
  if (/\s/u.test(unit)) return UNIT_KIND.space;
  if (code < SPACED_SCRIPT_END && /[\p{L}\p{N}\p{M}]/u.test(unit)) return UNIT_KIND.latin;
  return UNIT_KIND.other;
}

let kinds: Uint8Array | undefined;

const NARROW_END = 0x3100;

/** Kinds of all units by folded code, made at first use. Units beyond U+30FF are `other` but for a few marks. */
export function unitKinds(): Uint8Array {
  if (kinds) return kinds;
  kinds = new Uint8Array(65536);
  for (let code = 0; code < NARROW_END; code++) kinds[code] = kindOf(code);
  for (const code of [0xfeff, 0xfff9, 0xfffa, 0xfffb]) kinds[code] = UNIT_KIND.invisible;
  for (let code = 0xfe00; code <= 0xfe0f; code++) kinds[code] = UNIT_KIND.invisible;
  return kinds;
}
