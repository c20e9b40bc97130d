import folding from '../../assets/text/folding.json' with { type: 'json' };

/** The two foldings of a UTF-16 unit. Both keep length: one unit (BMP) becomes one unit. */
export interface FoldingTables {
  /** Everything merged: 臺 台, 後 后, Ａ a, ⼈ 人. For search and for keys that people type. */
  readonly merged: Uint16Array;
  /** As `merged`, but Traditional forms that are words apart (後 beside 后, 裡 beside 里) stay themselves. */
  readonly apart: Uint16Array;
}

/**
 * Names the edition of the tables. What was built with another one (a compiled term index) is built anew. Nothing folded
 * is kept of highlights and pages: they keep their own characters and are folded when they are looked for.
 */
export const FOLDING_EDITION: string = folding.edition;

let merged: Uint16Array | undefined;
let apart: Uint16Array | undefined;

function apply(table: Uint16Array, pairs: string): void {
  for (let at = 0; at < pairs.length; at += 2) table[pairs.charCodeAt(at)] = pairs.charCodeAt(at + 1);
}

function identity(): Uint16Array {
  const table = new Uint16Array(65536);
  for (let code = 0; code < 65536; code++) table[code] = code;
  return table;
}

/** `second` after `folding.forms`. Units that are no form of another need not be looked up twice. */
function afterForms(second: Uint16Array): Uint16Array {
  const table = second.slice();
  const { forms } = folding;
  for (let at = 0; at < forms.length; at += 2)
    table[forms.charCodeAt(at)] = second[forms.charCodeAt(at + 1)] ?? 0;
  return table;
}

/** The table that merges everything; made at first use (128 kB, well under a millisecond). */
export function mergedTable(): Uint16Array {
  if (merged) return merged;
  const simplified = identity();
  apply(simplified, folding.simplified);
  merged = afterForms(simplified);
  return merged;
}

/** Both tables; made at first use. */
export function foldingTables(): FoldingTables {
  if (!apart) {
    const distinct = identity();
    apply(distinct, folding.simplified);
    apply(distinct, folding.apart);
    apart = afterForms(distinct);
  }
  return { merged: mergedTable(), apart };
}
