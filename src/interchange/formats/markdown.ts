import { zipSync } from 'fflate';
import type { Highlight } from '../../highlights/highlight.ts';
import { localDay } from '../../text/local-day.ts';
import { inOneLine } from '../clean-export.ts';
import type { BuildFacts, Format } from '../format.ts';
import { documentWord } from '../highlights/document-words.ts';
import {
  highlightFacts,
  pageFacts,
  pageFileNames,
  type ReportPage,
  reportFacts,
  reportPages,
  termHeadings,
  termRows,
  unifiedByPage,
} from '../highlights/report.ts';
import { TOLD_FIELDS } from '../highlights/told-fields.ts';
import type { Holding } from '../records/losses.ts';

/** Every sign that Markdown could take for its own; a quoted `<script>` or link would else become live in a note. */
const SIGNS = /[\\`*_{}[\]<>()#+\-.!|~$&=]/g;

/** Text of one line, inert. */
function inert(text: string): string {
  return inOneLine(text.toWellFormed()).replace(SIGNS, '\\$&');
}

/** Text of several lines as a quotation or a paragraph: a line of text a line, blank lines kept apart. */
function lines(text: string, prefix: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => `${prefix}${inert(line)}`.trimEnd())
    .join(`  \n`);
}

/** Strings as JSON writes them, which YAML reads the same; nothing else could be said of any text. */
const yaml = (text: string): string => JSON.stringify(inOneLine(text.toWellFormed()));

function frontMatter(title: string, address: string, tags: readonly string[], date: string): string {
  const unique = [...new Set(tags)].map(yaml).join(', ');
  const link = address === '' ? '' : `url: ${yaml(address)}\n`;
  return `---\ntitle: ${yaml(title)}\n${link}date: ${yaml(date)}\ntags: [${unique}]\n---\n`;
}

const tagsOf = (highlights: readonly Highlight[]): string[] => highlights.flatMap(({ tags }) => tags);

function factList(facts: readonly { label: string; text: string }[], { language }: BuildFacts): string {
  const colon = documentWord('colon', language);
  return facts
    .map(({ label, text }) => `- **${inert(label)}**${colon}${lines(text, '  ').trimStart()}`)
    .join('\n');
}

function termTable(highlight: Highlight, facts: BuildFacts): string {
  const rows = termRows(highlight, facts);
  if (rows.length === 0) return '';
  const row = (cells: readonly string[]) => `| ${cells.map(inert).join(' | ')} |`;
  return `\n\n${[row(termHeadings(facts)), '| --- | --- | --- |', ...rows.map(row)].join('\n')}`;
}

function highlightSection(highlight: Highlight, facts: BuildFacts): string {
  return `${lines(highlight.quote, '> ')}\n\n${factList(highlightFacts(highlight, facts), facts)}${termTable(highlight, facts)}\n`;
}

function pageSection(page: ReportPage, facts: BuildFacts, level: string): string {
  const parts = page.highlights.map((highlight) => highlightSection(highlight, facts));
  return `${level} ${inert(page.title)}\n\n${factList(pageFacts(page, facts), facts)}\n\n${parts.join('\n')}`;
}

/** Markdown has no place for runs of blanks and tabs; the rest of the words stays. */
const holding: Holding = {
  fields: TOLD_FIELDS,
  text: (value) =>
    value
      .toWellFormed()
      .split(/\r\n|\r|\n/)
      .map(inOneLine)
      .join('\n'),
  unified: unifiedByPage,
};

const day = ({ exportedAt }: BuildFacts): string => localDay(exportedAt);

/** All highlights in one Markdown file. */
export const markdown: Format = {
  name: 'markdown',
  mediaType: 'text/markdown',
  endings: ['md'],
  kinds: ['highlights'],
  holds: () => holding,
  build: ({ highlights }, facts) => {
    const pages = reportPages(highlights, facts).map((page) => pageSection(page, facts, '##'));
    const head = frontMatter(facts.title, '', tagsOf(highlights), day(facts));
    const title = `# ${inert(facts.title)}\n\n${factList(reportFacts(highlights, facts), facts)}\n`;
    return [{ name: 'report.md', content: [head, title, ...pages].join('\n') }];
  },
};

/** One Markdown file a page, in an archive. */
export const markdownPages: Format = {
  name: 'markdown-pages',
  mediaType: 'application/zip',
  endings: ['zip'],
  kinds: ['highlights'],
  holds: () => holding,
  build: ({ highlights }, facts) => {
    const pages = reportPages(highlights, facts);
    const names = pageFileNames(pages, 'md');
    const files = pages.map((page, at) => {
      const head = frontMatter(page.title, page.address, tagsOf(page.highlights), page.readOn || day(facts));
      return [
        names[at] ?? `${at}.md`,
        new TextEncoder().encode(`${head}\n${pageSection(page, facts, '#')}`),
      ] as const;
    });
    return [
      {
        name: 'pages.zip',
        content: zipSync(Object.fromEntries(files), { mtime: new Date(facts.exportedAt) }),
      },
    ];
  },
};
