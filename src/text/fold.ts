import { mergedTable } from './folding-table.ts';
import { UNIT_KIND, unitKinds } from './unit-kind.ts';

function fromUnits(units: Uint16Array): string {
  let text = '';
  if (units.length < 128) {
    for (let at = 0; at < units.length; at++) text += String.fromCharCode(units[at] ?? 0);
    return text;
  }
  for (let at = 0; at < units.length; at += 8192)
    text += String.fromCharCode(...units.subarray(at, at + 8192));
  return text;
}

/** The text with every unit folded; same length, so offsets stay true. */
export function foldText(text: string): string {
  if (text.length === 0) return text;
  const merged = mergedTable();
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    units[at] = merged[code] ?? code;
  }
  return fromUnits(units);
}

/**
 * A key that is equal for texts the recogniser takes for the same words: folded, without invisible units and
 * quotation marks. White space and hyphens become one space between two Latin units; elsewhere white space is
 * nothing, and a hyphen counts only between two units that are not Latin. Idempotent. Not for display.
 */
export function foldToKey(text: string): string {
  const merged = mergedTable();
  const kinds = unitKinds();
  const units = new Uint16Array(text.length + 1);
  let length = 0;
  let space = false;
  let hyphen = false;
  for (let at = 0; at < text.length; at++) {
    const raw = text.charCodeAt(at);
    const code = merged[raw] ?? raw;
    const kind = kinds[code];
    if (kind === UNIT_KIND.space) space = true;
    else if (kind === UNIT_KIND.hyphen) hyphen = true;
    if (kind !== UNIT_KIND.latin && kind !== UNIT_KIND.other) continue;
    if (length > 0) {
      const before = kinds[units[length - 1] ?? 0] === UNIT_KIND.latin;
      const after = kind === UNIT_KIND.latin;
      if (before && after && (space || hyphen)) units[length++] = 0x20;
      else if (!before && !after && hyphen) units[length++] = 0x2d;
    }
    units[length++] = code;
    space = false;
    hyphen = false;
  }
  return fromUnits(units.subarray(0, length));
}
