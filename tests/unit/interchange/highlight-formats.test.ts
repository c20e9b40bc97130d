import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { exportFile } from '../../../src/interchange/export-file.ts';
import { singleAnnotation } from '../../../src/interchange/formats/annotation.ts';
import { odfText } from '../../../src/interchange/odf/odf-text.ts';
import { formatNamed, formatOfName, formatsFor } from '../../../src/interchange/registry.ts';
import { factsFor } from '../../support/exchange-entries.ts';
import { highlightOf } from '../../support/records.ts';

const facts = factsFor({ kind: 'highlights', title: '劃記報告' });
const concept = {
  id: 'tw.x',
  surface: '甲乙',
  zh: '甲乙方案',
  en: 'Plan AB',
  status: 'official',
  edition: '2026-01-01',
};
const highlights = [
  highlightOf(1, {
    quote: '推動「甲乙」方案。',
    note: '要查證',
    tags: ['標籤一'],
    colour: 'green',
    state: 'changed',
    found: {
      text: '推動「甲乙」新方案。',
      seenAt: '2026-02-01T00:00:00.000Z',
      selectors: [{ type: 'TextPositionSelector', start: 3, end: 6 }],
    },
    concepts: [concept],
    selectors: [
      { type: 'TextQuoteSelector', exact: '推動「甲乙」方案。', prefix: 'a', suffix: 'b' },
      { type: 'TextPositionSelector', start: 3, end: 5 },
    ],
    document: {
      address: 'https://www.ndc.gov.tw/a?b=1&c=2',
      url: 'http://www.ndc.gov.tw/a?c=2&b=1&utm_source=x#top',
      title: '新聞稿甲',
      agency: 'tw.org.x',
      pageDate: '2025-12-31',
      readOn: '2026-01-02',
    },
  }),
  highlightOf(2, {
    quote: '第二段',
    document: { address: 'https://moda.gov.tw/', title: '網頁乙', readOn: '2026-01-03' },
  }),
];

/** All text of a written file, archives unpacked, mark-up references resolved. */
function textOf(content: string | Uint8Array): string {
  const whole =
    typeof content === 'string'
      ? content
      : Object.entries(unzipSync(content))
          .map(([name, bytes]) => name + strFromU8(bytes))
          .join('\n');
  return whole
    .replaceAll('&amp;', '&')
    .replace(/\\(?=[^\w\s"])/g, '')
    .replaceAll('2026/01/02', '2026-01-02')
    .replaceAll('2025/12/31', '2025-12-31');
}

/** A value of each field of the first highlight that a format may claim to hold. */
const shown: Readonly<Record<string, string>> = {
  quote: '推動「甲乙」方案。',
  note: '要查證',
  tag: '標籤一',
  colour: '綠色|highlight-green|green',
  state: '文字已變更',
  newWording: '推動「甲乙」新方案。',
  title: '新聞稿甲',
  agency: '某部',
  address: 'http://www.ndc.gov.tw/a?b=1&c=2',
  pageDate: '2025-12-31|2025, *12, *31',
  readOn: '2026-01-02|2026, *1, *2',
  quotedTerm: '甲乙方案',
  highlightId: highlights[0]!.id,
  createdAt: highlights[0]!.createdAt,
  updatedAt: highlights[0]!.updatedAt,
  TextQuoteSelector: '"prefix": "a"',
  TextPositionSelector: '"start": 3',
};
const named = { ...facts, agencyName: () => '某部' };

describe.each(formatsFor('highlights'))('highlights as $name', (format) => {
  it('say what the report does not name as lost', async () => {
    const { files, losses } = await exportFile(format, { entries: [], highlights }, named);
    const lost = new Set(losses.map(({ field }) => field));
    const text = files
      .map(({ content }) => textOf(content))
      .join('\n')
      .replace(/\s+/g, ' ');
    for (const [field, value] of Object.entries(shown)) {
      if (lost.has(field) || format.name === 'json') continue;
      const found = value
        .split('|')
        .some((one) => text.includes(one) || new RegExp(one.includes('*') ? one : '\\0').test(text));
      expect(found, `${format.name}: ${field}`).toBe(true);
    }
  });

  it('are the same file for the same records', async () => {
    const once = await exportFile(format, { entries: [], highlights }, named);
    const again = await exportFile(format, { entries: [], highlights }, named);
    // The libraries for the formats of Office write the time of day, or ids at random, into them.
    if (!['xlsx', 'docx'].includes(format.name)) expect(again.files).toEqual(once.files);
    expect(again.losses).toEqual(once.losses);
  });
});

describe('a passage highlighted in Taiwan before eight', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each(['odt', 'ods', 'csv', 'markdown', 'html', 'plain'] as const)(
    'is of that day in %s',
    async (name) => {
      vi.stubEnv('TZ', 'Asia/Taipei');
      const early = highlightOf(1, { createdAt: '2026-03-04T20:00:00.000Z' });
      const { files } = await exportFile(
        formatNamed(name)!,
        { entries: [], highlights: [early] },
        { ...named, exportedAt: '2026-03-05T20:00:00.000Z' },
      );
      const text = textOf(files[0]!.content);
      expect(text).toContain('2026-03-05');
      expect(text).not.toContain('2026-03-04');
      if (text.includes('匯出日期')) expect(text).toContain('2026-03-06');
    },
  );
});

describe('the registry', () => {
  it('has OpenDocument first in every list', () => {
    expect(formatsFor('glossary')[0]?.name).toBe('ods');
    expect(
      formatsFor('highlights')
        .slice(0, 2)
        .map(({ name }) => name),
    ).toEqual(['odt', 'ods']);
  });

  it.each([
    ['TBX 2008', 'tbx-2008'],
    ['tbx2019', 'tbx-2019'],
    ['md', 'markdown'],
    ['csl', 'csl-json'],
  ])('knows %s by name', (name, format) => {
    expect(formatNamed(name)?.name).toBe(format);
  });

  it.each([
    ['a.tbx', 'glossary', 'tbx-2008'],
    ['a.utf8', 'glossary', 'omegat'],
    ['a.csv', 'glossary', 'csv'],
    ['a.ods', 'highlights', 'ods'],
    ['a.csl.json', 'highlights', 'csl-json'],
    ['a.json', 'highlights', 'json'],
  ] as const)('takes %s of a %s for %s', (name, kind, format) => {
    expect(formatOfName(name, kind)?.name).toBe(format);
  });
});

describe('details', () => {
  it('Markdown holds no live mark-up', async () => {
    const evil = highlightOf(3, { quote: '<script>x</script> [a](javascript:b) `c`', note: '---\n# x' });
    const { files } = await exportFile(formatNamed('markdown')!, { entries: [], highlights: [evil] }, facts);
    const text = String(files[0]?.content);
    expect(text).toContain('\\<script\\>x\\</script\\> \\[a\\]\\(javascript:b\\) \\`c\\`');
    expect(text.split('---')).toHaveLength(3);
  });

  it('HTML holds no live mark-up and only links of the web', async () => {
    const evil = highlightOf(3, {
      quote: '<img src=x onerror=y>',
      document: { address: 'javascript:alert(1)', title: '</title><script>', readOn: '2026-01-01' },
    });
    const { files } = await exportFile(formatNamed('html')!, { entries: [], highlights: [evil] }, facts);
    expect(String(files[0]?.content)).not.toMatch(/<script|<img|href="javascript/);
  });

  it('a blank at the edge, runs of blanks, tabs and lines survive in ODF', () => {
    expect(odfText(' a  b\tc\nd ')).toBe(
      '<text:s/>a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d<text:s/>',
    );
  });

  it('Hypothesis has one file a page, each naming its own address only', async () => {
    const { files } = await exportFile(formatNamed('hypothesis')!, { entries: [], highlights }, facts);
    expect(
      files.map(({ content }) =>
        JSON.parse(String(content)).annotations.map((one: { uri: string }) => one.uri),
      ),
    ).toEqual([['http://www.ndc.gov.tw/a?b=1&c=2'], ['https://moda.gov.tw/']]);
  });

  it('an annotation has what the standard asks for', () => {
    expect(singleAnnotation(highlights[0]!, facts)).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `urn:uuid:${highlights[0]!.id}`,
      type: 'Annotation',
      target: { type: 'SpecificResource', selector: [{ exact: '推動「甲乙」方案。' }, { start: 3, end: 5 }] },
    });
  });
});
