import {
  type Author,
  boilerplate,
  churn,
  copyUp,
  holdBack,
  intoShadow,
  ownInsertions,
  remove,
  reorder,
  rewriteAround,
  rewriteQuote,
  smallEdit,
  tear,
  variants,
} from './changes.ts';
import { type Box, clone } from './model.ts';
import type { Pick } from './picks.ts';
import type { Chance } from './random.ts';

/** One kind of change of a page. */
export interface Family {
  readonly name: string;
  /** Whether the change is aimed at single highlights; then only those are judged. */
  readonly aimed: boolean;
  /** Whether giving up is as good as finding. */
  readonly mayLose?: boolean;
  /** Whether the page stands in a frame. */
  readonly framed?: boolean;
  /** Changes the page in place; returns the targets that it could apply to. */
  apply(
    page: Box,
    c: Chance,
    author: Author,
    targets: readonly Pick[],
    all: readonly Pick[],
  ): readonly Pick[];
}

function whole(
  name: string,
  change: (page: Box, c: Chance, author: Author, all: readonly Pick[]) => void,
): Family {
  return {
    name,
    aimed: false,
    apply: (page, c, author, targets, all) => {
      change(page, c, author, all);
      return targets;
    },
  };
}

function aimed(
  name: string,
  change: (page: Box, c: Chance, author: Author, target: Pick) => boolean | undefined,
): Family {
  return {
    name,
    aimed: true,
    apply: (page, c, author, targets) =>
      targets.filter((target) => change(page, c, author, target) !== false),
  };
}

function combined(name: string, first: Family): Family {
  return {
    name,
    aimed: true,
    apply: (page, c, author, targets, all) => {
      const hit = first.apply(page, c, author, targets, all);
      reorder(page, c, all);
      boilerplate(page, c, author);
      churn(page, c);
      return hit;
    },
  };
}

const edits = aimed('M3 small edits', (page, c, _author, target) => smallEdit(page, c, target));
const deletions = aimed('M7 deleted', (page, _c, _author, target) => {
  remove(page, target);
  return true;
});

/** Everything that happens to pages. */
export const FAMILIES: readonly Family[] = [
  whole('M0 unchanged', () => {}),
  whole('M1 churn', churn),
  whole('M2 boilerplate', boilerplate),
  edits,
  {
    name: 'M4 surroundings',
    aimed: true,
    apply: (page, c, author, targets) => {
      for (const target of targets) rewriteAround(page, c, author, target, targets);
      return targets;
    },
  },
  whole('M5 reordered', (page, c, _author, all) => reorder(page, c, all)),
  whole('M6 variants', variants),
  deletions,
  aimed('M8 copies', copyUp),
  { ...aimed('M9 rewritten', rewriteQuote), mayLose: true },
  combined('M10 all combined', edits),
  combined('M11 deleted, all', deletions),
  { ...aimed('X1 torn', (page, _c, author, target) => tear(page, author, target)), mayLose: true },
  { ...combined('X2 frames', edits), framed: true },
  whole('X3 shadow trees', (page, c, _author, all) => intoShadow(page, c, all)),
  whole('X4 late: first', (page) => holdBack(page)),
  whole('X4 late: then', () => {}),
  whole('X5 own insertions', ownInsertions),
];

/** A copy of a page to change. */
export function copyOf(page: Box): Box {
  return clone(page);
}
