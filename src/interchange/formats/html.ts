import type { Highlight } from '../../highlights/highlight.ts';
import { escapeXml, linkOf } from '../clean-export.ts';
import type { BuildFacts, Format } from '../format.ts';
import { colourValue, documentWord } from '../highlights/document-words.ts';
import {
  type Fact,
  highlightFacts,
  pageFacts,
  reportFacts,
  reportHolding,
  reportPages,
  termHeadings,
  termRows,
} from '../highlights/report.ts';
import { broken, htmlPage, htmlTable } from '../html-page.ts';

function linked(text: string): string {
  const link = linkOf(text);
  return link ? `<a href="${escapeXml(link)}">${escapeXml(text)}</a>` : broken(text);
}

function factLines(facts: readonly Fact[], { language }: BuildFacts): string {
  const colon = documentWord('colon', language);
  return facts
    .map(({ label, text }) => `<p><b>${escapeXml(label)}${colon}</b>${linked(text)}</p>`)
    .join('\n');
}

function termTable(highlight: Highlight, facts: BuildFacts): string {
  const rows = termRows(highlight, facts);
  return rows.length === 0 ? '' : htmlTable([termHeadings(facts), ...rows]);
}

function highlightSection(highlight: Highlight, facts: BuildFacts): string {
  const colour = colourValue(highlight.colour);
  return `<blockquote style="border-left: 4px solid ${colour}; padding-left: 8px"><span style="background-color: ${colour}; color: #000">${broken(highlight.quote)}</span></blockquote>\n${factLines(highlightFacts(highlight, facts), facts)}\n${termTable(highlight, facts)}`;
}

/** Highlights as a piece of HTML, for the clipboard beside `plainReport`. */
export function htmlReport(highlights: readonly Highlight[], facts: BuildFacts): string {
  return reportPages(highlights, facts)
    .map(
      (page) =>
        `<h2>${escapeXml(page.title)}</h2>\n${factLines(pageFacts(page, facts), facts)}\n${page.highlights.map((highlight) => highlightSection(highlight, facts)).join('\n')}`,
    )
    .join('\n');
}

/** Highlights as plain text, for the clipboard and for mail. */
export function plainReport(highlights: readonly Highlight[], facts: BuildFacts): string {
  const colon = documentWord('colon', facts.language);
  const factText = (lines: readonly Fact[]) => lines.map(({ label, text }) => `${label}${colon}${text}`);
  return reportPages(highlights, facts)
    .map((page) =>
      [
        page.title,
        ...factText(pageFacts(page, facts)),
        ...page.highlights.flatMap((highlight) => [
          '',
          highlight.quote,
          ...factText(highlightFacts(highlight, facts)),
          ...termRows(highlight, facts).map(([zh, en, status]) => `${zh} = ${en}（${status}）`),
        ]),
      ].join('\n'),
    )
    .join('\n\n');
}

/** Highlights as a page. */
export const html: Format = {
  name: 'html',
  mediaType: 'text/html',
  endings: ['html', 'htm'],
  kinds: ['highlights'],
  holds: () => reportHolding,
  build: ({ highlights }, facts) => {
    const body = `${factLines(reportFacts(highlights, facts), facts)}\n${htmlReport(highlights, facts)}`;
    return [{ name: 'report.html', content: htmlPage(body, facts) }];
  },
};

/** The same in plain text. */
export const plain: Format = {
  name: 'plain',
  mediaType: 'text/plain',
  endings: ['txt'],
  kinds: ['highlights'],
  holds: () => ({ ...reportHolding, text: (value) => value.toWellFormed() }),
  build: ({ highlights }, facts) => [
    { name: 'report.txt', content: `${plainReport(highlights, facts).toWellFormed()}\n` },
  ],
};
