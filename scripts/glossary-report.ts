/** The report of `npm run glossary` as text. */
import type { Coverage, CoverageReport } from '../src/glossary/review/coverage.ts';
import type { Finding } from '../src/glossary/review/finding.ts';
import { termStatusSchema } from '../src/glossary/status.ts';

const STATUSES = termStatusSchema.options;

/** Rows under a heading, numbers to the right, the first column to the left. */
function table(heading: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const all = [heading, ...rows].map((row) => row.map(String));
  const widths = heading.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
        .join('  '),
    )
    .join('\n');
}

function groupTable(name: string, groups: Readonly<Record<string, Coverage>>): string {
  const heading = [
    name,
    'concepts',
    'initiatives',
    'terms',
    'never',
    'relations',
    '+derived',
    'English: official',
    'accepted',
    'proposed',
  ];
  const rows = Object.entries(groups).map(([group, coverage]) => [
    group,
    coverage.concepts,
    coverage.initiatives,
    coverage.terms,
    coverage.neverMarked,
    coverage.relations,
    coverage.derivedRelations,
    coverage.english.official,
    coverage.english.accepted,
    coverage.english.proposed,
  ]);
  return table(heading, rows);
}

/** One line a finding, with the file to mend. */
export function findingsText(findings: readonly Finding[], fileOf: ReadonlyMap<string, string>): string {
  return findings
    .map(({ severity, rule, subject, message }) =>
      [
        severity.padEnd(8),
        rule.padEnd(11),
        `${fileOf.get(subject) ?? 'sources'}: ${subject}: ${message}`,
      ].join(' '),
    )
    .join('\n');
}

/** What the glossary covers: by theme, kind, jurisdiction, subject and status. */
export function coverageText(report: CoverageReport): string {
  return [
    groupTable('theme', { ...report.themes, 'all themes': report.whole }),
    groupTable('kind', report.kinds),
    groupTable('jurisdiction', report.jurisdictions),
    groupTable('subject', report.subjects),
    table(
      ['terms', ...STATUSES],
      Object.entries(report.statuses).map(([lang, counts]) => [
        lang,
        ...STATUSES.map((status) => counts[status]),
      ]),
    ),
  ]
    .map((part) => `\n${part}`)
    .join('\n');
}
