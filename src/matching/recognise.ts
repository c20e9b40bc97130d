import type { TermImage, TermIndex } from './image.ts';
import { leadOf } from './image-rules.ts';
import { runJointScan } from './joint-scan.ts';
import { type Facts, judgeHit, type RecogniseOptions } from './judge.ts';
import { runScan } from './run-scan.ts';
import { createScan, type Judge, releaseScan, type Scan } from './scan-state.ts';

export type { RecogniseOptions } from './judge.ts';
export { candidates, type RankedCandidate, type RankReason, rankCandidates } from './rank-candidates.ts';

/** Judges by the facts of one text what one image reports. */
function factsJudge(facts: Facts, image: TermImage, added: boolean): Judge {
  const firstTerm = added ? facts.index.image.termCount : 0;
  return {
    decide: (start, end, reported) =>
      judgeHit(facts, start, end, [leadOf(image, reported, firstTerm, added)]),
  };
}

/** Takes every hit. */
const ACCEPTING: Judge = { decide: (_start, _end, term) => term };

/** Both sets together; undefined when nothing is in them. */
function union(
  a: ReadonlySet<number> | undefined,
  b: ReadonlySet<number> | undefined,
): ReadonlySet<number> | undefined {
  if (!a?.size) return b?.size ? b : undefined;
  return b?.size ? new Set([...a, ...b]) : a;
}

/** Scans with the index and whatever was changed in it. */
function scanWithFacts(facts: Facts): Scan {
  const { index, text, options } = facts;
  const { image, change } = index;
  const barred = union(options.excluded, change?.removed);
  const scan = createScan(text, factsJudge(facts, image, false), barred);
  if (!change) {
    runScan(scan, image);
    return scan;
  }
  const { added } = change;
  const more = createScan(text, factsJudge(facts, added, true), barred, image.termCount);
  runJointScan({ scan, image }, { scan: more, image: added }, (start, end, own, other) =>
    judgeHit(facts, start, end, [leadOf(image, own, 0, false), leadOf(added, other, image.termCount, true)]),
  );
  return scan;
}

/** Terms found in a text without asking for their full forms: what vouches for abbreviations. */
function foundTerms(index: TermIndex, text: string, options: RecogniseOptions): ReadonlySet<number> {
  const found = new Set<number>();
  const scan = scanWithFacts(createFacts(index, text, options, () => new Set()));
  for (let at = 2; at < scan.hitLength; at += 3) found.add(scan.hits[at] ?? 0);
  releaseScan(scan);
  return found;
}

function createFacts(
  index: TermIndex,
  text: string,
  options: RecogniseOptions,
  find: () => ReadonlySet<number>,
): Facts {
  let found: ReadonlySet<number> | undefined;
  return {
    index,
    text,
    options,
    found: () => {
      found ??= find();
      return found;
    },
    block: { start: 0, end: 0, key: '' },
    contextKey: undefined,
    about: { ...options, text },
    owned: undefined,
  };
}

/** Scans a text; the hits stay in the scan, which is to be released. */
export function scanText(index: TermIndex, text: string, options: RecogniseOptions = {}): Scan {
  if (!index.image.fullRules) {
    const plain = createScan(text, ACCEPTING);
    runScan(plain, index.image);
    return plain;
  }
  return scanWithFacts(createFacts(index, text, options, () => foundTerms(index, text, options)));
}

/**
 * Recognises terms: triples start, end (UTF-16 offsets into `text`), term number; ascending, not overlapping, the
 * longest fitting term at the leftmost place. `text` may be many blocks joined by U+2029; no match crosses it.
 * Line ends, white space and invisible units may stand inside a match. An end may lie behind an
 * English plural ending.
 */
export function recognise(index: TermIndex, text: string, options: RecogniseOptions = {}): Int32Array {
  const scan = scanText(index, text, options);
  const hits = scan.hits.slice(0, scan.hitLength);
  releaseScan(scan);
  return hits;
}
