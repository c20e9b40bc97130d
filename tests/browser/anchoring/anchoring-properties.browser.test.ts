import fc from 'fast-check';
import { afterEach, expect, describe as group, it } from 'vitest';
import { anchorAll } from '../../../src/anchoring/anchor-all.ts';
import { anchorInSlices } from '../../../src/anchoring/anchor-in-slices.ts';
import { describe } from '../../../src/anchoring/describe.ts';
import { indexPage } from '../../../src/anchoring/page-index.ts';
import { rangeOf, unitsOf } from '../../../src/anchoring/page-ranges.ts';
import { decodePageState, encodePageState, hashPageState } from '../../../src/anchoring/page-state-codec.ts';
import { describePage } from '../../../src/anchoring/page-text.ts';

type Tree = string | { readonly tag: string; readonly kids: readonly Tree[] };

const text = fc.stringMatching(/^[一二三四五六七八九十台臺政府計畫，。 \nａbＣ1𠀀]{0,12}$/u);
const tag = fc.constantFrom(
  'p',
  'div',
  'span',
  'b',
  'a',
  'li',
  'ul',
  'table',
  'td',
  'br',
  'script',
  'policy-gloss-card',
);
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.record({ tag, kids: fc.array(tie('tree'), { maxLength: 5 }) }),
  ),
}));
const trees = fc.array(tree, { minLength: 1, maxLength: 8 });

function build(kids: readonly Tree[], into: Node): void {
  for (const kid of kids) {
    if (typeof kid === 'string') into.appendChild(document.createTextNode(kid));
    else {
      const element = document.createElement(kid.tag);
      if (kid.tag === 'script') element.setAttribute('type', 'text/plain');
      into.appendChild(element);
      if (kid.tag !== 'br') build(kid.kids, element);
    }
  }
}

function page(kids: readonly Tree[]): HTMLElement {
  const root = document.createElement('main');
  build(kids, root);
  document.body.replaceChildren(root);
  return root;
}

/** A range between two points that two fractions choose among all there are. */
function rangeBetween(root: Node, from: number, to: number): Range {
  const points: [Node, number][] = [];
  const walker = document.createTreeWalker(root);
  for (let node: Node | null = root; node !== null; node = walker.nextNode()) {
    const length = node.nodeType === Node.TEXT_NODE ? (node as Text).length : node.childNodes.length;
    for (let offset = 0; offset <= length; offset++) points.push([node, offset]);
  }
  const at = (share: number): [Node, number] =>
    points[Math.min(points.length - 1, Math.floor(share * points.length))]!;
  const range = document.createRange();
  const [first, second] = [at(from), at(to)];
  range.setStart(...first);
  const probe = document.createRange();
  probe.setStart(...second);
  if (range.compareBoundaryPoints(Range.START_TO_START, probe) > 0) {
    range.setEnd(...first);
    range.setStart(...second);
  } else range.setEnd(...second);
  return range;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });

afterEach(() => document.body.replaceChildren());

group('properties of anchoring', () => {
  it('describes and finds again every range on an unchanged page, with the page and by selectors alone', () => {
    fc.assert(
      fc.property(trees, share, share, (kids, from, to) => {
        const root = page(kids);
        const range = rangeBetween(root, from, to);
        const [start, end] = unitsOf(indexPage(root), range);
        const selectors = describe(range, root);
        expect(selectors.length > 0).toBe(end > start);
        if (end === start) return;
        const [kept] = anchorAll(
          [{ id: 'a', selectors }],
          root,
          JSON.parse(JSON.stringify(describePage(root))),
        );
        expect(kept?.state).toBe('attached');
        expect(unitsOf(indexPage(root), kept!.range!)).toEqual([start, end]);
        expect(selectors[0]).toMatchObject({ exact: kept!.text });
        // By selectors alone a quote may be given up, but never be put elsewhere.
        const [alone] = anchorAll([{ id: 'a', selectors }], root, null);
        if (alone?.range)
          expect(alone.range.toString().replace(/\s/g, '')).toBe(kept!.range!.toString().replace(/\s/g, ''));
      }),
      { numRuns: 300 },
    );
  });

  it('does not see where text nodes are split', () => {
    fc.assert(
      fc.property(trees, fc.infiniteStream(fc.nat(7)), (kids, cuts) => {
        const root = page(kids);
        const before = describePage(root);
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const nodes: Text[] = [];
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node as Text);
        for (const node of nodes) {
          const cut = cuts.next().value as number;
          if (cut < node.length) node.splitText(cut);
        }
        expect(describePage(root)).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it('turns units into ranges and back', () => {
    fc.assert(
      fc.property(trees, share, share, (kids, from, to) => {
        const index = indexPage(page(kids));
        const [a, b] = [from, to].map((part) => Math.floor(part * index.units.length)).sort((x, y) => x - y);
        const range = rangeOf(index, a!, b!);
        if (a === b) expect(range).toBeNull();
        else expect(unitsOf(index, range!)).toEqual([a, b]);
      }),
      { numRuns: 300 },
    );
  });

  it('finds the same in slices as in one go', async () => {
    await fc.assert(
      fc.asyncProperty(trees, trees, share, share, async (before, after, from, to) => {
        const old = page(before);
        const list = [
          { id: 'a', selectors: describe(rangeBetween(old, from, to), old) },
          { id: 'b', selectors: describe(rangeBetween(old, to / 2, from), old) },
        ];
        const state = describePage(old);
        const root = page([...after, ...before]);
        const shape = ({ id, range, ...rest }: ReturnType<typeof anchorAll>[number]) => [
          id,
          rest,
          range?.toString(),
        ];
        const sliced = await anchorInSlices(list, root, state, { budget: 0, pause: () => Promise.resolve() });
        expect(sliced.map(shape)).toEqual(anchorAll(list, root, state).map(shape));
      }),
      { numRuns: 100 },
    );
  });

  it('stores the state of a page and reads it back', async () => {
    await fc.assert(
      fc.asyncProperty(trees, async (kids) => {
        const state = describePage(page(kids));
        expect(await decodePageState(await encodePageState(state))).toEqual(state);
        expect(hashPageState(state)).toMatch(/^[0-9a-f]{32}$/);
        expect(hashPageState({ ...state, text: `${state.text}一` })).not.toBe(hashPageState(state));
      }),
      { numRuns: 50 },
    );
  });
});
