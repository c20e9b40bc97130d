import { inOneLine } from '../clean-export.ts';
import type { Format } from '../format.ts';
import { type ReportPage, reportPages, unifiedByPage } from '../highlights/report.ts';
import type { Holding } from '../records/losses.ts';

/** What a citation says of a page; quotations and notes go into its notes, in one line each. */
const holding: Holding = {
  fields: new Set(['quote', 'note', 'tag', 'title', 'agency', 'address', 'pageDate', 'readOn']),
  text: (value) => inOneLine(value.toWellFormed()),
  unified: unifiedByPage,
};

const tagsOf = ({ highlights }: ReportPage): string[] => [...new Set(highlights.flatMap(({ tags }) => tags))];

/** Quotation and note of a highlight in one line. */
const noteLine = ({ quote, note }: ReportPage['highlights'][number]): string =>
  inOneLine([`「${quote}」`, note].filter(Boolean).join(' — ').toWellFormed());

function risRecord(page: ReportPage): string {
  const lines: [string, string][] = [
    ['TY', 'ELEC'],
    ['TI', page.title],
    ['AU', page.agency],
    ['UR', page.address],
    ['PY', page.pageDate.slice(0, 4)],
    ['DA', page.pageDate.replaceAll('-', '/')],
    ['Y2', page.readOn.replaceAll('-', '/')],
    ...tagsOf(page).map((tag): [string, string] => ['KW', tag]),
    ...page.highlights.map((highlight): [string, string] => ['N1', noteLine(highlight)]),
  ];
  const filled = lines
    .map(([tag, text]) => [tag, inOneLine(text.toWellFormed())])
    .filter(([, text]) => text !== '');
  return [...filled.map(([tag, text]) => `${tag}  - ${text}`), 'ER  - '].join('\r\n');
}

/** RIS, which brings notes and tags into Zotero and EndNote: one record a page. */
export const ris: Format = {
  name: 'ris',
  mediaType: 'application/x-research-info-systems',
  endings: ['ris'],
  kinds: ['highlights'],
  holds: () => holding,
  build: ({ highlights }, facts) => [
    { name: 'pages.ris', content: `${reportPages(highlights, facts).map(risRecord).join('\r\n\r\n')}\r\n` },
  ],
};

const dateParts = (date: string) =>
  /^\d{4}(-\d{2}(-\d{2})?)?$/.test(date) ? { 'date-parts': [date.split('-').map(Number)] } : undefined;

function cslItem(page: ReportPage, number: number) {
  const issued = dateParts(page.pageDate);
  const accessed = dateParts(page.readOn);
  return {
    id: `page-${number}`,
    type: 'webpage',
    title: page.title,
    URL: page.address,
    ...(page.agency ? { author: [{ literal: page.agency }] } : {}),
    ...(issued ? { issued } : {}),
    ...(accessed ? { accessed } : {}),
    ...(tagsOf(page).length > 0 ? { keyword: tagsOf(page).join(', ') } : {}),
    note: page.highlights.map(noteLine).join('\n'),
  };
}

/** CSL-JSON for pandoc: one item a page. */
export const cslJson: Format = {
  name: 'csl-json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  endings: ['csl.json'],
  kinds: ['highlights'],
  holds: () => holding,
  build: ({ highlights }, facts) => {
    const items = reportPages(highlights, facts).map((page, at) => cslItem(page, at + 1));
    return [{ name: 'pages.csl.json', content: `${JSON.stringify(items, null, 2)}\n` }];
  },
};
