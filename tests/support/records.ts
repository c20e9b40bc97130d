import type { GlossaryEntry } from '../../src/glossary/entry.ts';
import { entryWith, plainWording } from '../../src/glossary/new-entry.ts';
import { MY_PACK } from '../../src/glossary/pack-ids.ts';
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

/** An entry of the reader's own pack for tests. */
export function entryOf(n: number, change: Partial<GlossaryEntry> = {}): GlossaryEntry {
  const time = new Date(Date.UTC(2026, 0, 1, 0, 0, n)).toISOString();
  return entryWith({
    id: `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`,
    pack: MY_PACK,
    terms: [plainWording('zh-Hant', `詞${n}`), plainWording('en', `term ${n}`)],
    createdAt: time,
    updatedAt: time,
    ...change,
  });
}
