import folding from '../../assets/text/folding.json' with { type: 'json' };

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

const QUOTES = '"「」『』《》〈〉';

let kinds: Uint8Array | undefined;

function set(units: string, kind: UnitKind, table: Uint8Array): void {
  for (let at = 0; at < units.length; at++) table[units.charCodeAt(at)] = kind;
}

/** Kinds of all units by folded code; made at first use. */
export function unitKinds(): Uint8Array {
  if (kinds) return kinds;
  kinds = new Uint8Array(65536);
  const { latin } = folding;
  for (let at = 0; at < latin.length; at += 2)
    kinds.fill(UNIT_KIND.latin, latin.charCodeAt(at), latin.charCodeAt(at + 1) + 1);
  set(folding.space, UNIT_KIND.space, kinds);
  set(folding.invisible, UNIT_KIND.invisible, kinds);
  set(QUOTES, UNIT_KIND.quote, kinds);
  set('-', UNIT_KIND.hyphen, kinds);
  return kinds;
}
