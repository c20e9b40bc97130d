import { compileTerms } from '../../src/matching/compile.ts';
import { openImage, type TermIndex } from '../../src/matching/image.ts';
import type { MatchTerm } from '../../src/matching/match-term.ts';
import { scanText } from '../../src/matching/recognise.ts';
import { releaseScan } from '../../src/matching/scan-state.ts';

/** What a bench hands over as a term: its text alone, or with what is known of it. */
export type BenchTerm = string | (Partial<MatchTerm> & { text: string });

/** A matcher as benches see it. Offsets are UTF-16 units; hits are leftmost-longest and do not overlap. */
export interface MatcherAdapter {
  build(terms: readonly BenchTerm[]): TermIndex;
  /** Number of hits. */
  scan(matcher: TermIndex, text: string): number;
  /** Pairs start, end. */
  hits(matcher: TermIndex, text: string): Int32Array;
  save(matcher: TermIndex): ArrayBuffer;
  load(buffer: ArrayBuffer): TermIndex;
  /** Bytes held: the image and what is made beside it at opening. */
  bytes(matcher: TermIndex): number;
}

function toTerm(term: BenchTerm): MatchTerm {
  if (typeof term !== 'string')
    return { lang: '', form: 'full', concept: term.text, jurisdiction: 'INT', rank: 0, ...term };
  return { text: term, lang: '', form: 'full', concept: term, jurisdiction: 'INT', rank: 0 };
}

function pairsOf(hits: Int32Array, length: number): Int32Array {
  const pairs = new Int32Array((length / 3) * 2);
  for (let at = 0, to = 0; at < length; at += 3) {
    pairs[to++] = hits[at] ?? 0;
    pairs[to++] = hits[at + 1] ?? 0;
  }
  return pairs;
}

function adapter(rules: 'full' | 'exact'): MatcherAdapter {
  return {
    build: (terms) => openImage(compileTerms(terms.map(toTerm), { rules })),
    scan: (matcher, text) => {
      const scan = scanText(matcher, text);
      releaseScan(scan);
      return scan.hitLength / 3;
    },
    hits: (matcher, text) => {
      const scan = scanText(matcher, text);
      const pairs = pairsOf(scan.hits, scan.hitLength);
      releaseScan(scan);
      return pairs;
    },
    save: (matcher) => matcher.image.bytes.slice().buffer,
    load: (buffer) => openImage(buffer),
    bytes: (matcher) => matcher.image.scanner.byteLength,
  };
}

/** Exact matching: units must be equal, nothing is judged. */
export const raw: MatcherAdapter = adapter('exact');

/** All rules. */
export const full: MatcherAdapter = adapter('full');
