import { mayBegin, mayEnd } from './edges';
import { decide, isBarred, isCapitalLetter, isSmallLetter, quotesBalanced } from './host';
import {
  flagBits,
  flagStarts,
  groupStarts,
  groups,
  groupTextStarts,
  groupTexts,
  hasCountries,
  hasFlags,
  termCount,
  termFlags,
} from './image';
import {
  BEFORE,
  FLAG_CAPITAL,
  FLAG_CAPITALS,
  FLAG_COUNTRY,
  FLAG_NEVER,
  FLAG_RULES,
  PAYLOAD_END_RISK,
  PAYLOAD_JUDGED,
  PAYLOAD_START_RISK,
  STATE_BARRED,
  STATE_FIRST_TERM,
  STATE_FREE,
  STATE_ORIGIN,
  STATE_QUOTES,
  TERM_MASK,
  VERDICT_ASK,
  VERDICT_REJECT,
} from './layout';
import { insideAddress, nameGoesOn } from './names';
import { unitAt } from './window';

/** Flags of terms about which only the judge can say. */
const ASKS: i32 = FLAG_NEVER | FLAG_RULES | FLAG_COUNTRY;

/** What is added to a place to make it an offset in the text. */
export function shift(): i32 {
  return load<i32>(STATE_ORIGIN) - BEFORE;
}

/** Flags of a term, by its number in the image; see `packed-flags.ts`. */
function flagsOf(term: i32): i32 {
  if (!hasFlags) return 0;
  const word = (<usize>(term >> 5)) << 2;
  const bits = load<u32>(flagBits + word);
  const bit = (<u32>1) << (term & 31);
  if ((bits & bit) === 0) return 0;
  return <i32>load<u8>(termFlags + <usize>(load<i32>(flagStarts + word) + popcnt(bits & (bit - 1))));
}

function isCapital(place: i32): bool {
  const unit = unitAt(place);
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : isCapitalLetter(unit);
}

function isSmall(place: i32): bool {
  const unit = unitAt(place);
  return unit < 0x80 ? unit >= 0x61 && unit <= 0x7a : isSmallLetter(unit);
}

/**
 * Whether the letters in [start, end) stand as a term's flags ask: the first a capital, or all of the term's own capitals
 * and what follows `keyEnd` (a plural ending) small.
 */
function fitsCase(start: i32, keyEnd: i32, end: i32, flags: i32): bool {
  if ((flags & FLAG_CAPITALS) === 0) return (flags & FLAG_CAPITAL) === 0 || isCapital(start);
  for (let at = start; at < keyEnd; at++) if (isSmall(at)) return false;
  for (let at = keyEnd; at < end; at++) if (isCapital(at)) return false;
  return true;
}

/** Whether the `member`th of `groups` is written just as the text between two places. */
function isWritten(member: i32, start: i32, end: i32): bool {
  const at = groupTextStarts + ((<usize>member) << 2);
  const from = load<i32>(at);
  const length = end - start;
  if (load<i32>(at + 4) - from !== length) return false;
  for (let unit = 0; unit < length; unit++)
    if (<i32>load<u16>(groupTexts + ((<usize>(from + unit)) << 1)) !== unitAt(start + unit)) return false;
  return true;
}

/**
 * Of homonyms without rules or countries, the one that is written exactly so, else the first whose letters fit;
 * `VERDICT_ASK` when others are among them.
 */
function chooseHomonym(group: i32, start: i32, end: i32, keyEnd: i32): i32 {
  if (hasCountries || load<i32>(STATE_BARRED)) return VERDICT_ASK;
  let found = VERDICT_REJECT;
  const bounds = groupStarts + ((<usize>group) << 2);
  const stop = load<i32>(bounds + 4);
  for (let member = load<i32>(bounds); member < stop; member++) {
    const term = load<i32>(groups + ((<usize>member) << 2));
    const flags = flagsOf(term);
    if ((flags & ASKS) !== 0) return VERDICT_ASK;
    if (isWritten(member, start, end)) return term;
    if (found < 0 && fitsCase(start, keyEnd, end, flags)) found = term;
  }
  return found;
}

/** Whether no word straddles an edge of the hit; what ended the last hit has ended a word. */
export function hasClearEdges(start: i32, end: i32, payload: i32): bool {
  if ((payload & PAYLOAD_END_RISK) !== 0 && !mayEnd(end)) return false;
  if ((payload & PAYLOAD_START_RISK) === 0 || load<i32>(STATE_FREE) - shift() === start) return true;
  return mayBegin(start);
}

/** Whether no longer name, address or pair of quotation marks reaches over an edge of the hit, whatever its term. */
export function standsAlone(start: i32, end: i32): bool {
  if (load<i32>(STATE_QUOTES) && !quotesBalanced(start + shift(), end + shift())) return false;
  return !insideAddress(start, end) && !nameGoesOn(end);
}

/** Weighs a hit as far as that goes without the judge: the term to report, by its number in the image, or a verdict. */
export function weigh(start: i32, end: i32, payload: i32, keyEnd: i32): i32 {
  if (!hasClearEdges(start, end, payload)) return VERDICT_REJECT;
  const term = payload & TERM_MASK;
  if ((payload & PAYLOAD_JUDGED) === 0) return term;
  if (term >= termCount) return chooseHomonym(term - termCount, start, end, keyEnd);
  const flags = flagsOf(term);
  if (!fitsCase(start, keyEnd, end, flags)) return VERDICT_REJECT;
  return (flags & ASKS) !== 0 ? VERDICT_ASK : term;
}

/** The term to report for a hit, by its number in the index, or -1. */
export function judged(start: i32, end: i32, payload: i32, keyEnd: i32): i32 {
  const term = weigh(start, end, payload, keyEnd);
  if (term === VERDICT_REJECT || !standsAlone(start, end)) return -1;
  const firstTerm = load<i32>(STATE_FIRST_TERM);
  if (term >= 0 && !(load<i32>(STATE_BARRED) && isBarred(term + firstTerm))) return term + firstTerm;
  return decide(start + shift(), end + shift(), payload & TERM_MASK);
}
