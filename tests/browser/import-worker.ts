import { exportFile } from '../../src/interchange/export-file.ts';
import { importFile } from '../../src/interchange/import-file.ts';
import { plainEntry, plainTerm } from '../../src/interchange/records/exchange-entry.ts';
import { formatsFor } from '../../src/interchange/registry.ts';

/** Writes a pair in every format and reads it back, in a worker; answers with what came back of each. */
const entries = [
  plainEntry([plainTerm('zh-Hant', '人工智慧'), plainTerm('en', 'artificial intelligence')], 'tw.ai'),
];
const facts = {
  kind: 'glossary',
  exportedAt: '2026-03-04T05:06:07.000Z',
  edition: '2026-01-01',
  title: '詞彙',
  language: 'zh',
  layout: 'concepts',
  direction: 'zh-en',
  currentOnly: false,
  agencyName: () => undefined,
} as const;

self.onmessage = async ({ data }: MessageEvent<Uint8Array>) => {
  const back: Record<string, string[]> = {};
  for (const format of formatsFor('glossary').filter(({ read }) => read)) {
    const { files } = await exportFile(format, { entries, highlights: [] }, facts);
    const content = files[0]?.content ?? '';
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const { reading } = await importFile({ name: `x.${format.endings[0]}`, bytes });
    back[format.name] = reading.taken.flatMap(({ entry }) => entry.terms.map(({ text }) => text));
  }
  const shares: number[] = [];
  const large = await importFile(
    { name: 'x.csv', bytes: data },
    { onProgress: (share) => shares.push(share) },
  );
  self.postMessage({ back, taken: large.reading.taken.length, shares: shares.length });
};
