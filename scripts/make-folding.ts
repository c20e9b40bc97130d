/**
 * `node scripts/make-folding.ts`: writes `assets/text/folding.json` from OpenCC's character table, Unicode's
 * compatibility decompositions and the authored files beside it. A test proves that the committed file is what this
 * makes.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import hkVariants from 'opencc-js/dict/HKVariants';
import hkVariantsRev from 'opencc-js/dict/HKVariantsRev';
import jpShinjitai from 'opencc-js/dict/JPShinjitaiCharacters';
import jpShinjitaiRev from 'opencc-js/dict/JPShinjitaiCharactersRev';
import stCharacters from 'opencc-js/dict/STCharacters';
import tsCharacters from 'opencc-js/dict/TSCharacters';
import twVariants from 'opencc-js/dict/TWVariants';
import distinctForms from '../assets/text/distinct-forms.json' with { type: 'json' };
import radicalForms from '../assets/text/radical-forms.json' with { type: 'json' };

/** What `assets/text/folding.json` holds; strings of pairs: a UTF-16 unit and the unit it folds to. */
export interface FoldingData {
  note: string;
  /** Names this edition of the tables: what was derived from another is derived anew. */
  edition: string;
  /** Forms of one character that never differ in meaning: width, case, compatibility, radicals, punctuation kinds. */
  forms: string;
  /** Traditional to Simplified, applied after `forms`. */
  simplified: string;
  /** Traditional forms that are words apart: form, first form of its group. They fold by `simplified` as well. */
  apart: string;
  /** Runs of Latin units (see `unit-kind.ts`), first and last in turn; white space and invisible units one by one. */
  latin: string;
  space: string;
  invisible: string;
}

/** Punctuation and marks that are written in several ways: the first of each string is the one the rest fold to. */
const PUNCTUATION: readonly string[] = [
  '-\u2010\u2011\u2012\u2013\u2212\u00ad\ufe63\uff0d\u30fb'.replace(/[\u00ad\u30fb]/g, ''),
  '\u2014\u2015\u2e3a\u2e3b\ufe58\ufe31',
  "'\u2018\u2019\u201b\u02bc\u2032\uff07\u0060\u00b4",
  '"\u201c\u201d\u201e\u201f\u2033\u301d\u301e\u301f\uff02\u00ab\u00bb',
  '\u00b7\u2027\u2022\u30fb\uff65\u2219\u22c5',
  '\u300c\ufe41\uff62',
  '\u300d\ufe42\uff63',
  '\u300e\ufe43',
  '\u300f\ufe44',
  '\u300a\ufe3d',
  '\u300b\ufe3e',
  '\u3008\ufe3f',
  '\u3009\ufe40',
  '(\ufe35\uff08',
  ')\ufe36\uff09',
  '\u3001\uff64\ufe11',
  '\u3002\uff61\ufe12',
  '~\u301c\uff5e\u223c',
];

/** The one code unit that a unit becomes by NFKC and lower case, or itself when that is longer or shorter. */
function plainForm(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return code;
  const plain = String.fromCharCode(code).normalize('NFKC');
  const lower = plain.length === 1 ? plain.toLowerCase() : plain;
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

function isSpaceOrControl(code: number): boolean {
  return code < 0x20 || /[\s\p{Cf}]/u.test(String.fromCharCode(code));
}

/** Pairs of one BMP unit each from tables of OpenCC: what is written and its first equivalent. */
function pairsIn(...tables: readonly string[]): [string, string][] {
  return tables.flatMap((table) =>
    table.split('|').flatMap((entry): [string, string][] => {
      const [from = '', to = ''] = entry.split(' ');
      return from.length === 1 && to.length === 1 ? [[from, to]] : [];
    }),
  );
}

/** The characters of Big5 (levels 1 and 2, without later additions): those that Taiwan's own words are written with. */
function big5Characters(): Set<string> {
  const decoder = new TextDecoder('big5');
  const found = new Set<string>();
  for (let lead = 0xa4; lead <= 0xf9; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const code = lead * 256 + trail;
      const isLevel = (code >= 0xa440 && code <= 0xc67e) || (code >= 0xc940 && code <= 0xf9d5);
      const isTrail = trail <= 0x7e || trail >= 0xa1;
      if (isLevel && isTrail) found.add(decoder.decode(Uint8Array.of(lead, trail)));
    }
  return found;
}

/**
 * Forms that no word of Taiwan's is written with (衞, 歳, 恒, 馀) and the form that is (衛, 歲, 恆, 餘). OpenCC's tables of
 * Hong Kong, Japan and Simplified writing also pair different characters (芸 with 藝, 欠 with 缺): those are in Big5 in
 * their own right. A form that others fold to already (沪, of 滬 and not of 濾) stays.
 */
function foreignForms(simplified: Uint16Array): [string, string][] {
  const own = big5Characters();
  const sources = new Set<number>();
  simplified.forEach((target, code) => {
    if (target !== code) sources.add(target).add(code);
  });
  const forms = new Map<string, string>();
  const tables = [twVariants, hkVariants, hkVariantsRev, jpShinjitai, jpShinjitaiRev, stCharacters];
  for (const [a, b] of pairsIn(...tables))
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const)
      if (!own.has(from) && own.has(to) && !sources.has(from.charCodeAt(0)) && !forms.has(from))
        forms.set(from, to);
  return [...forms];
}

function formTable(foreign: readonly [string, string][]): Uint16Array {
  const table = new Uint16Array(65536);
  for (let code = 0; code < 65536; code++) table[code] = isSpaceOrControl(code) ? code : plainForm(code);
  for (let at = 0; at < radicalForms.pairs.length; at += 2)
    table[radicalForms.pairs.charCodeAt(at)] = radicalForms.pairs.charCodeAt(at + 1);
  for (const [from, to] of foreign) table[from.charCodeAt(0)] = to.charCodeAt(0);
  for (const kinds of PUNCTUATION)
    for (let at = 0; at < kinds.length; at++) table[kinds.charCodeAt(at)] = kinds.charCodeAt(0);
  for (let code = 0; code < 65536; code++) table[code] = table[table[code] ?? code] ?? code;
  return table;
}

/** Lets a unit, and all that fold to the same one as it, fold to `target`. */
function joinClasses(table: Uint16Array, unit: number, target: number): void {
  const former = table[unit];
  table.forEach((folded, code) => {
    if (folded === former) table[code] = target;
  });
}

function simplifiedTable(): Uint16Array {
  const table = Uint16Array.from({ length: 65536 }, (_, code) => code);
  for (const [from, to] of pairsIn(tsCharacters)) table[from.charCodeAt(0)] = to.charCodeAt(0);
  for (const [from, to] of pairsIn(twVariants)) {
    const [a, b] = [from.charCodeAt(0), to.charCodeAt(0)];
    if (table[b] !== a) joinClasses(table, a, table[b] ?? b);
  }
  for (const [merged, groups] of Object.entries(distinctForms.apart))
    for (const form of groups.join('')) table[form.charCodeAt(0)] = merged.charCodeAt(0);
  for (let code = 0; code < 65536; code++) {
    let target = table[code] ?? code;
    for (let hops = 0; hops < 4 && table[target] !== target; hops++) target = table[target] ?? target;
    if (table[target] !== target) throw new Error(`folding of ${String.fromCharCode(code)} runs in a circle`);
    table[code] = target;
  }
  return table;
}

function pairsOf(table: Uint16Array): string {
  let pairs = '';
  table.forEach((target, code) => {
    if (target !== code) pairs += String.fromCharCode(code, target);
  });
  return pairs;
}

/** Units from here on are of scripts without spaces between words (or marks that keep their own kind). */
const SPACED_SCRIPT_END = 0x2000;

function unitsThat(pattern: RegExp, end: number): string {
  let found = '';
  for (let code = 0; code < end; code++) {
    const surrogate = code >= 0xd800 && code <= 0xdfff;
    if (!surrogate && code !== 0x2029 && pattern.test(String.fromCharCode(code)))
      found += String.fromCharCode(code);
  }
  return found;
}

function runsOf(units: string): string {
  let runs = '';
  for (let at = 0; at < units.length; at++) {
    const code = units.charCodeAt(at);
    if (at === 0 || units.charCodeAt(at - 1) !== code - 1) runs += units.charAt(at);
    if (units.charCodeAt(at + 1) !== code + 1) runs += units.charAt(at);
  }
  return runs;
}

/** Makes the data anew. */
export function makeFolding(): FoldingData {
  const apart = Object.values(distinctForms.apart).flatMap((groups) =>
    groups.flatMap((group) => [...group].map((form) => `${form}${group.charAt(0)}`)),
  );
  const simplified = simplifiedTable();
  const tables = {
    forms: pairsOf(formTable(foreignForms(simplified))),
    simplified: pairsOf(simplified),
    apart: apart.join(''),
    latin: runsOf(unitsThat(/[\p{L}\p{N}\p{M}]/u, SPACED_SCRIPT_END)),
    space: unitsThat(/(?!\p{Cf})\s/u, 65536),
    invisible: unitsThat(/\p{Cf}|\p{Variation_Selector}/u, 65536),
  };
  return {
    note: 'Made by scripts/make-folding.ts from OpenCC (Apache-2.0) and Unicode data; do not edit.',
    edition: createHash('sha256').update(JSON.stringify(tables)).digest('hex').slice(0, 8),
    ...tables,
  };
}

/** The file's text for the data. */
export function printFolding(data: FoldingData): string {
  // Units that print as nothing, move others about or join to their neighbours are written as escapes.
  const escaped = JSON.stringify(data, null, 2).replace(
    /[\p{Cc}\p{Cf}\p{M}\p{Z}\p{Cs}\p{Cn}\p{Co}]/gu,
    (mark) => (mark === '\n' || mark === ' ' ? mark : escapeUnits(mark)),
  );
  return `${escaped}\n`;
}

function escapeUnits(text: string): string {
  return text
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

if (import.meta.main) {
  writeFileSync(join(import.meta.dirname, '../assets/text/folding.json'), printFolding(makeFolding()));
}
