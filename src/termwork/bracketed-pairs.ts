import { CUTTING_CHARACTERS, leadingWords } from './name-edges.ts';

/** A Chinese and an English wording that a text sets beside each other: 數位公共基礎建設（Digital Public Infrastructure）. */
export interface BracketedPair {
  readonly zh: string;
  readonly en: string;
  /** Abbreviation given with it: （Digital Public Infrastructure, DPI）. */
  readonly abbreviation?: string;
  /** `[start, end)` of the Chinese wording and of the English one, UTF-16 units. */
  readonly zhSpan: readonly [number, number];
  readonly enSpan: readonly [number, number];
  /** Whether where the Chinese wording begins is certain: a mark, a line or an end of something known stands there. */
  readonly certain: boolean;
}

/** Longest Chinese wording looked for, UTF-16 units. */
const MOST_CHINESE = 24;

/** How far before a bracket is looked, UTF-16 units. */
const MOST_LOOKED_AT = 80;

/** English function words: they have no Chinese character of their own. */
const FUNCTION_WORDS = new Set([
  'of',
  'the',
  'and',
  'for',
  'in',
  'on',
  'to',
  'a',
  'an',
  'with',
  'by',
  'at',
  'from',
]);

const ENGLISH = String.raw`[A-Za-z][A-Za-z0-9 ,.'’&/+\-–:]{1,118}?[A-Za-z0-9.+]`;
const CHINESE_FIRST = new RegExp(String.raw`[（(]\s*(${ENGLISH})\s*[)）]`, 'gu');
const CHINESE_LAST = new RegExp(
  String.raw`([A-Z][A-Za-z0-9'’&/+\- ]{2,100}?)\s?[（(]\s*([\p{Script=Han}A-Za-z0-9・‧·「」]{2,${MOST_CHINESE}})\s*[)）]`,
  'gu',
);
/** Chinese with Latin words in it; lines may be broken anywhere in it. */
const HAN_RUN =
  /(?:[\p{Script=Han}A-Za-z0-9+・‧·]|(?<=[\p{Script=Han}A-Za-z0-9])\s(?=[\p{Script=Han}A-Za-z0-9]))*\p{Script=Han}$/u;
const OPENING_QUOTE = /[「『《〈"“]/u;
const CLOSING_QUOTE = /[」』》〉"”]?\s*$/u;
const ABBREVIATION = /^[A-Z][A-Za-z0-9&+-]{1,11}$/;

/** Characters that a Chinese rendering of an English wording is likely to have: two to three for a word, two for a letter of an abbreviation. */
function likelyLength(english: string): number {
  const words = english
    .split(/[\s/-]+/)
    .filter((word) => word !== '' && !FUNCTION_WORDS.has(word.toLowerCase()));
  const length = words.reduce(
    (sum, word) => sum + (/^[A-Z]{2,10}$/.test(word) ? Math.min(12, word.length * 2) : 2.5),
    0,
  );
  return Math.max(2, length);
}

/** The wording and the abbreviation of `Digital Public Infrastructure, DPI` (or `DPI, …`, `…, 簡稱`). */
function splitEnglish(text: string): { en: string; abbreviation?: string } {
  const parts = text.split(/\s*[,;；，]\s*/);
  if (parts.length === 2) {
    const [first, second] = parts as [string, string];
    if (ABBREVIATION.test(second) && /\s/.test(first)) return { en: first, abbreviation: second };
    if (ABBREVIATION.test(first) && /\s/.test(second)) return { en: second, abbreviation: first };
  }
  return { en: text };
}

/** Word edges inside a text, UTF-16 units, as the browser's segmenter sees them. */
function wordEdges(text: string): number[] {
  const segmenter = new Intl.Segmenter('zh-Hant', { granularity: 'word' });
  return [...segmenter.segment(text)].map(({ index }) => index);
}

/** Whether a wording stands elsewhere too, behind other characters: then it begins where it does by itself. */
function standsAlone(wording: string, text: string): boolean {
  const before = new Set<string>();
  for (let at = text.indexOf(wording); at >= 0; at = text.indexOf(wording, at + 1))
    before.add(text[at - 1] ?? '');
  return before.size >= 2;
}

interface Start {
  readonly at: number;
  readonly certain: boolean;
}

/** The last place in `run` that a name cannot reach over: behind a cutting character; verbs that follow it are cut off. */
function hardEdge(run: string): Start {
  let at = Math.max(0, run.length - MOST_CHINESE);
  let certain = at === 0;
  for (let edge = run.length - 2; edge > at; edge--) {
    const unit = run[edge - 1]!;
    if (!CUTTING_CHARACTERS.has(unit) && unit !== '、') continue;
    at = edge;
    certain = true;
  }
  for (let cut = leadingWords(run.slice(at)); cut > 0 && run.length - at - cut >= 2; ) {
    at += cut;
    certain = true;
    cut = leadingWords(run.slice(at));
  }
  return { at, certain };
}

/**
 * Where in `run` (Chinese that ends before a bracket) the name begins: behind a mark, a verb or the end of a known term,
 * else where the wording stands by itself elsewhere in `text`, else at the edge of a word whose distance from the end
 * suits the English.
 */
function nameStart(run: string, english: string, text: string, isEdge: (at: number) => boolean): Start {
  const { at: from, certain } = hardEdge(run);
  const wanted = likelyLength(english);
  if (run.length - from <= wanted + 2) return { at: from, certain };
  // Behind a known term a name of its own begins, verbs in it and all (行政院|智慧國家推動小組).
  for (let at = run.length - 2; at > from; at--)
    if (isEdge(at) && run.length - at >= wanted - 2 && run.length - at <= wanted * 2) {
      const cut = leadingWords(run.slice(at));
      return { at: at + cut, certain: true };
    }
  const starts = wordEdges(run).filter(
    (at) => at >= from && run.length - at >= 2 && leadingWords(run.slice(at)) === 0,
  );
  const afterVerb = starts.findLast(
    (at) =>
      run.length - at >= wanted - 2 &&
      [2, 3].some((back) => at - back >= from && leadingWords(run.slice(at - back)) === back),
  );
  if (afterVerb !== undefined) return { at: afterVerb, certain: true };
  const alone = starts.find(
    (at) =>
      run.length - at >= wanted - 1 && run.length - at <= wanted * 2 && standsAlone(run.slice(at), text),
  );
  if (alone !== undefined) return { at: alone, certain: true };
  const far = (at: number) => Math.abs(run.length - at - wanted);
  const nearest = starts.toSorted((a, b) => far(a) - far(b) || a - b)[0];
  return { at: nearest ?? from, certain: false };
}

/** A wording without the line breaks and blanks that stand between its Chinese characters. */
function withoutBreaks(text: string): string {
  return text.trim().replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, '');
}

/** An English wording that may be a name: not a number, a web address, a figure label or a plain remark. */
function isWording(text: string): boolean {
  if (
    /\d{4}|https?:|www\.|@|^(?:e\.g|i\.e|see|ex|fig|table|note|tel|fax|pdf|odt|ods|doc|xlsx?|html?)\b/i.test(
      text,
    )
  )
    return false;
  return /[A-Za-z]{2}/.test(text);
}

/**
 * Pairs of a Chinese and an English wording that stand beside each other in brackets, in the order of the text.
 * `isKnownEdge` tells whether a recognised term ends at an offset: a name may begin there.
 */
export function bracketedPairs(
  text: string,
  isKnownEdge: (at: number) => boolean = () => false,
): BracketedPair[] {
  const pairs: BracketedPair[] = [];
  for (const match of text.matchAll(CHINESE_FIRST)) {
    const inner = match[1]!;
    const behind = text.slice(Math.max(0, match.index - MOST_LOOKED_AT), match.index);
    const bare = behind.replace(CLOSING_QUOTE, '');
    const run = HAN_RUN.exec(bare)?.[0];
    if (!run || !/\p{Script=Han}{2}/u.test(run) || !isWording(inner)) continue;
    const runEnd = match.index - behind.length + bare.length;
    const runStart = runEnd - run.length;
    const { en, abbreviation } = splitEnglish(inner);
    const isQuoted = run.length <= MOST_CHINESE && OPENING_QUOTE.test(text[runStart - 1] ?? '');
    const start = isQuoted
      ? { at: 0, certain: true }
      : nameStart(run, en, text, (at) => isKnownEdge(runStart + at));
    const enAt = match.index + match[0].indexOf(en);
    pairs.push({
      zh: withoutBreaks(run.slice(start.at)),
      en,
      ...(abbreviation && { abbreviation }),
      zhSpan: [runStart + start.at, runEnd],
      enSpan: [enAt, enAt + en.length],
      certain: start.certain,
    });
  }
  for (const match of text.matchAll(CHINESE_LAST)) {
    const [whole, english = '', chinese = ''] = match;
    if (!/\p{Script=Han}{2}/u.test(chinese) || !isWording(english) || !/\s|^[A-Z]{2,}$/.test(english))
      continue;
    // The capitalised words directly before the bracket; small words only between them.
    const name = /(?:[A-Z][\w'’&/+-]*(?:\s+(?:of|the|and|for|in|on|to|with)\b)*\s*)+$/
      .exec(english)?.[0]
      ?.trim()
      .replace(/^The\s+/, '');
    if (!name) continue;
    const enAt = match.index + english.trimEnd().length - name.length;
    const zhAt = match.index + whole.lastIndexOf(chinese);
    pairs.push({
      zh: chinese,
      en: name,
      zhSpan: [zhAt, zhAt + chinese.length],
      enSpan: [enAt, enAt + name.length],
      certain: true,
    });
  }
  return pairs.sort((a, b) => a.enSpan[0] - b.enSpan[0]);
}
