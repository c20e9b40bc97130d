import type { TermImage, TermIndex } from './image.ts';
import { COMMON_RULES } from './image-layout.ts';
import { unpackFlags } from './packed-flags.ts';
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

/** The `place`th of texts that lie one after the other. */
function textAt(units: Uint16Array, starts: Int32Array, place: number): string {
  const end = starts[place + 1] ?? 0;
  let text = '';
  for (let at = starts[place] ?? 0; at < end; at += 8192)
    text += String.fromCharCode(...units.subarray(at, Math.min(end, at + 8192)));
  return text;
}

function readRules(image: TermImage, number: number): unknown {
  const place = indexOfSorted(image.ruleTerms, number);
  return place < 0 ? null : JSON.parse(textAt(image.rules, image.ruleStarts, place));
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

/** The terms that share a key with a term of the image, itself included. */
function homonymsIn(image: TermImage, term: number): number[] {
  const all = new Set<number>([term]);
  let place = indexOfSorted(image.members, term);
  while (place > 0 && image.members[place - 1] === term) place--;
  for (; place >= 0 && image.members[place] === term; place++)
    for (const member of membersIn(image, image.memberGroups[place] ?? 0)) all.add(member);
  return [...all];
}

/** Wording of a term that has homonyms in the image. */
function textIn(image: TermImage, term: number): string | undefined {
  const known = image.textCache.get(term);
  if (known !== undefined) return known;
  const member = indexOfSorted(image.members, term);
  if (member < 0) return undefined;
  const place = image.groups.indexOf(term, image.groupStarts[image.memberGroups[member] ?? 0]);
  const text = textAt(image.groupTexts, image.groupTextStarts, place);
  image.textCache.set(term, text);
  return text;
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

/** Rules that name terms of an image by their numbers in the index. */
function numberedFrom(rules: TermRules, first: number): TermRules {
  const { full, instead } = rules;
  return {
    ...rules,
    ...(full && { full: full.map((term) => term + first) }),
    ...(instead && { instead: instead.map((term) => term + first) }),
  };
}

/** Rules of a term, read from the image at first use. */
export function rulesFor(index: TermIndex, term: number): TermRules | null {
  const { image, local } = placeOf(index, term);
  const rules = rulesIn(image, local);
  return rules && local !== term ? numberedFrom(rules, term - local) : rules;
}

/** Wording of a term that has homonyms; undefined for one that has none. */
export function homonymText(index: TermIndex, term: number): string | undefined {
  const { image, local } = placeOf(index, term);
  return textIn(image, local) ?? index.change?.textOf(term);
}

/** Flags of a term (`TERM_FLAG`). */
export function flagsOf(index: TermIndex, term: number): number {
  const { image, local } = placeOf(index, term);
  return unpackFlags(image, local);
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
  if (leads.length === 1 && !index.change) return membersOfLead(index, lead);
  return inOrder(index, [...new Set(leads.flatMap((lead) => membersOfLead(index, lead)))]);
}

/** The terms with the same key as any term, itself included, the preferred first. */
export function homonymsOfAny(index: TermIndex, term: number): number[] {
  const { image, local } = placeOf(index, term);
  return inOrder(index, shifted(homonymsIn(image, local), term - local));
}
