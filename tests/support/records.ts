import type { CollectedEntry } from '../../src/glossary/collected-entry.ts';
import type { Highlight } from '../../src/highlights/highlight.ts';

/** A highlight for tests; `n` makes ids and times differ. */
export function highlightOf(n: number, change: Partial<Highlight> = {}): Highlight {
  const time = new Date(Date.UTC(2026, 0, 1, 0, 0, n)).toISOString();
  return {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    document: { address: 'https://www.ndc.gov.tw/news', title: '新聞稿', readOn: '2026-01-01' },
    selectors: [{ type: 'TextQuoteSelector', exact: `第${n}段`, prefix: '', suffix: '' }],
    quote: `第${n}段`,
    colour: 'yellow',
    note: '',
    tags: [],
    concepts: [],
    state: 'attached',
    createdAt: time,
    updatedAt: time,
    ...change,
  };
}

/** A collected entry for tests. */
export function entryOf(n: number, change: Partial<CollectedEntry> = {}): CollectedEntry {
  const time = new Date(Date.UTC(2026, 0, 1, 0, 0, n)).toISOString();
  return {
    id: `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`,
    zh: `詞${n}`,
    en: `term ${n}`,
    status: 'proposed',
    note: '',
    contexts: [],
    createdAt: time,
    updatedAt: time,
    ...change,
  };
}
