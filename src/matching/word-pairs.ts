import edges from '../../assets/text/word-edges.json' with { type: 'json' };
import list from '../../assets/text/words.json' with { type: 'json' };
import { foldText } from '../text/fold.ts';
import { foldingTables } from '../text/folding-table.ts';
import { UNIT_KIND, unitKinds } from '../text/unit-kind.ts';
import { FREE_SLOT, UNIT_MARK } from './image-layout.ts';
import { tailBeginnings, tailUnits } from './name-tails.ts';
import { SlotMap } from './slot-map.ts';
import type { WordKnowledge } from './word-edges.ts';

/** What joins Latin words into an address, a file name or a number. */
const ADDRESS_JOINTS = '.@_';

interface WordData {
  /** Seconds by first, as folded units. */
  pairs: Map<number, Set<number>>;
  marks: Map<number, number>;
  /** All units that judgement needs a class for, in all forms that stay apart in folding; none is Latin. */
  units: readonly number[];
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
  for (const unit of foldText(edges.heads)) mark(unit.charCodeAt(0), UNIT_MARK.head);
  for (const [first, seconds] of pairs) for (const unit of [first, ...seconds]) mark(unit, UNIT_MARK.word);
  for (const unit of tailBeginnings()) mark(unit, UNIT_MARK.tail);
  for (const unit of ADDRESS_JOINTS) mark(unit.charCodeAt(0), UNIT_MARK.joint);
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
  const kinds = unitKinds();
  const units = [...new Set([...marks.keys(), ...tailUnits()])].filter(
    (unit) => kinds[unit] === UNIT_KIND.other,
  );
  data = { pairs, marks, units: [...new Set(units.flatMap(formsOf))] };
  return data;
}

/** All units that judgement needs a class for; none is Latin. */
export function wordUnits(): readonly number[] {
  return wordData().units;
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

/** Words packed by numbers of their units, which begin with 1. */
interface PackedWords {
  readonly idOf: ReadonlyMap<number, number>;
  /** By number. */
  readonly base: Uint16Array;
  readonly check: Uint16Array;
  /** A base at which there is no word. */
  readonly dead: number;
}

let packed: PackedWords | undefined;

/** Units as numbered: those of most words first, so that the packing is dense. */
function numberUnits(
  pairs: ReadonlyMap<number, ReadonlySet<number>>,
  units: readonly number[],
): Map<number, number> {
  const uses = new Map<number, number>();
  for (const seconds of pairs.values())
    for (const second of seconds)
      for (const form of formsOf(second)) uses.set(form, (uses.get(form) ?? 0) + 1);
  const all = units.toSorted((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || a - b);
  return new Map(all.map((unit, index) => [unit, index + 1]));
}

function packWords(): PackedWords {
  const { pairs, units } = wordData();
  const idOf = numberUnits(pairs, units);
  const rows: { first: number; seconds: Int32Array }[] = [];
  for (const [first, seconds] of pairs) {
    const ids = Int32Array.from([...seconds].flatMap(formsOf), (unit) => idOf.get(unit) ?? 0).sort();
    for (const form of formsOf(first)) rows.push({ first: idOf.get(form) ?? 0, seconds: ids });
  }
  rows.sort((a, b) => b.seconds.length - a.seconds.length);
  const slots = new SlotMap(rows.reduce((sum, row) => sum + row.seconds.length, 0) + idOf.size, 600);
  const base = new Uint16Array(idOf.size + 1);
  const placed = rows.filter((row) => row.seconds.length > 0);
  for (const row of placed) base[row.first] = slots.place(row.seconds, row.seconds.length);
  if (slots.top >= BASES) throw new RangeError('too many words');
  const used = new Set(placed.map((row) => row.first));
  for (let id = 0; id < base.length; id++) if (!used.has(id)) base[id] = slots.top;
  const check = new Uint16Array(slots.top + base.length).fill(FREE_SLOT);
  check.set(slots.check.subarray(0, slots.top));
  return { idOf, base, check, dead: slots.top };
}

/** Words of two characters for an alphabet of `classCount` classes. */
export function wordPairs(classOf: Uint16Array, classCount: number): Omit<WordKnowledge, 'unitMarks'> {
  packed ??= packWords();
  const wordBase = new Uint16Array(classCount).fill(packed.dead);
  const wordIds = new Uint16Array(classCount);
  for (const [unit, id] of packed.idOf) {
    const own = classOf[unit] ?? 0;
    wordIds[own] = id;
    wordBase[own] = packed.base[id] ?? packed.dead;
  }
  return { wordBase, wordIds, wordCheck: packed.check };
}
