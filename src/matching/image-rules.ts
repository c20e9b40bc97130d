import type { TermImage } from './image.ts';
import type { TermRules } from './term-rules.ts';

/** Place of `wanted` in an ascending array, or -1. */
function indexOfSorted(sorted: Int32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle] ?? 0;
    if (value === wanted) return middle;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function readRules(image: TermImage, number: number): unknown {
  const place = indexOfSorted(image.ruleTerms, number);
  if (place < 0) return null;
  const units = image.rules.subarray(image.ruleStarts[place] ?? 0, image.ruleStarts[place + 1] ?? 0);
  let text = '';
  for (let at = 0; at < units.length; at += 8192)
    text += String.fromCharCode(...units.subarray(at, at + 8192));
  return JSON.parse(text);
}

/** Rules of a term, read from the image at first use. */
export function rulesFor(image: TermImage, term: number): TermRules | null {
  if (image.ruleTerms.length === 0) return null;
  const known = image.ruleCache.get(term);
  if (known !== undefined) return known;
  const rules = readRules(image, term) as TermRules | null;
  image.ruleCache.set(term, rules);
  return rules;
}

const COMMON_RULES = -1;
const codesOf = new WeakMap<TermImage, readonly string[]>();

/** Jurisdiction of a term: `INT` where the image says nothing else. */
export function jurisdictionOf(image: TermImage, term: number): string {
  const index = image.jurisdictions[term] ?? 0;
  if (index === 0) return 'INT';
  let codes = codesOf.get(image);
  if (!codes) {
    codes = (readRules(image, COMMON_RULES) as { codes: string[] } | null)?.codes ?? ['INT'];
    codesOf.set(image, codes);
  }
  return codes[index] ?? 'INT';
}

const groupsOf = new WeakMap<TermImage, ReadonlyMap<number, Int32Array>>();

function readGroups(image: TermImage): ReadonlyMap<number, Int32Array> {
  const groups = new Map<number, Int32Array>();
  const { groups: list } = image;
  for (let at = 0; at < list.length; ) {
    const count = list[at + 1] ?? 0;
    const members = list.subarray(at + 2, at + 2 + count);
    for (const member of members) {
      const known = groups.get(member);
      groups.set(member, known ? Int32Array.from(new Set([...known, ...members])) : members);
    }
    at += 2 + count;
  }
  return groups;
}

/** The terms with the same key as a term, itself included, the preferred first; undefined when it is alone. */
export function homonymsOf(image: TermImage, term: number): Int32Array | undefined {
  if (image.groups.length === 0) return undefined;
  let groups = groupsOf.get(image);
  if (!groups) {
    groups = readGroups(image);
    groupsOf.set(image, groups);
  }
  return groups.get(term);
}
