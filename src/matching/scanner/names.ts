import { markOf } from './edges';
import { matchClasses } from './gaps';
import { latinEnd, nameTails, nameTailsEnd, soft } from './image';
import { MARK_TAIL, TAIL_REACH } from './layout';
import { classAt, unitAt } from './window';

const FULL_STOP: i32 = 0x2e;
const AT: i32 = 0x40;
const LOW_LINE: i32 = 0x5f;
const SPACE: i32 = 0x20;
const LINE_FEED: i32 = 0x0a;

/**
 * Where what may make a longer name of a term that ends before `end` begins: behind a space, or behind the end of a line of
 * Latin text, if there is one.
 */
function behindSpace(end: i32): i32 {
  if (classAt(end) !== soft) return end;
  const unit = unitAt(end);
  return unit === SPACE || (unit === LINE_FEED && classAt(end - 1) < latinEnd) ? end + 1 : end;
}

/** Whether a longer proper name goes on behind `end` (…組織法). */
export function nameGoesOn(end: i32): bool {
  const at = behindSpace(end);
  if ((markOf(classAt(at)) & MARK_TAIL) === 0) return false;
  for (let tail = nameTails; tail < nameTailsEnd; ) {
    const length = <i32>load<u16>(tail);
    const stop = matchClasses(at, tail + 2, length, end + TAIL_REACH);
    if (stop >= 0 && !(classAt(stop - 1) < latinEnd && classAt(stop) < latinEnd)) return true;
    tail += 2 + ((<usize>length) << 1);
  }
  return false;
}

function joins(unit: i32): bool {
  return unit === FULL_STOP || unit === AT || unit === LOW_LINE;
}

/** Whether the unit at a place ends a sentence rather than joins: a full stop before a capital. */
function endsSentence(place: i32): bool {
  if (unitAt(place) !== FULL_STOP) return false;
  const next = unitAt(place + 1);
  return next >= 0x41 && next <= 0x5a;
}

/**
 * Whether [start, end) lies in an address, a file name or a number, which a Latin term must not be cut out of: `.`, `@`
 * or `_` between it and another Latin unit. A full stop before a capital ends a sentence.
 */
export function insideAddress(start: i32, end: i32): bool {
  const latin = latinEnd;
  const after = joins(unitAt(end)) && classAt(end - 1) < latin && classAt(end + 1) < latin;
  if (after && !endsSentence(end)) return true;
  const before = joins(unitAt(start - 1)) && classAt(start) < latin && classAt(start - 2) < latin;
  return before && !endsSentence(start - 1);
}
