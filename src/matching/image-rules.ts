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

/**
 * The terms with the same key as a term that the trie reports, itself included, the preferred first; undefined when it
 * is alone.
 */
export function homonymsOf(image: TermImage, lead: number): Int32Array | undefined {
  const { groups, groupLeads, groupStarts } = image;
  if (groupLeads.length === 0) return undefined;
  let place = indexOfSorted(groupLeads, lead);
  if (place < 0) return undefined;
  while (place > 0 && groupLeads[place - 1] === lead) place--;
  const first = groups.subarray(groupStarts[place] ?? 0, groupStarts[place + 1] ?? 0);
  if (groupLeads[place + 1] !== lead) return first;
  const all = new Set(first);
  for (place++; groupLeads[place] === lead; place++)
    for (const member of groups.subarray(groupStarts[place] ?? 0, groupStarts[place + 1] ?? 0))
      all.add(member);
  return Int32Array.from(all);
}

/** The terms with the same key as any term, itself included, the preferred first. */
export function homonymsOfAny(image: TermImage, term: number): Int32Array {
  const { groups, groupLeads, groupStarts } = image;
  const all = new Set<number>();
  for (let place = 0; place < groupLeads.length; place++) {
    const members = groups.subarray(groupStarts[place] ?? 0, groupStarts[place + 1] ?? 0);
    if (members.includes(term)) for (const member of members) all.add(member);
  }
  return all.size > 0 ? Int32Array.from(all) : Int32Array.of(term);
}
