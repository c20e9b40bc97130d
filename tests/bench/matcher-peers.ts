import { AhoCorasick as MonyoneFast } from '@monyone/aho-corasick/fast';
import { AhoCorasick as MonyoneGreedy } from '@monyone/aho-corasick/greedy';
import ModernAhoCorasick from 'modern-ahocorasick';

/** A matcher to compare with: builds once, then counts leftmost-longest hits. */
export interface Peer {
  name: string;
  /** Most terms it is given: beyond it takes minutes or does not finish. */
  limit: number;
  build(terms: readonly string[]): (text: string) => number;
}

/** Counts leftmost-longest, non-overlapping ones of matches in any order. */
function countLongest(matches: { begin: number; end: number }[], length: number): number {
  const ends = new Int32Array(length);
  for (const { begin, end } of matches) if (end > (ends[begin] ?? 0)) ends[begin] = end;
  let count = 0;
  for (let at = 0; at < length; ) {
    const end = ends[at] ?? 0;
    if (end > at) count++;
    at = end > at ? end : at + 1;
  }
  return count;
}

interface MapNode {
  next: Map<number, MapNode> | undefined;
  ends: boolean;
}

function nestedMaps(terms: readonly string[]): (text: string) => number {
  const root: MapNode = { next: new Map(), ends: false };
  for (const term of terms) {
    let node = root;
    for (let at = 0; at < term.length; at++) {
      node.next ??= new Map();
      const unit = term.charCodeAt(at);
      let child = node.next.get(unit);
      if (!child) {
        child = { next: undefined, ends: false };
        node.next.set(unit, child);
      }
      node = child;
    }
    node.ends = true;
  }
  return (text) => {
    let count = 0;
    for (let start = 0; start < text.length; ) {
      let node: MapNode | undefined = root;
      let end = 0;
      for (let at = start; at < text.length; ) {
        node = node.next?.get(text.charCodeAt(at++));
        if (!node) break;
        if (node.ends) end = at;
      }
      if (end > 0) count++;
      start = end > 0 ? end : start + 1;
    }
    return count;
  };
}

function alternation(terms: readonly string[]): (text: string) => number {
  const longestFirst = [...terms].sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(escaped.join('|'), 'g');
  return (text) => text.match(pattern)?.length ?? 0;
}

/** All peers, best known first. */
export const PEERS: readonly Peer[] = [
  { name: 'nested Maps (by hand)', limit: 1_000_000, build: nestedMaps },
  {
    name: '@monyone/aho-corasick/fast',
    limit: 2_000,
    build: (terms) => {
      const matcher = new MonyoneFast([...terms]);
      return (text) => countLongest(matcher.matchInText(text), text.length);
    },
  },
  {
    name: '@monyone/aho-corasick/greedy',
    limit: 1_000_000,
    build: (terms) => {
      const matcher = new MonyoneGreedy([...terms]);
      return (text) => countLongest(matcher.matchInText(text), text.length);
    },
  },
  {
    name: 'modern-ahocorasick',
    limit: 1_000_000,
    build: (terms) => {
      const matcher = new ModernAhoCorasick([...terms]);
      return (text) => matcher.search(text, { strategy: 'leftmost-longest' }).length;
    },
  },
  { name: 'one RegExp alternation', limit: 100_000, build: alternation },
];
