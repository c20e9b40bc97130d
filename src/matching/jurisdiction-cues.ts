import data from '../../assets/text/jurisdictions.json' with { type: 'json' };
import { foldText } from '../text/fold.ts';
import { mergedTable } from '../text/folding-table.ts';
import { UNIT_KIND, unitKinds } from '../text/unit-kind.ts';

/** A country named beside a term: its code, and where the name stands in the text (UTF-16 units). */
export interface Cue {
  jurisdiction: string;
  start: number;
  end: number;
}

interface CueWord {
  text: string;
  jurisdiction: string;
  latin: boolean;
}

/** Words by what they begin or end with, longest first. */
interface CueWords {
  byLast: Map<string, CueWord[]>;
  byFirst: Map<string, CueWord[]>;
}

/** How far before and after a term its country may begin or end. */
const REACH = 40;

/** Bits of `edgeUnits`: a cue or a word between may end with the unit; a joint from behind may begin with it. */
const ENDS = 1;
const JOINS = 2;

let edgeUnits: Uint8Array | undefined;

/** Which units (as written) can stand at the edges of a term that has a country beside it: most cannot. */
function edges(): Uint8Array {
  if (edgeUnits) return edgeUnits;
  edgeUnits = new Uint8Array(65536);
  const { byLast, between } = words();
  const last = new Set([...byLast.keys(), ...between.map((word) => word.charAt(word.length - 1))]);
  const kinds = unitKinds();
  const merged = mergedTable();
  for (let unit = 0; unit < 65536; unit++) {
    const kind = kinds[merged[unit] ?? unit];
    const skipped = kind === UNIT_KIND.space || kind === UNIT_KIND.invisible || kind === UNIT_KIND.quote;
    if (skipped || last.has(String.fromCharCode(merged[unit] ?? unit))) edgeUnits[unit] = ENDS;
    if (kind === UNIT_KIND.space || ',('.includes(String.fromCharCode(merged[unit] ?? unit)))
      edgeUnits[unit] = (edgeUnits[unit] ?? 0) | JOINS;
  }
  return edgeUnits;
}

/** Words to be looked for anywhere. */
interface SoughtWords extends CueWords {
  /** Which hashes of two units words begin with (`hashOf`). */
  beginnings: Uint8Array;
  /** The longest word, with a unit behind it. */
  reach: number;
}

let cueWords: (CueWords & { between: string[]; near: SoughtWords }) | undefined;

/** A number below 65536 for two units, the same for the same two. */
function hashOf(first: number, second: number): number {
  return (first * 31 + second) & 0xffff;
}

function sought(list: CueWord[]): SoughtWords {
  const beginnings = new Uint8Array(65536);
  for (const { text } of list) beginnings[hashOf(text.charCodeAt(0), text.charCodeAt(1))] = 1;
  return { ...byEdges(list), beginnings, reach: Math.max(...list.map(({ text }) => text.length)) + 1 };
}

function cueList(cues: Record<string, string[]>): CueWord[] {
  return Object.entries(cues).flatMap(([jurisdiction, texts]) =>
    texts.map((text): CueWord => {
      const folded = foldText(text);
      return { text: folded, jurisdiction, latin: isLatin(folded.charCodeAt(0)) };
    }),
  );
}

function byEdges(list: CueWord[]): CueWords {
  const sorted = [...list].sort((a, b) => b.text.length - a.text.length);
  return {
    byLast: Map.groupBy(sorted, (word) => word.text.charAt(word.text.length - 1)),
    byFirst: Map.groupBy(sorted, (word) => word.text.charAt(0)),
  };
}

function words(): NonNullable<typeof cueWords> {
  if (cueWords) return cueWords;
  const cues = cueList(data.cues);
  const between = data.between.map(foldText).sort((a, b) => b.length - a.length);
  cueWords = { ...byEdges(cues), between, near: sought([...cues, ...cueList(data.signs)]) };
  return cueWords;
}

function isLatin(unit: number): boolean {
  return unitKinds()[unit] === UNIT_KIND.latin;
}

/** End of `text` without trailing white space and invisible units. */
function trimmedEnd(text: string, end: number): number {
  const kinds = unitKinds();
  let at = end;
  while (at > 0) {
    const kind = kinds[text.charCodeAt(at - 1)];
    if (kind !== UNIT_KIND.space && kind !== UNIT_KIND.invisible && kind !== UNIT_KIND.quote) break;
    at--;
  }
  return at;
}

/** The country whose name ends at `end` of a folded text, or null. A Latin name must begin as a word. */
function cueEndingAt(folded: string, end: number): Cue | null {
  for (const word of words().byLast.get(folded.charAt(end - 1)) ?? []) {
    const start = end - word.text.length;
    if (start < 0 || !folded.startsWith(word.text, start)) continue;
    if (word.latin && start > 0 && isLatin(folded.charCodeAt(start - 1))) continue;
    return { jurisdiction: word.jurisdiction, start, end };
  }
  return null;
}

function cueStartingAt(folded: string, start: number, { byFirst }: CueWords): Cue | null {
  for (const word of byFirst.get(folded.charAt(start)) ?? []) {
    const end = start + word.text.length;
    if (!folded.startsWith(word.text, start)) continue;
    if (word.latin && end < folded.length && isLatin(folded.charCodeAt(end))) continue;
    return { jurisdiction: word.jurisdiction, start, end };
  }
  return null;
}

function cueBefore(text: string, start: number): Cue | null {
  const from = Math.max(0, start - REACH);
  const before = foldText(text.slice(from, start));
  const at = trimmedEnd(before, before.length);
  let cue = at > 0 ? cueEndingAt(before, at) : null;
  if (!cue) {
    const near = before.slice(0, at);
    for (const word of words().between) {
      if (!near.endsWith(word)) continue;
      const end = trimmedEnd(near, at - word.length);
      cue = end > 0 ? cueEndingAt(near, end) : null;
      if (cue) break;
    }
  }
  return cue && { ...cue, start: cue.start + from, end: cue.end + from };
}

function cueAfter(text: string, end: number): Cue | null {
  const after = foldText(text.slice(end, end + REACH));
  const joint = /^(?:\s+of\s+(?:the\s+)?(?:republic\s+of\s+)?|,\s+|\s*\(\s*)/.exec(after);
  const cue = joint ? cueStartingAt(after, joint[0].length, words()) : null;
  return cue && { ...cue, start: cue.start + end, end: cue.end + end };
}

/**
 * The country named directly before `[start, end)` (新加坡的…, Singapore's …) or joined to it from behind
 * (… of Singapore, …, Singapore, …（新加坡）), or null. Pure.
 */
export function adjacentCue(text: string, start: number, end: number): Cue | null {
  const units = edges();
  const before = start > 0 && ((units[text.charCodeAt(start - 1)] ?? 0) & ENDS) !== 0;
  const cue = before ? cueBefore(text, start) : null;
  if (cue) return cue;
  const after = end < text.length && ((units[text.charCodeAt(end)] ?? 0) & JOINS) !== 0;
  return after ? cueAfter(text, end) : null;
}

let joiners: Set<string> | undefined;

/** Longest gap between two names, in UTF-16 units, that may be a joiner. */
const JOINER_REACH = 12;

/** Whether a text is a country's own name (Taiwan, 新加坡). Pure. */
export function namesCountry(text: string, jurisdiction: string): boolean {
  const folded = foldText(text);
  const named = words().byFirst.get(folded.charAt(0)) ?? [];
  return named.some((word) => word.text === folded && word.jurisdiction === jurisdiction);
}

/** Whether what stands between two names, `text[end, start)`, joins them under one country (日本的財政部與法務部). Pure. */
export function isJoined(text: string, end: number, start: number): boolean {
  if (start <= end || start - end > JOINER_REACH) return false;
  joiners ??= new Set(data.joiners.map(foldText));
  return joiners.has(foldText(text.slice(end, start)).trim());
}

/** All countries named in a text, in order, by their own names or by names that belong to them alone. */
export function cuesIn(text: string): Cue[] {
  const { near } = words();
  const { beginnings, reach } = near;
  const kinds = unitKinds();
  const merged = mergedTable();
  const folded = (at: number): number => merged[text.charCodeAt(at)] ?? text.charCodeAt(at);
  const cues: Cue[] = [];
  for (let at = 0, unit = folded(0), next = unit; at + 1 < text.length; at++, unit = next) {
    next = folded(at + 1);
    if (beginnings[hashOf(unit, next)] === 0) continue;
    if (at > 0 && kinds[unit] === UNIT_KIND.latin && kinds[folded(at - 1)] === UNIT_KIND.latin) continue;
    const cue = cueStartingAt(foldText(text.slice(at, at + reach)), 0, near);
    if (!cue) continue;
    cues.push({ ...cue, start: cue.start + at, end: cue.end + at });
    at += cue.end - 1;
    next = folded(at + 1);
  }
  return cues;
}
