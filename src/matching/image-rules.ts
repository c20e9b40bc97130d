import type { TermImage, TermIndex } from './image.ts';
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
function rulesIn(image: TermImage, term: number): TermRules | null {
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
function jurisdictionIn(image: TermImage, term: number): string {
  const index = image.jurisdictions[term] ?? 0;
  if (index === 0) return 'INT';
  let codes = codesOf.get(image);
  if (!codes) {
    codes = (readRules(image, COMMON_RULES) as { codes: string[] } | null)?.codes ?? ['INT'];
    codesOf.set(image, codes);
  }
  return codes[index] ?? 'INT';
}

/** Members of a group, the preferred first. */
function membersIn(image: TermImage, group: number): Int32Array {
  return image.groups.subarray(image.groupStarts[group] ?? 0, image.groupStarts[group + 1] ?? 0);
}

/** The terms that share a key with a term of the image, itself included, the preferred first. */
function homonymsIn(image: TermImage, term: number): number[] {
  const all = new Set<number>();
  for (let group = 0; group + 1 < image.groupStarts.length; group++) {
    const members = membersIn(image, group);
    if (members.includes(term)) for (const member of members) all.add(member);
  }
  return all.size > 0 ? [...all] : [term];
}

/**
 * What a trie reports, as one number: a term by its number in the index, a group of terms with one key by a negative
 * number. `added`: whether the trie is that of the added terms.
 */
export function leadOf(image: TermImage, reported: number, firstTerm: number, added: boolean): number {
  if (reported < image.termCount) return reported + firstTerm;
  return ~((reported - image.termCount) * 2 + (added ? 1 : 0));
}

/** The image that holds a term, and the term's number in it. */
function placeOf(index: TermIndex, term: number): { image: TermImage; local: number } {
  const { image, change } = index;
  if (change === undefined || term < image.termCount) return { image, local: term };
  return { image: change.added, local: term - image.termCount };
}

/** Rules of a term, read from the image at first use. */
export function rulesFor(index: TermIndex, term: number): TermRules | null {
  const { image, local } = placeOf(index, term);
  return rulesIn(image, local);
}

/** Wording of a term that has homonyms; undefined for one that has none. */
export function homonymText(index: TermIndex, term: number): string | undefined {
  return rulesFor(index, term)?.text ?? index.change?.textOf(term);
}

/** Jurisdiction of a term: `INT` where the index says nothing else. */
export function jurisdictionOf(index: TermIndex, term: number): string {
  const { image, local } = placeOf(index, term);
  return jurisdictionIn(image, local);
}

/** Whether any term is of a certain country. */
export function hasJurisdictions({ image, change }: TermIndex): boolean {
  return image.jurisdictions.length > 0 || (change !== undefined && change.added.jurisdictions.length > 0);
}

function rankOf(index: TermIndex, term: number): number {
  const { image, local } = placeOf(index, term);
  return image.ranks[image.ranks.length === 1 ? 0 : local] ?? 0;
}

function shifted(members: ArrayLike<number>, shift: number): number[] {
  return Array.from(members, (member) => member + shift);
}

/** In order of preference, without terms that were removed. */
function inOrder(index: TermIndex, terms: number[]): number[] {
  const left = index.change ? terms.filter((term) => !index.change?.removed.has(term)) : terms;
  return left.sort((a, b) => rankOf(index, a) - rankOf(index, b) || a - b);
}

function membersOfLead({ image, change }: TermIndex, lead: number): number[] {
  if (lead >= 0) return [lead];
  const group = ~lead >> 1;
  if (change && ~lead & 1) return shifted(membersIn(change.added, group), image.termCount);
  return Array.from(membersIn(image, group));
}

/** The terms that a hit may stand for, the preferred first. `leads`: what the tries report for its key (`leadOf`). */
export function homonymsOf(index: TermIndex, leads: readonly number[]): number[] {
  const [lead = 0] = leads;
  if (leads.length === 1 && lead >= 0 && !index.change) return [lead];
  return inOrder(index, [...new Set(leads.flatMap((lead) => membersOfLead(index, lead)))]);
}

/** The terms with the same key as any term, itself included, the preferred first. */
export function homonymsOfAny(index: TermIndex, term: number): number[] {
  const { image, local } = placeOf(index, term);
  return inOrder(index, shifted(homonymsIn(image, local), term - local));
}
