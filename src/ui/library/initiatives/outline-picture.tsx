import type { Concept } from '../../../glossary/concept.ts';
import { yearsOf } from '../../shared/place-trail.tsx';
import type { LibraryPorts } from '../ports.ts';
import { languageOrder, namesOf } from './names.ts';
import { textWidth } from './text-width.ts';

/** One row of the tree as it is shown: a heading, or a concept at its depth. */
export type OutlineRow = { readonly heading: string } | { readonly concept: Concept; readonly depth: number };

/** Measures, CSS px. */
const ROW = 26;
const INDENT = 24;
const SIDE = 20;
const SIZE = 14;
const SECOND = 12;
const GAP = 10;

/** The tree as a drawing, row for row as it is unfolded: for files, not for the screen. */
export function OutlinePicture({ rows, ports }: { rows: readonly OutlineRow[]; ports: LibraryPorts }) {
  const { language, graph, t } = ports;
  const [firstLanguage, secondLanguage] = languageOrder(language);
  const lines = rows.map((row) => {
    if ('heading' in row) return { ...row, x: SIDE, end: SIDE + textWidth(row.heading, 16, 700) };
    const [first, second] = namesOf(row.concept, language);
    const years = yearsOf({ start: row.concept.start, end: row.concept.end });
    const x = SIDE + row.depth * INDENT;
    const secondX = x + textWidth(first, SIZE, 600) + GAP;
    const yearsX = secondX + textWidth(second, SECOND) + GAP;
    return { ...row, x, first, second, secondX, years, yearsX, end: yearsX + textWidth(years, SECOND) };
  });
  const width = Math.ceil(Math.max(0, ...lines.map(({ end }) => end)) + SIDE);
  const height = (rows.length + 2) * ROW;
  return (
    <svg class="picture outline" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <title>{t('views.tree')}</title>
      {lines.map((line, index) => {
        const y = (index + 1) * ROW;
        if ('heading' in line)
          return (
            <text key={line.heading} class="heading" x={line.x} y={y}>
              {line.heading}
            </text>
          );
        return (
          <g key={line.concept.id}>
            {line.depth > 0 && (
              <path class="edge" d={`M${line.x - INDENT / 2} ${y - ROW + 8}V${y}H${line.x - 4}`} />
            )}
            <text class="name" x={line.x} y={y} lang={firstLanguage}>
              {line.first}
            </text>
            <text class="second" x={line.secondX} y={y} lang={secondLanguage}>
              {line.second}
            </text>
            <text class="second" x={line.yearsX} y={y}>
              {line.years}
            </text>
          </g>
        );
      })}
      <text class="credit" x={SIDE} y={height - ROW / 2}>
        {t('views.credit', { date: graph.pack.edition })}
      </text>
    </svg>
  );
}
