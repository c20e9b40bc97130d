import type { TermIndex } from './image.ts';
import { runJointScan } from './joint-scan.ts';
import { type Facts, judgeHit, type RecogniseOptions } from './judge.ts';
import { runScan } from './run-scan.ts';
import { createScan, type Judge, releaseScan, type Scan } from './scan-state.ts';

export type { RecogniseOptions } from './judge.ts';
export { candidates, type RankedCandidate, type RankReason, rankCandidates } from './rank-candidates.ts';

/** Judges by the facts of one text. */
class FactsJudge implements Judge {
  private readonly facts: Facts;
  constructor(facts: Facts) {
    this.facts = facts;
  }
  decide(start: number, end: number, term: number): number {
    return judgeHit(this.facts, start, end, [term]);
  }
}

/** Takes every hit. */
class AcceptingJudge implements Judge {
  decide(_start: number, _end: number, term: number): number {
    return term;
  }
}

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
  const judge = new FactsJudge(facts);
  const scan = createScan(text, judge);
  const { image, change } = index;
  scan.barred = union(options.excluded, change?.removed);
  if (!change) {
    runScan(scan, image);
    return scan;
  }
  const more = createScan(text, judge);
  more.barred = scan.barred;
  more.firstTerm = image.termCount;
  more.added = true;
  runJointScan({ scan, image }, { scan: more, image: change.added }, (start, end, own, added) =>
    judgeHit(facts, start, end, [own, added]),
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
    owned: undefined,
  };
}

/** Scans a text; the hits stay in the scan, which is to be released. */
export function scanText(index: TermIndex, text: string, options: RecogniseOptions = {}): Scan {
  if (!index.image.fullRules) {
    const plain = createScan(text, new AcceptingJudge());
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
