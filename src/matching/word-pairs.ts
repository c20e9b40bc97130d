import nameTails from '../../assets/text/name-tails.json' with { type: 'json' };
import edges from '../../assets/text/word-edges.json' with { type: 'json' };
import list from '../../assets/text/words.json' with { type: 'json' };
import { foldText } from '../text/fold.ts';
import { foldingTables } from '../text/folding-table.ts';
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
  /** Every unit above, in all forms that stay apart in folding; the most used second ones first. */
  units: string;
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
  for (const unit of ADDRESS_JOINTS) mark(unit.charCodeAt(0), UNIT_MARK.joint);
  for (const tail of nameTails.tails) mark(foldText(tail).charCodeAt(0), UNIT_MARK.nameTail);
  for (const [first, seconds] of pairs) for (const unit of [first, ...seconds]) mark(unit, UNIT_MARK.word);
  return marks;
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
  const text = [...marks.keys()]
    .sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || a - b)

    .flatMap(formsOf)
    .map((unit) => String.fromCharCode(unit))
    .join('');
  data = { pairs, marks, units: text };
  return data;
}

/** All units that the judgement of word edges needs a class for, the most used first. */
export function wordUnits(): string {
  return wordData().units;
}

/** Marks of single units by class (`UNIT_MARK`). */
export function unitMarks(classOf: Uint16Array, classCount: number): Uint8Array {
  const marks = new Uint8Array(classCount);
  for (const [unit, mark] of wordData().marks)
    for (const form of formsOf(unit)) marks[classOf[form] ?? 0] = mark;
  return marks;
}

/** Packs the words by class. */
export function wordPairs(classOf: Uint16Array, classCount: number): WordPairs {
  const rows: { first: number; seconds: number[] }[] = [];
  for (const [first, seconds] of wordData().pairs) {
    const classes = [...seconds].flatMap(formsOf).map((unit) => classOf[unit] ?? 0);
    for (const form of formsOf(first)) rows.push({ first: classOf[form] ?? 0, seconds: classes });
  }
  rows.sort((a, b) => b.seconds.length - a.seconds.length);
  return packRows(rows, classCount);
}

/** Bases are kept in 16 bits; the list of words needs about half of them. */
const BASES = 1 << 16;

function packRows(rows: { first: number; seconds: number[] }[], classCount: number): WordPairs {
  const slots = new SlotMap(rows.reduce((sum, row) => sum + row.seconds.length, 0) + classCount, 600);
  const placed = new Int32Array(classCount).fill(-1);
  for (const row of rows) {
    const seconds = Int32Array.from(row.seconds).sort();
    if (seconds.length > 0) placed[row.first] = slots.place(seconds, seconds.length);
  }
  if (slots.top >= BASES) throw new RangeError('too many words');
  const base = Uint16Array.from(placed, (place) => (place < 0 ? slots.top : place));
  const check = new Uint16Array(slots.top + classCount).fill(FREE_SLOT);
  check.set(slots.check.subarray(0, slots.top));
  return { base, check };
}
