import type { TermImage } from './image.ts';
import { PAYLOAD, TERM_FLAG, TERM_MASK } from './image-layout.ts';
import { leadOf } from './image-rules.ts';
import { fitsCase } from './letter-case.ts';
import { unpackFlags } from './packed-flags.ts';
import { BEFORE, type Scan } from './scan-state.ts';
import { insideAddress, isPartOfLongerName, quotesBalanced } from './surroundings.ts';
import { mayBegin, mayEnd } from './word-edges.ts';

/** Flags of terms about which only the judge can say. */
const ASKS = TERM_FLAG.never | TERM_FLAG.rules | TERM_FLAG.country;

/** Whether no word straddles an edge of the hit; what ended the last hit has ended a word. */
export function hasClearEdges(
  scan: Scan,
  image: TermImage,
  start: number,
  end: number,
  payload: number,
): boolean {
  if ((payload & PAYLOAD.endRisk) !== 0 && !mayEnd(image, scan.classes, end)) return false;
  if ((payload & PAYLOAD.startRisk) === 0 || scan.free - scan.origin + BEFORE === start) return true;
  return mayBegin(image, scan.classes, start);
}

/** Whether a class may begin a name tail, or joins Latin words to an address. */
export function isMarked(image: TermImage, unit: number): boolean {
  return (unit - image.wordClass) >>> 0 < image.markedCount;
}

/** Whether no longer name, address or pair of quotation marks reaches over an edge of the hit, whatever its term. */
export function standsAlone(scan: Scan, image: TermImage, start: number, end: number): boolean {
  const { classes, text } = scan;
  const from = start + scan.origin - BEFORE;
  const to = end + scan.origin - BEFORE;
  if (scan.quotes && !quotesBalanced(text, from, to)) return false;
  if (!isMarked(image, classes[end]!) && !isMarked(image, classes[start - 1]!)) return true;
  return !insideAddress(text, from, to) && !isPartOfLongerName(text, to);
}

/** What the trie reports by a payload, as the judge knows it (`leadOf`). */
export function leadIn(scan: Scan, image: TermImage, payload: number): number {
  return leadOf(image, payload & TERM_MASK, scan.firstTerm, scan.added);
}

/** What `weigh` finds, beside terms. */
export const VERDICT = { reject: -1, ask: -2 } as const;

/** Weighs a hit as far as that goes without the judge: the term to report, by its number in the image, or a verdict. */
export function weigh(
  scan: Scan,
  image: TermImage,
  start: number,
  end: number,
  payload: number,
  keyEnd: number,
): number {
  if (!hasClearEdges(scan, image, start, end, payload)) return VERDICT.reject;
  const term = payload & TERM_MASK;
  if ((payload & PAYLOAD.judged) === 0) return term;
  const { text } = scan;
  const shift = scan.origin - BEFORE;
  if (term >= image.termCount && scan.barred) return VERDICT.ask;
  if (term >= image.termCount)
    return chooseHomonym(image, term - image.termCount, text, start + shift, end + shift, keyEnd + shift);
  const flags = unpackFlags(image, term);
  if (!fitsCase(text, start + shift, keyEnd + shift, end + shift, flags)) return VERDICT.reject;
  return (flags & ASKS) !== 0 ? VERDICT.ask : term;
}

/** The term to report for a hit, or -1. */
export function judged(
  scan: Scan,
  image: TermImage,
  start: number,
  end: number,
  payload: number,
  keyEnd: number,
): number {
  const term = weigh(scan, image, start, end, payload, keyEnd);
  if (term === VERDICT.reject || !standsAlone(scan, image, start, end)) return -1;
  if (term >= 0 && !scan.barred?.has(term + scan.firstTerm)) return term + scan.firstTerm;
  const shift = scan.origin - BEFORE;
  return scan.judge.decide(start + shift, end + shift, leadIn(scan, image, payload));
}

function isWritten(image: TermImage, member: number, text: string, start: number, end: number): boolean {
  const { groupTexts, groupTextStarts } = image;
  const from = groupTextStarts[member]!;
  if (groupTextStarts[member + 1]! - from !== end - start) return false;
  for (let at = start; at < end; at++)
    if (text.charCodeAt(at) !== groupTexts[from + at - start]) return false;
  return true;
}

/**
 * Of homonyms without rules or countries, the one that is written exactly so, else the first whose letters fit; `ask`
 * when others are among them.
 */
function chooseHomonym(
  image: TermImage,
  group: number,
  text: string,
  start: number,
  end: number,
  keyEnd: number,
): number {
  const { groups, groupStarts } = image;
  if (image.jurisdictions.length > 0) return VERDICT.ask;
  let first: number = VERDICT.reject;
  for (let member = groupStarts[group]!; member < groupStarts[group + 1]!; member++) {
    const flags = unpackFlags(image, groups[member]!);
    if ((flags & ASKS) !== 0) return VERDICT.ask;
    if (isWritten(image, member, text, start, end)) return groups[member]!;
    if (first < 0 && fitsCase(text, start, keyEnd, end, flags)) first = groups[member]!;
  }
  return first;
}
