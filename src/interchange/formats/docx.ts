import type { Highlight } from '../../highlights/highlight.ts';
import { cleanXml, linkOf } from '../clean-export.ts';
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

type Library = typeof import('docx');
type Block = InstanceType<Library['Paragraph']> | InstanceType<Library['Table']>;

/** The colour as Word writes it. */
const fill = (highlight: Highlight): string => colourValue(highlight.colour).slice(1);

/** A report is built with the library at hand; it is loaded only when somebody asks for DOCX. */
class ReportBuilder {
  readonly #docx: Library;
  readonly #facts: BuildFacts;

  constructor(docx: Library, facts: BuildFacts) {
    this.#docx = docx;
    this.#facts = facts;
  }

  /** Runs of a text, a break between its lines. */
  #runs(text: string, options: { bold?: boolean; fill?: string } = {}) {
    const { TextRun, ShadingType } = this.#docx;
    const shading = options.fill ? { type: ShadingType.CLEAR, color: 'auto', fill: options.fill } : undefined;
    return cleanXml(text)
      .split('\n')
      .map(
        (line, at) =>
          new TextRun({
            text: line,
            ...(options.bold ? { bold: true } : {}),
            ...(shading ? { shading } : {}),
            ...(at > 0 ? { break: 1 } : {}),
          }),
      );
  }

  #factLines(lines: readonly Fact[]): Block[] {
    const { Paragraph, ExternalHyperlink, TextRun } = this.#docx;
    const colon = documentWord('colon', this.#facts.language);
    return lines.map(({ label, text }) => {
      const link = linkOf(text);
      const value = link
        ? [
            new ExternalHyperlink({
              link,
              children: [new TextRun({ text: cleanXml(text), style: 'Hyperlink' })],
            }),
          ]
        : this.#runs(text);
      return new Paragraph({ children: [...this.#runs(label + colon, { bold: true }), ...value] });
    });
  }

  #termTable(highlight: Highlight): Block[] {
    const { Table, TableRow, TableCell, Paragraph, WidthType } = this.#docx;
    const rows = termRows(highlight, this.#facts);
    if (rows.length === 0) return [];
    const row = (cells: readonly string[], head: boolean) =>
      new TableRow({
        tableHeader: head,
        children: cells.map(
          (text) =>
            new TableCell({ children: [new Paragraph({ children: this.#runs(text, { bold: head }) })] }),
        ),
      });
    const all = [row(termHeadings(this.#facts), true), ...rows.map((cells) => row(cells, false))];
    return [new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: all }), new Paragraph({})];
  }

  #highlight(highlight: Highlight): Block[] {
    const { Paragraph, BorderStyle } = this.#docx;
    const quote = new Paragraph({
      indent: { left: 280 },
      spacing: { before: 160, after: 60 },
      border: { left: { style: BorderStyle.SINGLE, size: 24, space: 6, color: fill(highlight) } },
      children: this.#runs(highlight.quote, { fill: fill(highlight) }),
    });
    return [quote, ...this.#factLines(highlightFacts(highlight, this.#facts)), ...this.#termTable(highlight)];
  }

  #heading(level: 'HEADING_1' | 'HEADING_2', text: string): Block {
    const { Paragraph, HeadingLevel } = this.#docx;
    return new Paragraph({ heading: HeadingLevel[level], children: this.#runs(text) });
  }

  /** The whole report. The language of Asian text must be said, or Japanese glyph forms are shown. */
  document(highlights: readonly Highlight[]) {
    const { Document } = this.#docx;
    const children = [
      this.#heading('HEADING_1', this.#facts.title),
      ...this.#factLines(reportFacts(highlights, this.#facts)),
      ...reportPages(highlights, this.#facts).flatMap((page) => [
        this.#heading('HEADING_2', page.title),
        ...this.#factLines(pageFacts(page, this.#facts)),
        ...page.highlights.flatMap((highlight) => this.#highlight(highlight)),
      ]),
    ];
    const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '標楷體' };
    return new Document({
      title: cleanXml(this.#facts.title),
      creator: 'Policy Gloss',
      styles: {
        default: {
          document: { run: { font, size: 24, language: { value: 'en-US', eastAsia: 'zh-TW' } } },
          heading1: {
            run: { font, size: 36, bold: true, color: '000000' },
            paragraph: { spacing: { after: 120 } },
          },
          heading2: {
            run: { font, size: 28, bold: true, color: '000000' },
            paragraph: { spacing: { before: 240, after: 120 } },
          },
        },
      },
      sections: [{ children }],
    });
  }
}

/** Report of highlights for Word. Never the source of the ODF report, which is written on its own. */
export const docx: Format = {
  name: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  endings: ['docx'],
  kinds: ['highlights'],
  holds: () => reportHolding,
  build: async ({ highlights }, facts) => {
    const library = await import('docx');
    const document = new ReportBuilder(library, facts).document(highlights);
    const blob = await library.Packer.toBlob(document);
    return [{ name: 'report.docx', content: new Uint8Array(await blob.arrayBuffer()) }];
  },
};
