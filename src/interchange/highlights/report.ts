import { termStatusSchema } from '../../glossary/status.ts';
import { citedAddress } from '../../highlights/cited-address.ts';
import { type Highlight, highlightColourSchema } from '../../highlights/highlight.ts';
import { localDay } from '../../text/local-day.ts';
import { cleanXml, fileNameOf } from '../clean-export.ts';
import type { BuildFacts } from '../format.ts';
import type { Holding, Records } from '../records/losses.ts';
import { statusWord } from '../tables/headings.ts';
import { colourWord, documentWord, stateWord } from './document-words.ts';
import { TOLD_FIELDS } from './told-fields.ts';

/** A page with its highlights, in the order in which they stand on it. */
export interface ReportPage {
  readonly title: string;
  readonly address: string;
  readonly agency: string;
  readonly pageDate: string;
  readonly readOn: string;
  readonly highlights: readonly Highlight[];
}

/** Place of a highlight on its page, UTF-16 units; those without one come last, by time. */
function placeOf({ selectors }: Highlight): number {
  const selector = selectors.find(({ type }) => type === 'TextPositionSelector');
  return selector?.type === 'TextPositionSelector' ? selector.start : Number.MAX_SAFE_INTEGER;
}

function inOrder(a: Highlight, b: Highlight): number {
  return placeOf(a) - placeOf(b) || (a.createdAt < b.createdAt ? -1 : 1);
}

/** Highlights by page, pages in the order of their first highlight in the list. */
export function reportPages(highlights: readonly Highlight[], { agencyName }: BuildFacts): ReportPage[] {
  const pages = new Map<string, Highlight[]>();
  for (const highlight of highlights) {
    const page = pages.get(highlight.document.address);
    if (page) page.push(highlight);
    else pages.set(highlight.document.address, [highlight]);
  }
  return [...pages].map(([address, list]) => {
    const sorted = list.toSorted(inOrder);
    const newest = unifiedByPage({ entries: [], highlights: list }).highlights[0]?.document;
    const agency = newest?.agency;
    const cited = newest ? citedAddress(newest) : address;
    return {
      address: cited,
      title: newest?.title || cited,
      agency: agency ? (agencyName(agency) ?? agency) : '',
      pageDate: newest?.pageDate ?? '',
      readOn: newest?.readOn ?? '',
      highlights: sorted,
    };
  });
}

/** A line of a report: what it is about, and the text. */
export interface Fact {
  readonly label: string;
  readonly text: string;
}

const filled = (facts: Fact[]): Fact[] => facts.filter(({ text }) => text !== '');

/** What stands below the title of a page. */
export function pageFacts(page: ReportPage, { language }: BuildFacts): Fact[] {
  return filled([
    { label: documentWord('agency', language), text: page.agency },
    { label: documentWord('address', language), text: page.address },
    { label: documentWord('pageDate', language), text: page.pageDate },
    { label: documentWord('readOn', language), text: page.readOn },
  ]);
}

/** What stands below a quotation. The colour is said in words, the state where it is not what one expects. */
export function highlightFacts(highlight: Highlight, { language }: BuildFacts): Fact[] {
  const { state, found } = highlight;
  return filled([
    { label: documentWord('state', language), text: state === 'attached' ? '' : stateWord(state, language) },
    { label: documentWord('newWording', language), text: found?.text ?? '' },
    { label: documentWord('note', language), text: highlight.note },
    { label: documentWord('tags', language), text: highlight.tags.join(documentWord('separator', language)) },
    { label: documentWord('colour', language), text: colourWord(highlight.colour, language) },
    { label: documentWord('made', language), text: localDay(highlight.createdAt) },
  ]);
}

/** What stands below the title of a report. */
export function reportFacts(highlights: readonly Highlight[], facts: BuildFacts): Fact[] {
  const { language, exportedAt, edition } = facts;
  return filled([
    { label: documentWord('exported', language), text: localDay(exportedAt) },
    { label: documentWord('edition', language), text: edition },
    { label: documentWord('count', language), text: `${highlights.length}` },
  ]);
}

/** Rows of the table of policy terms in a quotation, without headings. */
export function termRows(highlight: Highlight, { language }: BuildFacts): string[][] {
  return highlight.concepts.map(({ zh, en, status }) => {
    const known = termStatusSchema.safeParse(status);
    return [zh, en, known.success ? statusWord(known.data, language) : status];
  });
}

/** Headings of that table. */
export function termHeadings({ language }: BuildFacts): string[] {
  return (['chinese', 'english', 'status'] as const).map((name) => documentWord(name, language));
}

/** A report says title, body and dates once a page, as they were when it was read last. */
export function unifiedByPage(records: Records): Records {
  const pages = new Map<string, Highlight['document']>();
  for (const { document } of records.highlights) {
    const known = pages.get(document.address);
    if (!known || known.readOn < document.readOn) pages.set(document.address, document);
  }
  const highlights = records.highlights.map((highlight) => ({
    ...highlight,
    document: pages.get(highlight.document.address) ?? highlight.document,
  }));
  return { ...records, highlights };
}

/** What a report for people says; places and ids are for programs. */
export const reportHolding: Holding = {
  fields: TOLD_FIELDS,
  text: cleanXml,
  unified: unifiedByPage,
};

/** Colours in use, in the order of the palette. */
export function coloursOf(highlights: readonly Highlight[]): Highlight['colour'][] {
  return highlightColourSchema.options.filter((colour) => highlights.some((one) => one.colour === colour));
}

/** A file name for each page, no name twice. */
export function pageFileNames(pages: readonly ReportPage[], ending: string): string[] {
  const used = new Set<string>();
  return pages.map(({ title }) => {
    const stem = fileNameOf(title);
    let name = `${stem}.${ending}`;
    for (let copy = 2; used.has(name.toLowerCase()); copy++) name = `${stem}-${copy}.${ending}`;
    used.add(name.toLowerCase());
    return name;
  });
}

/** The words that a quote selector holds, which annotations give as the quotation. */
export function quotedWords({ selectors, quote }: Highlight): string {
  const selector = selectors.find(({ type }) => type === 'TextQuoteSelector');
  return selector?.type === 'TextQuoteSelector' ? selector.exact : quote;
}

/** Selectors that annotations of other makers know; a quotation is always among them. */
export function portableSelectors(highlight: Highlight): Highlight['selectors'] {
  const portable = highlight.selectors.filter(
    (selector) =>
      selector.type === 'TextQuoteSelector' ||
      (selector.type === 'TextPositionSelector' && selector.start < selector.end),
  );
  if (portable.some(({ type }) => type === 'TextQuoteSelector')) return portable;
  return [{ type: 'TextQuoteSelector', exact: highlight.quote, prefix: '', suffix: '' }, ...portable];
}

/** Highlights as annotations give them back. */
export function asAnnotated(records: Records): Records {
  const highlights = records.highlights.map((highlight) => ({
    ...highlight,
    quote: quotedWords(highlight),
    selectors: portableSelectors(highlight),
  }));
  return { ...records, highlights };
}
