import { foldToKey } from '../text/fold.ts';
import { UNIT_KIND, unitKinds } from '../text/unit-kind.ts';

/** How many units beside a term are read to compare them with a key of `notAfter` or `notBefore`. */
const REACH = 80;

function isLatin(unit: number): boolean {
  return unitKinds()[unit] === UNIT_KIND.latin;
}

/** Whether a key holds another as whole words: a Latin edge of it must not lie inside a Latin word. */
export function keyHolds(key: string, wanted: string): boolean {
  for (let at = key.indexOf(wanted); at >= 0; at = key.indexOf(wanted, at + 1)) {
    const before = at > 0 && isLatin(key.charCodeAt(at - 1)) && isLatin(wanted.charCodeAt(0));
    const end = at + wanted.length;
    const after = end < key.length && isLatin(key.charCodeAt(end)) && isLatin(key.charCodeAt(end - 1));
    if (!before && !after) return true;
  }
  return false;
}

/** Whether one of the keys stands directly before `start`. */
export function followsOneOf(text: string, start: number, keys: readonly string[]): boolean {
  const before = foldToKey(text.slice(Math.max(0, start - REACH), start));
  return keys.some((key) => {
    if (!before.endsWith(key)) return false;
    const at = before.length - key.length;
    return !(at > 0 && isLatin(before.charCodeAt(at - 1)) && isLatin(key.charCodeAt(0)));
  });
}

/** Whether one of the keys stands directly after `end`. */
export function precedesOneOf(text: string, end: number, keys: readonly string[]): boolean {
  const after = foldToKey(text.slice(end, end + REACH));
  return keys.some((key) => {
    if (!after.startsWith(key)) return false;
    return !(isLatin(after.charCodeAt(key.length)) && isLatin(key.charCodeAt(key.length - 1)));
  });
}

const OPENING = '「『《〈“';
const CLOSING = '」』》〉”';

/**
 * Whether the quotation marks in `text[start, end)`, with the units on either side, make one pair at most:
 * 「AI新十大建設」推動方案 is a name, 國家」「發展 is none. Plain marks (") are not looked at.
 */
export function quotesBalanced(text: string, start: number, end: number): boolean {
  let opened = 0;
  let closed = 0;
  let closedFirst = false;
  for (let at = start; at < end; at++) {
    const unit = text.charAt(at);
    if (OPENING.includes(unit)) opened++;
    else if (CLOSING.includes(unit)) {
      if (opened === 0) closedFirst = true;
      closed++;
    }
  }
  if (opened + closed === 0) return true;
  if (opened > 1 || closed > 1) return false;
  if (opened === closed) return !closedFirst;
  if (closed === 1) return start > 0 && OPENING.includes(text.charAt(start - 1));
  return end < text.length && CLOSING.includes(text.charAt(end));
}
