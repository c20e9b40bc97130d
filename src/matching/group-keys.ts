import { PAYLOAD, TERM_FLAG } from './image-layout.ts';
import type { MatchTerm } from './match-term.ts';
import type { SortedKeys } from './sort-keys.ts';
import type { Judgement } from './term-judgement.ts';
import { beginningIsOpen, endIsOpen, type WordKnowledge } from './word-edges.ts';

/** Distinct keys, and the groups of terms that share one. */
export interface GroupedKeys {
  units: Uint16Array;
  starts: Int32Array;
  payloads: Int32Array;
  keyCount: number;
  /** Terms of each group, the preferred first. */
  groups: number[][];
}

function sameKey(sorted: SortedKeys, a: number, b: number): boolean {
  const { units, starts } = sorted;
  const length = (starts[a + 1] ?? 0) - (starts[a] ?? 0);
  if ((starts[b + 1] ?? 0) - (starts[b] ?? 0) !== length) return false;
  for (let at = 0; at < length; at++)
    if (units[(starts[a] ?? 0) + at] !== units[(starts[b] ?? 0) + at]) return false;
  return true;
}

/** Members of a key in order of preference: rank, then number. */
function membersOf(sorted: SortedKeys, from: number, to: number, terms: readonly MatchTerm[]): number[] {
  const members = [...new Set(sorted.terms.subarray(from, to))];
  return members.sort((a, b) => (terms[a]?.rank ?? 0) - (terms[b]?.rank ?? 0) || a - b);
}

/** What may be wrong with the edges of a key, as bits of its payload. */
function edgeFlags(words: WordKnowledge, units: Uint16Array, start: number, end: number): number {
  return (
    (endIsOpen(words, units, start, end) ? PAYLOAD.endRisk : 0) |
    (beginningIsOpen(words, units, start, end) ? PAYLOAD.startRisk : 0)
  );
}

/** One behind the last key that equals key `key`. */
function endOfRun(sorted: SortedKeys, key: number): number {
  let next = key + 1;
  while (next < sorted.keyCount && sameKey(sorted, key, next)) next++;
  return next;
}

/**
 * Puts equal keys together, in place: `sorted` must not be used afterwards. A key of which every term is never marked is
 * left out.
 */
export function groupKeys(
  sorted: SortedKeys,
  terms: readonly MatchTerm[],
  { flags }: Judgement,
  words: WordKnowledge,
): GroupedKeys {
  const { units, starts } = sorted;
  const payloads = sorted.terms;
  const groups: number[][] = [];
  let kept = 0;
  let end = 0;
  for (let key = 0, next = 1; key < sorted.keyCount; key = next) {
    next = endOfRun(sorted, key);
    const from = starts[key] ?? 0;
    const to = starts[key + 1] ?? 0;
    let term = sorted.terms[key] ?? 0;
    let own = flags[term] ?? 0;
    if (next - key > 1) {
      const members = membersOf(sorted, key, next, terms);
      own = members.reduce((all, member) => all & (flags[member] ?? 0), TERM_FLAG.never);
      if (members.length === 1) own = flags[term] ?? 0;
      else if (own === 0) {
        term = terms.length + groups.push(members) - 1;
        own = TERM_FLAG.rules;
      }
    }
    if ((own & TERM_FLAG.never) !== 0) continue;
    units.copyWithin(end, from, to);
    const length = to - from;
    payloads[kept] = term | (own === 0 ? 0 : PAYLOAD.judged) | edgeFlags(words, units, end, end + length);
    starts[kept++] = end;
    end += length;
  }
  starts[kept] = end;
  return { units, starts, payloads, keyCount: kept, groups };
}

/** As `groupKeys`, for exact matching: of equal keys the first term is kept. */
export function distinctKeys(sorted: SortedKeys): GroupedKeys {
  const { units, starts, terms } = sorted;
  let kept = 0;
  let end = 0;
  for (let key = 0, next = 1; key < sorted.keyCount; key = next) {
    next = endOfRun(sorted, key);
    const from = starts[key] ?? 0;
    const to = starts[key + 1] ?? 0;
    units.copyWithin(end, from, to);
    terms[kept] = terms[key] ?? 0;
    starts[kept++] = end;
    end += to - from;
  }
  starts[kept] = end;
  return { units, starts, payloads: terms, keyCount: kept, groups: [] };
}
