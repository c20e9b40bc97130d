import { TERM_FLAG } from './image-layout.ts';

const SMALL = /\p{Ll}/u;
const CAPITAL = /\p{Lu}/u;

/** Whether a unit is a letter of that case. */
function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : CAPITAL.test(text.charAt(at));
}

function isSmall(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 0x80 ? unit >= 0x61 && unit <= 0x7a : SMALL.test(text.charAt(at));
}

/**
 * Whether the letters of `text[start, end)` stand as a term's flags ask (`TERM_FLAG`): the first a capital, or all of
 * the term's own capitals and what follows `keyEnd` (a plural ending) small. Pure.
 */
export function fitsCase(text: string, start: number, keyEnd: number, end: number, flags: number): boolean {
  if ((flags & TERM_FLAG.capitals) === 0) return (flags & TERM_FLAG.capital) === 0 || isCapital(text, start);
  for (let at = start; at < keyEnd; at++) if (isSmall(text, at)) return false;
  for (let at = keyEnd; at < end; at++) if (isCapital(text, at)) return false;
  return true;
}
