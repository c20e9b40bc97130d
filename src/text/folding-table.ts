import folding from '../../assets/text/folding.json' with { type: 'json' };

/** The two foldings of a UTF-16 unit. Both keep length: one unit (BMP) becomes one unit. */
export interface FoldingTables {
  /** Everything merged: 臺 台, 後 后, Ａ a, ⼈ 人. For search and for keys that people type. */
  readonly merged: Uint16Array;
  /** As `merged`, but Traditional forms that are words apart (後 beside 后, 裡 beside 里) stay themselves. */
  readonly apart: Uint16Array;
}

let tables: FoldingTables | undefined;

function apply(table: Uint16Array, pairs: string): void {
  for (let at = 0; at < pairs.length; at += 2) table[pairs.charCodeAt(at)] = pairs.charCodeAt(at + 1);
}

function expand(): FoldingTables {
  const forms = Uint16Array.from({ length: 65536 }, (_, code) => code);
  apply(forms, folding.forms);
  const simplified = Uint16Array.from({ length: 65536 }, (_, code) => code);
  apply(simplified, folding.simplified);
  const merged = forms.map((code) => simplified[code] ?? code);
  const distinct = simplified.slice();
  apply(distinct, folding.apart);
  const apart = forms.map((code) => distinct[code] ?? code);
  return { merged, apart };
}

/** The tables, expanded at first use (two times 128 kB). */
export function foldingTables(): FoldingTables {
  tables ??= expand();
  return tables;
}
