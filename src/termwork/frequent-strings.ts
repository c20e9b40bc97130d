import { CUTTING_CHARACTERS, endsAsName, endsOutside, leadingWords } from './name-edges.ts';
import type { Occurrence } from './recognised.ts';

/** A string that a text repeats and nothing known covers. */
export interface FrequentString {
  readonly text: string;
  readonly lang: 'zh' | 'en';
  readonly count: number;
  /** Its first place, `[start, end)` in UTF-16 units. */
  readonly at: readonly [number, number];
  readonly score: number;
}

/** Lengths of Chinese strings looked at, characters. */
const SHORTEST = 3;
const LONGEST = 12;

/** Times a string must stand in a text of any length to be worth a look. */
const LEAST_COUNT = 2;

interface Tally {
  count: number;
  first: number;
  before: Set<string>;
  after: Set<string>;
}

/** The text with what is known blanked out, so that offsets stay. */
function withoutKnown(text: string, known: readonly Occurrence[]): string {
  let left = '';
  let at = 0;
  for (const { start, end } of known) {
    left += text.slice(at, start) + '\u2029'.repeat(end - start);
    at = end;
  }
  return left + text.slice(at);
}

/** Runs of Chinese that a term may lie in: cut at marks and at characters that names seldom hold. */
function* chineseRuns(text: string): Generator<{ run: string; start: number }> {
  for (const match of text.matchAll(/\p{Script=Han}{2,}/gu)) {
    let from = 0;
    const whole = match[0];
    for (let at = 0; at <= whole.length; at++) {
      if (at < whole.length && !CUTTING_CHARACTERS.has(whole[at]!)) continue;
      if (at - from >= SHORTEST) yield { run: whole.slice(from, at), start: match.index + from };
      from = at + 1;
    }
  }
}

function tallyChinese(text: string): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { run, start } of chineseRuns(text)) {
    for (let from = 0; from + SHORTEST <= run.length; from++) {
      const most = Math.min(LONGEST, run.length - from);
      for (let length = SHORTEST; length <= most; length++) {
        const string = run.slice(from, from + length);
        let tally = tallies.get(string);
        if (!tally) {
          tally = { count: 0, first: start + from, before: new Set(), after: new Set() };
          tallies.set(string, tally);
        }
        tally.count++;
        // An end of a run says as much as a different neighbour: each counts anew.
        tally.before.add(run[from - 1] ?? `${start}`);
        tally.after.add(run[from + length] ?? `${start + run.length}`);
      }
    }
  }
  return tallies;
}

/** Whether a string is part of a longer one that stands just as often: then the longer one is the term. */
function isPartOfLonger(string: string, tally: Tally, longer: readonly [string, Tally][]): boolean {
  return longer.some(
    ([other, { count }]) => count >= tally.count && other.length > string.length && other.includes(string),
  );
}

/** Characters around a string that the segmenter is shown. */
const SURROUNDINGS = 12;

/**
 * The words that a string at `at` is made of, by the browser's segmenter shown its surroundings; `undefined` when its
 * ends are not the ends of words there.
 */
function wordsOf(text: string, at: number, length: number): string[] | undefined {
  const from = Math.max(0, at - SURROUNDINGS);
  const segments = new Intl.Segmenter('zh-Hant', { granularity: 'word' }).segment(
    text.slice(from, at + length + SURROUNDINGS),
  );
  const words: string[] = [];
  let end = at;
  for (const { index, segment } of segments) {
    if (from + index < at || from + index >= at + length) continue;
    if (from + index !== end) return undefined;
    words.push(segment);
    end += segment.length;
  }
  return end === at + length ? words : undefined;
}

/** Whether a string is made as terms are: of two words or more, without a lone character at either end but a head. */
function isMadeAsTerm(string: string, words: readonly string[] | undefined): boolean {
  if (!words || words.length < 2) return false;
  return words[0]!.length > 1 && (words.at(-1)!.length > 1 || endsAsName(string));
}

function chineseStrings(text: string): FrequentString[] {
  const frequent = [...tallyChinese(text)]
    .filter(
      ([string, { count, before, after, first }]) =>
        count >= LEAST_COUNT &&
        // A term stands in different surroundings; a piece of one always has the same neighbour.
        before.size >= LEAST_COUNT &&
        after.size >= LEAST_COUNT &&
        leadingWords(string) === 0 &&
        !endsOutside(string) &&
        isMadeAsTerm(string, wordsOf(text, first, string.length)),
    )
    .toSorted((a, b) => b[0].length - a[0].length);
  return frequent
    .filter(([string, tally]) => !isPartOfLonger(string, tally, frequent))
    .map(([string, { count, first }]) => ({
      text: string,
      lang: 'zh',
      count,
      at: [first, first + string.length],
      score: Math.log2(count + 1) * Math.sqrt(string.length) * (endsAsName(string) ? 2 : 1),
    }));
}

const CAPITALISED =
  /\b[A-Z][A-Za-z0-9&'’-]*(?:\s+(?:(?:of|the|and|for|in|on|to|with)\s+){0,2}[A-Z][A-Za-z0-9&'’-]*){1,7}/g;

/** A capitalised string and, as its first word may only begin a sentence (Funds of the …), what follows `of the`. */
function* englishNames(text: string): Generator<{ name: string; at: number }> {
  for (const match of text.matchAll(CAPITALISED)) {
    const end = match.index + match[0].length;
    const name = match[0].replace(/^(?:The|A|An|This|These|In|On|For|By|With|And)\s+/, '');
    yield { name, at: end - name.length };
    const tail = /\s(?:of|for|and|to|in|on|with)\s+(?:the\s+)?([A-Z].*)$/s.exec(name)?.[1];
    if (tail) yield { name: tail, at: end - tail.length };
  }
}

function englishStrings(text: string): FrequentString[] {
  const tallies = new Map<string, { count: number; first: number }>();
  for (const { name, at } of englishNames(text)) {
    const string = name.replace(/\s+/g, ' ');
    if (!string.includes(' ')) continue;
    const tally = tallies.get(string) ?? { count: 0, first: at };
    tally.count++;
    tallies.set(string, tally);
  }
  return [...tallies]
    .filter(([, { count }]) => count >= LEAST_COUNT)
    .map(([string, { count, first }]) => ({
      text: string,
      lang: 'en',
      count,
      at: [first, first + string.length],
      score: Math.log2(count + 1) * Math.sqrt(string.split(' ').length) * 1.5,
    }));
}

/**
 * Strings that a text repeats, that nothing known covers and that may be terms by where they begin and end: Chinese ones
 * of 3 to 12 characters, and English names of two words or more. Unordered; the higher the score, the likelier.
 */
export function frequentStrings(text: string, known: readonly Occurrence[]): FrequentString[] {
  const rest = withoutKnown(text, known);
  return [...chineseStrings(rest), ...englishStrings(rest)];
}
