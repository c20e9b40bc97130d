import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Highlight, KeptPage } from '../../../src/highlights/highlight.ts';
import { PolicyGlossDatabase } from '../../../src/storage/database.ts';
import { createHighlightRepository } from '../../../src/storage/highlight-repository.ts';
import { createPageStore } from '../../../src/storage/page-store.ts';
import { highlightOf } from '../../support/records.ts';

const database = new PolicyGlossDatabase();
const highlights = createHighlightRepository(database);
const pages = createPageStore(database);
const NOW = '2026-02-02T00:00:00.000Z';

const clear = () => Promise.all(database.tables.map((table) => table.clear()));
afterEach(clear);

const page = (n: number): KeptPage => ({ hash: String(n).padStart(32, '0'), state: btoa(`page ${n}`) });
const idOf = (n: number) => highlightOf(n).id;
const selectors = highlightOf(1).selectors;

/** Every version that a highlight or a step refers to, wherever in it. */
async function needed(): Promise<Set<string>> {
  const known = new Set((await pages.all()).map(({ hash }) => hash));
  const text = JSON.stringify([await database.highlights.toArray(), await database.steps.toArray()]);
  return new Set([...known].filter((hash) => text.includes(hash)));
}

let request = 0;
/** What a reader can do; `n` is a highlight, `p` a version of a page. */
const deeds: readonly ((n: number, p: number) => Promise<unknown>)[] = [
  (n, p) => highlights.save(highlightOf(n, { page: page(p).hash }), page(p)),
  (n) => highlights.change(idOf(n), { note: `${request++}` }, NOW),
  (n, p) =>
    highlights.report(
      [{ id: idOf(n), state: 'changed', found: { text: `text ${p}`, selectors, page: page(p).hash } }],
      [page(p)],
      NOW,
    ),
  (n, p) => highlights.report([{ id: idOf(n), state: 'attached' }], [page(p)], NOW),
  (n) => highlights.settle([idOf(n)], 'accept', NOW),
  (n, p) => highlights.reanchor(idOf(n), { quote: `q${p}`, selectors, page: page(p).hash }, NOW, page(p)),
  (n) => highlights.remove([idOf(n)], NOW),
  (n) => highlights.restore([idOf(n)], NOW),
  (n) => highlights.erase([idOf(n)]),
  () => highlights.travel('undo', `r${request++}`, NOW),
  () => highlights.travel('redo', `r${request++}`, NOW),
  (n, p) =>
    highlights.addMissing([highlightOf(n, { page: page(p).hash })], [page(p)], {
      deed: `deed ${request++}`,
      now: NOW,
      bringBack: true,
    }),
];

/** What the pages of the highlights are once all that can be undone was undone, and then redone. */
async function throughHistory(): Promise<(readonly Highlight[])[]> {
  const seen: (readonly Highlight[])[] = [];
  for (const direction of ['undo', 'redo'] as const)
    while (await highlights.travel(direction, `h${request++}`, NOW)) seen.push(await highlights.all());
  return seen;
}

describe('versions of pages', () => {
  it('are dropped when nothing refers to them, and never while something does', async () => {
    const deed = fc.tuple(
      fc.integer({ min: 0, max: deeds.length - 1 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 30 }), async (plan) => {
        await clear();
        for (const [which, n, p] of plan) await deeds[which]?.(n, p);
        const [before, kept] = [(await pages.all()).length, await needed()];
        expect(await pages.prune()).toBe(before - kept.size);
        expect(new Set((await pages.all()).map(({ hash }) => hash))).toEqual(kept);
        // However far back the reader goes, every version that was there is there still.
        for (const rows of await throughHistory())
          for (const { page: hash } of rows)
            if (hash && kept.has(hash)) expect(await pages.read([hash])).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  it('that are being referred to meanwhile are kept', async () => {
    await highlights.save(highlightOf(1, { page: page(1).hash }), page(1));
    await highlights.report([{ id: idOf(1), state: 'attached' }], [page(2)], NOW);
    const [pruned] = await Promise.all([
      pages.prune(),
      highlights.reanchor(idOf(1), { quote: 'q', selectors, page: page(2).hash }, NOW, page(2)),
    ]);
    expect(pruned).toBeLessThanOrEqual(1);
    expect(await pages.read([page(1).hash, page(2).hash])).toHaveLength(2);
  });
});

describe('the bin', () => {
  it('is emptied of what lies in it, and of nothing else; no step brings it back', async () => {
    await highlights.save(highlightOf(1));
    await highlights.save(highlightOf(2));
    await highlights.edit([idOf(1), idOf(2)], { colour: 'pink' }, NOW);
    await highlights.remove([idOf(1)], NOW);
    expect(await highlights.erase([idOf(1), idOf(2), idOf(3)])).toBe(1);
    expect((await highlights.all()).map(({ id }) => id)).toEqual([idOf(2)]);
    expect(JSON.stringify(await database.steps.toArray())).not.toContain(idOf(1));
    expect(await highlights.travel('undo', 'u', NOW)).toBe(true);
    expect(await highlights.all()).toMatchObject([{ id: idOf(2), colour: 'yellow' }]);
  });
});
