import nameTails from '../../assets/text/name-tails.json' with { type: 'json' };
import edges from '../../assets/text/word-edges.json' with { type: 'json' };
import list from '../../assets/text/words.json' with { type: 'json' };
import { foldText } from '../text/fold.ts';
import { foldingTables } from '../text/folding-table.ts';
import { UNIT_KIND, unitKinds } from '../text/unit-kind.ts';
import { FREE_SLOT, UNIT_MARK } from './image-layout.ts';
import { SlotMap } from './slot-map.ts';
import { ADDRESS_JOINTS } from './surroundings.ts';

/** Words of two characters, by class: `check[base[first] + second]` is `second` for a word. */
export interface WordPairs {
  base: Uint16Array;
  check: Uint16Array;
}

interface WordData {
  /** Seconds by first, as folded units. */
  pairs: Map<number, Set<number>>;
  marks: Map<number, number>;
  /** Every unit above that is not Latin, in all forms that stay apart in folding; the most used second ones first. */
  units: string;
  /** How many of them are marked (`isMarkedUnit`); they come first. */
  markedCount: number;
}

let data: WordData | undefined;

function eachPair(texts: string, use: (first: number, second: number) => void): void {
  const folded = foldText(texts);
  for (let at = 0; at + 1 < folded.length; at += 2) use(folded.charCodeAt(at), folded.charCodeAt(at + 1));
}

function readPairs(): Map<number, Set<number>> {
  const pairs = new Map<number, Set<number>>();
  const add = (first: number, second: number): void => {
    const seconds = pairs.get(first) ?? new Set<number>();
    pairs.set(first, seconds.add(second));
  };
  for (const group of list.words.split(' '))
    for (let at = 1; at < group.length; at++) add(group.charCodeAt(0), group.charCodeAt(at));
  eachPair(edges.added, add);
  eachPair(edges.removed, (first, second) => pairs.get(first)?.delete(second));
  return pairs;
}

function readMarks(pairs: Map<number, Set<number>>): Map<number, number> {
  const marks = new Map<number, number>();
  const mark = (unit: number, bit: number): void => {
    marks.set(unit, (marks.get(unit) ?? 0) | bit);
  };
  for (const unit of foldText(edges.alone)) mark(unit.charCodeAt(0), UNIT_MARK.alone);
  for (const [first, seconds] of pairs) for (const unit of [first, ...seconds]) mark(unit, UNIT_MARK.word);
  return marks;
}

/** Units that may begin what makes a longer name of a term (組織法), or join Latin words into an address. */
function markedUnits(): Set<number> {
  const texts = [...ADDRESS_JOINTS, ...nameTails.tails];
  return new Set(texts.map((text) => foldText(text).charCodeAt(0)));
}

/** Forms of a folded unit that keep a class of their own: itself, and those that folding holds apart (后: 後). */
function formsApart(): Map<number, number[]> {
  const { apart, merged } = foldingTables();
  const forms = new Map<number, number[]>();
  for (let unit = 0; unit < 65536; unit++) {
    if (apart[unit] !== unit || merged[unit] === unit) continue;
    const folded = merged[unit] ?? unit;
    forms.set(folded, [...(forms.get(folded) ?? []), unit]);
  }
  return forms;
}

let forms: Map<number, number[]> | undefined;

function formsOf(unit: number): number[] {
  forms ??= formsApart();
  return [unit, ...(forms.get(unit) ?? [])];
}

function wordData(): WordData {
  if (data) return data;
  const pairs = readPairs();
  const marks = readMarks(pairs);
  const uses = new Map<number, number>();
  for (const seconds of pairs.values())
    for (const second of seconds) uses.set(second, (uses.get(second) ?? 0) + 1);
  const kinds = unitKinds();
  const textOf = (units: number[]): string =>
    units
      .filter((unit) => kinds[unit] !== UNIT_KIND.latin)
      .sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || a - b)
      .flatMap(formsOf)
      .map((unit) => String.fromCharCode(unit))
      .join('');
  const marked = markedUnits();
  const first = textOf([...marked]);
  const rest = textOf([...marks.keys()].filter((unit) => !marked.has(unit)));
  data = { pairs, marks, units: first + rest, markedCount: first.length };
  return data;
}

/**
 * All units that judgement needs a class for: first the marked ones (those that may begin a name tail or join Latin
 * words to an address), then the others, the most used first.
 */
export function wordUnits(): { units: string; markedCount: number } {
  return wordData();
}

/** Marks of single units by class (`UNIT_MARK`). */
export function unitMarks(classOf: Uint16Array, classCount: number): Uint8Array {
  const marks = new Uint8Array(classCount);
  for (const [unit, mark] of wordData().marks)
    for (const form of formsOf(unit)) marks[classOf[form] ?? 0] = mark;
  return marks;
}

/** Bases are kept in 16 bits; the list of words needs about half of them. */
const BASES = 1 << 16;

/** Packed words by the class of the first of `wordUnits`: the units are numbered alike in nearly all images. */
const packed = new Map<number, { base: Uint16Array; check: Uint16Array; top: number }>();

function packWords(firstClass: number): { base: Uint16Array; check: Uint16Array; top: number } {
  const { pairs, units } = wordData();
  const classOf = new Map([...units].map((unit, index) => [unit.charCodeAt(0), firstClass + index]));
  const rows: { first: number; seconds: Int32Array }[] = [];
  for (const [first, seconds] of pairs) {
    const classes = Int32Array.from([...seconds].flatMap(formsOf), (unit) => classOf.get(unit) ?? 0).sort();
    for (const form of formsOf(first)) rows.push({ first: classOf.get(form) ?? 0, seconds: classes });
  }
  rows.sort((a, b) => b.seconds.length - a.seconds.length);
  const slots = new SlotMap(rows.reduce((sum, row) => sum + row.seconds.length, 0) + units.length, 600);
  const base = new Uint16Array(firstClass + units.length);
  const placed = rows.filter((row) => row.seconds.length > 0);
  for (const row of placed) base[row.first] = slots.place(row.seconds, row.seconds.length);
  if (slots.top >= BASES) throw new RangeError('too many words');
  const used = new Set(placed.map((row) => row.first));
  for (let unit = 0; unit < base.length; unit++) if (!used.has(unit)) base[unit] = slots.top;
  return { base, check: slots.check.slice(0, slots.top), top: slots.top };
}

/** The words for an image of `classCount` classes in which `wordUnits` are numbered from `firstClass` on. */
export function wordPairs(firstClass: number, classCount: number): WordPairs {
  let words = packed.get(firstClass);
  if (!words) {
    words = packWords(firstClass);
    packed.set(firstClass, words);
  }
  const base = new Uint16Array(classCount).fill(words.top);
  base.set(words.base);
  const check = new Uint16Array(words.top + classCount).fill(FREE_SLOT);
  check.set(words.check);
  return { base, check };
}
