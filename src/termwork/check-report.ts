import { sentenceAround } from '../text/sentence.ts';
import type { Section } from './align-sections.ts';
import type { Finding, TranslationCheck } from './check-translation.ts';

/** Looks up an interface text. */
export type Say = (key: string, blanks?: Record<string, string | number>) => string;

/** What was compared with what. */
export interface CheckedTexts {
  readonly source: { readonly name: string; readonly text: string };
  readonly target: { readonly name: string; readonly text: string };
}

/** Longest section quoted whole, UTF-16 units. */
const MOST_QUOTED = 240;

/** The sentence around a place, or the beginning of a longer stretch. */
export function quotation(text: string, { start, end }: Section): string {
  if (end - start > MOST_QUOTED)
    return `${text
      .slice(start, start + MOST_QUOTED)
      .toWellFormed()
      .trim()}…`;
  return sentenceAround(text, start, end).replaceAll('\u2029', ' ');
}

function rowOf(finding: Finding, { source, target }: CheckedTexts, say: Say): string[] {
  const { kind, term, found, expected, count } = finding;
  return [
    say(`check.kind.${kind}`),
    term.replace(/\s+/g, ' '),
    found.join('; '),
    expected.join('; '),
    String(count),
    quotation(source.text, finding.source),
    finding.target ? quotation(target.text, finding.target) : '',
  ];
}

/** The findings of a check as a report: lines that say what was looked at, and a table with its headings first. */
export function checkReport(
  check: TranslationCheck,
  texts: CheckedTexts,
  say: Say,
): { lines: string[]; rows: string[][] } {
  const columns = ['what', 'term', 'found', 'expected', 'times', 'sourceText', 'targetText'];
  return {
    lines: [
      say('check.compared', { source: texts.source.name, target: texts.target.name }),
      say('check.looked', { checked: check.checked, findings: check.findings.length }),
      say(`check.alignment.${check.aligned}`),
    ],
    rows: [
      columns.map((column) => say(`check.column.${column}`)),
      ...check.findings.map((finding) => rowOf(finding, texts, say)),
    ],
  };
}
