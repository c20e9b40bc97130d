import { FOREIGN } from './model.ts';
import { idsInOrder, idsInRange, type Rendered } from './render.ts';

/** How an answer compares with the hidden truth. */
export type Grade = 'right' | 'approximate' | 'lost' | 'wrong';

/** What is true of a highlight on a changed page. */
export interface Truth {
  /** Visible characters of the quote that are still on the page. */
  readonly left: number;
  readonly ids: ReadonlySet<number>;
  readonly all: readonly number[];
  readonly torn: boolean;
}

/** What is left of a highlight on a page; torn if other text of the page has come between. */
export function truthOf(rendered: Rendered, ids: ReadonlySet<number>, all = idsInOrder(rendered)): Truth {
  const mine = all.map((id, at) => (ids.has(id) ? at : -1)).filter((at) => at >= 0);
  let strangers = 0;
  if (mine.length > 0) {
    for (let at = mine[0]!; at <= mine.at(-1)!; at++)
      if (!ids.has(all[at]!) && all[at] !== FOREIGN) strangers++;
  }
  return { left: mine.length, ids, all, torn: strangers > 3 };
}

/** Overlap as intersection over union of visible characters; what is foreign counts only outside of the quote. */
export function overlap(rendered: Rendered, truth: Truth, range: Range): number {
  const covered = idsInRange(rendered, range);
  const first = covered.findIndex((id) => truth.ids.has(id));
  const last = covered.findLastIndex((id) => truth.ids.has(id));
  let common = 0;
  let others = 0;
  covered.forEach((id, at) => {
    if (truth.ids.has(id)) common++;
    else if (id !== FOREIGN || at < first || at > last) others++;
  });
  return common === 0 ? 0 : common / (truth.left + others);
}

/** Grades one answer. Where nothing is left of the quote any range is wrong. */
export function grade(rendered: Rendered, truth: Truth, range: Range | null): Grade {
  if (range === null) return truth.left === 0 ? 'right' : 'lost';
  if (truth.left === 0) return 'wrong';
  const share = overlap(rendered, truth, range);
  return share >= 0.9 ? 'right' : share >= 0.5 ? 'approximate' : 'wrong';
}
