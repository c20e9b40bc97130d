import type { Matching } from './align/matching.ts';

/**
 * Marks the old units that kept their place in the order of the page: those on the heaviest sequence of
 * runs that stands in the same order on both sides. What is matched but not marked has moved.
 */
export function unitsInOrder(matching: Matching): Uint8Array {
  const { toNew } = matching;
  const starts: number[] = [];
  for (let i = 0; i < toNew.length; i++) {
    if (toNew[i]! >= 0 && (i === 0 || toNew[i - 1]! < 0 || toNew[i] !== toNew[i - 1]! + 1)) starts.push(i);
  }
  const lengthOf = (start: number): number => {
    let end = start + 1;
    while (end < toNew.length && toNew[end] === toNew[end - 1]! + 1) end++;
    return end - start;
  };
  const byPlace = starts.map((_, run) => run).sort((a, b) => toNew[starts[a]!]! - toNew[starts[b]!]!);
  const rank = new Int32Array(starts.length);
  byPlace.forEach((run, at) => {
    rank[run] = at;
  });
  // A Fenwick tree of the best sequence that ends at or before a rank in the new text.
  const tree = new Int32Array(starts.length + 1).fill(-1);
  const weight = new Float64Array(starts.length);
  const before = new Int32Array(starts.length).fill(-1);
  for (let run = 0; run < starts.length; run++) {
    let best = -1;
    for (let at = rank[run]!; at > 0; at -= at & -at) {
      const other = tree[at]!;
      if (other >= 0 && (best < 0 || weight[other]! > weight[best]!)) best = other;
    }
    before[run] = best;
    weight[run] = lengthOf(starts[run]!) + (best < 0 ? 0 : weight[best]!);
    for (let at = rank[run]! + 1; at <= starts.length; at += at & -at) {
      const other = tree[at]!;
      if (other < 0 || weight[run]! > weight[other]!) tree[at] = run;
    }
  }
  let last = -1;
  for (let run = 0; run < starts.length; run++) if (last < 0 || weight[run]! > weight[last]!) last = run;
  const inOrder = new Uint8Array(toNew.length);
  for (let run = last; run >= 0; run = before[run]!) {
    const start = starts[run]!;
    inOrder.fill(1, start, start + lengthOf(start));
  }
  return inOrder;
}
