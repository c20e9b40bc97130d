import type { Highlight } from '../../highlights/highlight.ts';
import type { BuildFacts, Format } from '../format.ts';
import { colourValue, documentWord } from '../highlights/document-words.ts';
import {
  coloursOf,
  type Fact,
  highlightFacts,
  pageFacts,
  type ReportPage,
  reportFacts,
  reportHolding,
  reportPages,
  termHeadings,
  termRows,
} from '../highlights/report.ts';
import { defaultText, fontFaces, odfPart, packOdf } from '../odf/odf-package.ts';
import { odfLink, odfParagraph, odfText } from '../odf/odf-text.ts';

const bold = 'fo:font-weight="bold" style:font-weight-asian="bold"';

function headingStyle(level: number, size: number): string {
  return `<style:style style:name="Heading_20_${level}" style:display-name="Heading ${level}" style:family="paragraph" style:parent-style-name="Standard" style:next-style-name="Standard"><style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="${size}pt" style:font-size-asian="${size}pt" ${bold}/></style:style>`;
}

/** Page of A4 with the number of the page below. */
const styles = odfPart(
  'document-styles',
  `${fontFaces}<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties style:text-autospace="none" style:punctuation-wrap="hanging" style:line-break="strict"/>${defaultText(12)}</style:default-style><style:style style:name="Standard" style:family="paragraph"/>${headingStyle(1, 18)}${headingStyle(2, 14)}<style:style style:name="Facts" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="11pt" style:font-size-asian="11pt"/></style:style><style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="9pt" style:font-size-asian="9pt"/></style:style><style:style style:name="Cell" style:family="paragraph" style:parent-style-name="Facts"/><style:style style:name="CellHead" style:family="paragraph" style:parent-style-name="Facts"><style:text-properties ${bold}/></style:style></office:styles><office:automatic-styles><style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/><style:footer-style/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1"><style:footer><text:p text:style-name="Footer"><text:page-number text:select-page="current"/></text:p></style:footer></style:master-page></office:master-styles>`,
);

/** A quotation has its colour as a bar at the left and behind the words; its name stands below. */
function automaticStyles(highlights: readonly Highlight[]): string {
  const quotes = coloursOf(highlights).map((colour) => {
    const value = colourValue(colour);
    return `<style:style style:name="Quote_${colour}" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-left="0.5cm" fo:margin-right="0cm" fo:text-indent="0cm" style:auto-text-indent="false" fo:margin-top="0.3cm" fo:margin-bottom="0.1cm" fo:border-left="0.12cm solid ${value}" fo:border-right="none" fo:border-top="none" fo:border-bottom="none" fo:padding="0.15cm"/></style:style><style:style style:name="Mark_${colour}" style:family="text"><style:text-properties fo:background-color="${value}"/></style:style>`;
  });
  const table =
    '<style:style style:name="Terms" style:family="table"><style:table-properties style:width="15cm" table:align="left" fo:margin-left="0.5cm" fo:margin-top="0.1cm" fo:margin-bottom="0.3cm"/></style:style>' +
    ['5.5cm', '6.5cm', '3cm']
      .map(
        (width, at) =>
          `<style:style style:name="Terms.${at + 1}" style:family="table-column"><style:table-column-properties style:column-width="${width}"/></style:style>`,
      )
      .join('') +
    '<style:style style:name="TermsCell" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border="0.02cm solid #888888"/></style:style>';
  return `<style:style style:name="Label" style:family="text"><style:text-properties ${bold}/></style:style>${quotes.join('')}${table}`;
}

const heading = (level: number, text: string): string =>
  `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${odfText(text)}</text:h>`;

function factLines(lines: readonly Fact[], { language }: BuildFacts): string {
  const colon = documentWord('colon', language);
  return lines
    .map(({ label, text }) =>
      odfParagraph(
        'Facts',
        `<text:span text:style-name="Label">${odfText(label + colon)}</text:span>${odfLink(text)}`,
      ),
    )
    .join('');
}

function termTable(highlight: Highlight, number: number, facts: BuildFacts): string {
  const rows = termRows(highlight, facts);
  if (rows.length === 0) return '';
  const row = (cells: readonly string[], style: string) =>
    `<table:table-row>${cells.map((text) => `<table:table-cell table:style-name="TermsCell" office:value-type="string">${odfParagraph(style, odfText(text))}</table:table-cell>`).join('')}</table:table-row>`;
  const columns = [1, 2, 3].map((at) => `<table:table-column table:style-name="Terms.${at}"/>`).join('');
  return `<table:table table:name="Terms${number}" table:style-name="Terms">${columns}<table:table-header-rows>${row(termHeadings(facts), 'CellHead')}</table:table-header-rows>${rows.map((cells) => row(cells, 'Cell')).join('')}</table:table>`;
}

function pageSection(page: ReportPage, facts: BuildFacts, number: (highlight: Highlight) => number): string {
  const parts = page.highlights.map((highlight) => {
    const quote = `<text:span text:style-name="Mark_${highlight.colour}">${odfText(highlight.quote)}</text:span>`;
    return (
      odfParagraph(`Quote_${highlight.colour}`, quote) +
      factLines(highlightFacts(highlight, facts), facts) +
      termTable(highlight, number(highlight), facts)
    );
  });
  return heading(2, page.title) + factLines(pageFacts(page, facts), facts) + parts.join('');
}

/** Report of highlights as an OpenDocument text. */
export const odt: Format = {
  name: 'odt',
  mediaType: 'application/vnd.oasis.opendocument.text',
  endings: ['odt'],
  kinds: ['highlights'],
  holds: () => reportHolding,
  build: ({ highlights }, facts) => {
    const pages = reportPages(highlights, facts).map((page) =>
      pageSection(page, facts, (highlight) => highlights.indexOf(highlight) + 1),
    );
    const body = heading(1, facts.title) + factLines(reportFacts(highlights, facts), facts) + pages.join('');
    const content = odfPart(
      'document-content',
      `${fontFaces}<office:automatic-styles>${automaticStyles(highlights)}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`,
    );
    return [{ name: 'report.odt', content: packOdf({ mediaType: odt.mediaType, content, styles }, facts) }];
  },
};
