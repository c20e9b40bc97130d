import type { Matching } from './align/matching.ts';

/** A stretch of old units that stands as a stretch of new units. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** The runs of a quote that stay together on the new page. */
export interface Chain {
  readonly runs: readonly Run[];
  /** Units of the quote in the chain. */
  readonly matched: number;
}

/** New units that may have been put inside a quote (an advertisement, a note) beyond what was taken out. */
const MAX_INSERTION = 600;
/** Runs beyond which a quote counts as shredded. */
const MAX_RUNS = 400;

function runsOf(matching: Matching, start: number, end: number): Run[] {
  const runs: Run[] = [];
  let i = start;
  while (i < end) {
    const to = matching.toNew[i]!;
    if (to < 0) {
      i++;
      continue;
    }
    let length = 1;
    while (i + length < end && matching.toNew[i + length] === to + length) length++;
    runs.push({ from: i, to, length });
    i += length;
  }
  return runs;
}

/** Whether the new units between two runs of a quote came from elsewhere on the old page. */
function holdsOthers(matching: Matching, first: Run, second: Run, start: number, end: number): boolean {
  let others = 0;
  for (let j = first.to + first.length; j < second.to; j++) {
    const i = matching.toOld[j]!;
    if (i >= 0 && (i < start || i >= end)) others++;
  }
  return others > 3;
}

/** Units of the surroundings that speak for one chain against another, at most. */
const MAX_COMPANY = 30;

/** Units outside of the quote that a run at its start goes on into. */
function companyBefore(matching: Matching, run: Run, start: number): number {
  if (run.from !== start) return 0;
  let length = 0;
  while (
    length < MAX_COMPANY &&
    start - length > 0 &&
    matching.toNew[start - length - 1] === run.to - length - 1
  )
    length++;
  return run.to - length < 0 ? 0 : length;
}

/** Units outside of the quote that a run at its end goes on into. */
function companyAfter(matching: Matching, run: Run, end: number): number {
  if (run.from + run.length !== end) return 0;
  let length = 0;
  while (length < MAX_COMPANY && matching.toNew[end + length] === run.to + run.length + length) length++;
  return length;
}

/** The chain of runs of the old units [start, end) that keep their order and stay together which, with the text it stands in, weighs most. */
export function chainOf(matching: Matching, start: number, end: number): Chain | null {
  const runs = runsOf(matching, start, end);
  if (runs.length === 0 || runs.length > MAX_RUNS) return null;
  const weight = runs.map((run) => run.length);
  const before = new Array<number>(runs.length).fill(-1);
  let best = 0;
  for (let k = 0; k < runs.length; k++) {
    const run = runs[k]!;
    for (let p = k - 1; p >= 0; p--) {
      const earlier = runs[p]!;
      if (weight[p]! + run.length <= weight[k]!) continue;
      const gapNew = run.to - earlier.to - earlier.length;
      const gapOld = run.from - earlier.from - earlier.length;
      if (gapNew < 0 || gapNew > gapOld + MAX_INSERTION) continue;
      if (gapNew > 3 && holdsOthers(matching, earlier, run, start, end)) continue;
      weight[k] = weight[p]! + run.length;
      before[k] = p;
    }
  }
  const bonus = runs.map((run) => companyAfter(matching, run, end));
  const firstOf = (k: number): number => {
    let at = k;
    while (before[at]! >= 0) at = before[at]!;
    return at;
  };
  const score = (k: number): number =>
    weight[k]! + bonus[k]! + companyBefore(matching, runs[firstOf(k)]!, start);
  for (let k = 1; k < runs.length; k++) if (score(k) > score(best)) best = k;
  const chosen: Run[] = [];
  for (let k = best; k >= 0; k = before[k]!) chosen.unshift(runs[k]!);
  return dropLooseEnds({ runs: chosen, matched: weight[best]! });
}

/** A tiny run far from the rest is a coincidence, not a part of the quote. */
function dropLooseEnds(chain: Chain): Chain {
  let runs = chain.runs;
  const isLoose = (end: Run, next: Run): boolean => {
    const gap = Math.max(next.to - end.to - end.length, end.to - next.to - next.length);
    return end.length <= 3 && gap > 4 + 3 * end.length;
  };
  while (runs.length > 1 && isLoose(runs[0]!, runs[1]!)) runs = runs.slice(1);
  while (runs.length > 1 && isLoose(runs.at(-1)!, runs.at(-2)!)) runs = runs.slice(0, -1);
  return { runs, matched: runs.reduce((sum, run) => sum + run.length, 0) };
}
