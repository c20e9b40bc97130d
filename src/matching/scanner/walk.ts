import { markOf, strangeness } from './edges';
import { endAt, findEnds } from './ends';
import { matchTail, mayCrossGap } from './gaps';
import { isBarred } from './host';
import { base, check, first, latinEnd, singles, soft, tails, terminal } from './image';
import {
  HITS,
  MARK_JOINT,
  MARK_TAIL,
  MAX_SPAN,
  OPENINGS,
  PAYLOAD_END_RISK,
  PAYLOAD_JUDGED,
  PAYLOAD_LENGTH_SHIFT,
  PAYLOAD_MASK,
  PAYLOAD_START_RISK,
  SOFT_STATE,
  STATE_BARRED,
  STATE_FREE,
  STATE_QUOTES,
  TERM_MASK,
  VERDICT_REJECT,
} from './layout';
import { judged, shift, weigh } from './verdict';
import { classAt, nextStart } from './window';

/** Shifts that bring a flag of a payload to the sign. */
const JUDGED_TO_SIGN: i32 = clz<i32>(PAYLOAD_JUDGED);
const END_RISK_TO_SIGN: i32 = clz<i32>(PAYLOAD_END_RISK);
const START_RISK_TO_SIGN: i32 = clz<i32>(PAYLOAD_START_RISK);

/** Behind every place. */
const NO_LIMIT: i32 = 0x7fffffff;

/** Writes a hit as the `count`th; in any case, so that there is no branch: what is no hit is written over. */
function writeHit(count: i32, start: i32, end: i32, term: i32): void {
  const into = <usize>(count * 12);
  store<i32>(into, start, HITS);
  store<i32>(into, end, HITS + 4);
  store<i32>(into, term, HITS + 8);
}

/**
 * End of the longest hit from `start` that the judge accepts, or 0; its term is in `accepted`. Only keys are asked that end,
 * without a plural ending, before `limit`.
 */
function longestJudged(start: i32, limit: i32): i32 {
  let end = 0;
  for (let at = findEnds(start) - 3; at >= 0; at -= 3) {
    end = endAt(at);
    const keyEnd = endAt(at + 2);
    if (keyEnd < limit) {
      accepted = judged(start, end, endAt(at + 1), keyEnd);
      if (accepted >= 0) break;
    }
    end = 0;
  }
  store<i32>(STATE_QUOTES, 0);
  return end;
}

let accepted: i32 = 0;

/**
 * End of the hit to report for the longest key found, of which look-ups raised a doubt, or 0; its term is in `accepted`.
 * `seen`: how many keys begin at `start`, by that reading. `ask`: a word, a name or an address may go on beside it.
 */
function settle(start: i32, end: i32, payload: i32, seen: i32, ask: bool): i32 {
  if (ask || end - start > MAX_SPAN || load<i32>(STATE_QUOTES) !== 0) return longestJudged(start, NO_LIMIT);
  accepted = weigh(start, end, payload, end);
  if (accepted >= 0 && !(load<i32>(STATE_BARRED) && isBarred(accepted))) return end;
  if (accepted !== VERDICT_REJECT) return longestJudged(start, NO_LIMIT);
  return seen < 2 ? 0 : longestJudged(start, end);
}

/**
 * Walks the marked starts in [from, limit) and puts the hits to `HITS`; returns how many. Offsets are those of the text,
 * terms those of the index. Keys that begin with a Latin unit are mostly of several words, with gaps between: they are read
 * with all their ends at once. Others are read without any gap first, and again if there is one.
 */
export function walk(from: i32, limit: i32): i32 {
  const slots = check;
  const states = base;
  const shifted = shift();
  const latin = latinEnd;
  const opened = singles ? 1 : 2;
  const barred = load<i32>(STATE_BARRED) !== 0;
  let hitEnd = load<i32>(STATE_FREE) - shifted;
  let count = 0;
  let free = max(from, hitEnd);
  for (let start = nextStart(free, limit); start < limit; start = nextStart(free, limit)) {
    const own = classAt(start);
    if (own < latin) {
      store<i32>(STATE_FREE, hitEnd + shifted);
      free = longestJudged(start, NO_LIMIT);
      if (free !== 0) {
        writeHit(count, start + shifted, free + shifted, accepted);
        count++;
        hitEnd = free;
      } else free = start + 1;
      continue;
    }
    let value = load<i32>((<usize>start) << 2, OPENINGS);
    let at = start + opened;
    let end = 0;
    let ended = 0;
    let seen = 0;
    let unit = 0;
    while (value >= 0) {
      const ends = -(value & 1);
      seen -= ends;
      end ^= (end ^ at) & ends;
      ended ^= (ended ^ value) & ends;
      unit = classAt(at);
      const slot = (value >> 1) + unit;
      if (<i32>load<u16>(slots + ((<usize>slot) << 1)) !== unit) break;
      value = load<i32>(states + ((<usize>slot) << 2));
      at++;
    }
    free = start + 1;
    let payload = 0;
    let odd = false;
    if (value >= 0) {
      payload = load<i32>(states + ((<usize>((ended >> 1) + terminal)) << 2));
      odd = unit === soft && mayCrossGap(at + 1, value);
    } else {
      const index = ~value >> 1;
      if (~value & 1) {
        end = at;
        payload = index;
        seen++;
      } else if (value === SOFT_STATE) {
        payload = load<i32>(states + ((<usize>((ended >> 1) + terminal)) << 2));
        odd = mayCrossGap(start + 2, load<i32>(first + ((<usize>own) << 2)));
      } else {
        const header = load<i32>(tails + ((<usize>index) << 1));
        const tailEnd = matchTail(start, at, index + 2, header >>> PAYLOAD_LENGTH_SHIFT);
        if (tailEnd >= 0) {
          end = tailEnd;
          payload = header & PAYLOAD_MASK;
          seen++;
        } else payload = load<i32>(states + ((<usize>((ended >> 1) + terminal)) << 2));
      }
    }
    if (odd) {
      store<i32>(STATE_FREE, hitEnd + shifted);
      end = longestJudged(start, NO_LIMIT);
      if (end === 0) continue;
      payload = accepted;
    } else {
      if (end === 0) continue;
      // All questions at once: each by itself would be a branch that is mispredicted at every other hit.
      const next = classAt(end);
      const last = classAt(end - 1);
      const before = classAt(start - 1);
      const inWord = (next - latin) & (last - latin);
      const beyond = next === soft ? classAt(end + 1) : next;
      const marked = -((markOf(next) & MARK_JOINT) | (markOf(beyond) & MARK_TAIL));
      const endRisk = (strangeness(last, next) - 1) & (payload << END_RISK_TO_SIGN);
      const startRisk = (strangeness(before, own) - 1) & (payload << START_RISK_TO_SIGN);
      const doubt =
        inWord |
        marked |
        endRisk |
        startRisk |
        (payload << JUDGED_TO_SIGN) |
        (MAX_SPAN + start - end) |
        -load<i32>(STATE_QUOTES);
      if (doubt < 0) {
        store<i32>(STATE_FREE, hitEnd + shifted);
        end = settle(start, end, payload, seen, (marked | inWord) < 0);
        if (end === 0) continue;
        payload = accepted;
      } else if (barred && isBarred(payload & TERM_MASK)) {
        store<i32>(STATE_FREE, hitEnd + shifted);
        end = longestJudged(start, NO_LIMIT);
        if (end === 0) continue;
        payload = accepted;
      }
    }
    writeHit(count, start + shifted, end + shifted, payload & TERM_MASK);
    count++;
    hitEnd = end;
    free = end;
  }
  store<i32>(STATE_FREE, hitEnd + shifted);
  return count;
}

/** As `walk`, by exact matching: no gaps, no words, no judgement. */
export function walkExact(from: i32, limit: i32): i32 {
  const slots = check;
  const states = base;
  const shifted = shift();
  const opened = singles ? 1 : 2;
  let count = 0;
  let free = max(from, load<i32>(STATE_FREE) - shifted);
  for (let start = nextStart(free, limit); start < limit; start = nextStart(free, limit)) {
    let value = load<i32>((<usize>start) << 2, OPENINGS);
    let at = start + opened;
    let end = 0;
    let ended = 0;
    while (value >= 0) {
      const ends = -(value & 1);
      end ^= (end ^ at) & ends;
      ended ^= (ended ^ value) & ends;
      const unit = classAt(at);
      const slot = (value >> 1) + unit;
      if (<i32>load<u16>(slots + ((<usize>slot) << 1)) !== unit) break;
      value = load<i32>(states + ((<usize>slot) << 2));
      at++;
    }
    let term = load<i32>(states + ((<usize>((ended >> 1) + terminal)) << 2));
    if (value < 0) {
      const index = ~value >> 1;
      if (~value & 1) {
        end = at;
        term = index;
      } else {
        const header = load<i32>(tails + ((<usize>index) << 1));
        let left = tails + ((<usize>(index + 2)) << 1);
        const stop = left + ((<usize>(header >>> PAYLOAD_LENGTH_SHIFT)) << 1);
        for (; left < stop && <i32>load<u16>(left) === classAt(at); left += 2) at++;
        if (left === stop) {
          end = at;
          term = header & TERM_MASK;
        }
      }
    }
    const found = -end >> 31;
    writeHit(count, start + shifted, end + shifted, term);
    count -= found;
    free = (end & found) | ((start + 1) & ~found);
  }
  store<i32>(STATE_FREE, free + shifted);
  return count;
}
