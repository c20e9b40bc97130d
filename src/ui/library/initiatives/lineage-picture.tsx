import { scaleLinear } from 'd3-scale';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Lineage, LineageBar } from '../../../initiatives/lineage.ts';
import { yearsOf } from '../../shared/place-trail.tsx';
import type { LibraryPorts } from '../ports.ts';
import { useArrowKeys } from './arrow-keys.ts';
import { languageOrder, namesOf, spokenName } from './names.ts';
import { DECORATION, PICTURE } from './picture-roles.ts';
import { fitText, textWidth } from './text-width.ts';
import { viewHref } from './view-route.ts';

/** Measures of the picture, CSS px. */
const ROW = 32;
const BAR = 24;
const LANE_HEAD = 50;
const TOP = 8;
const FOOT = 34;
const SIDE = 16;
const LABEL_SIZE = 13;
/** Longest label; longer names end in an ellipsis and stand whole in the tooltip and the table. */
export const MOST_LABEL = 290;
/** Space around a label. */
export const LABEL_PADDING = 18;
const ELBOW = 7;

interface PictureProps {
  readonly lineage: Lineage;
  /** Width of a year, CSS px. */
  readonly yearWidth: number;
  /** The present as a decimal year. */
  readonly now: number;
  /** The initiative to point at, or empty. */
  readonly shown: string;
  readonly ports: LibraryPorts;
}

/** Label of a bar: the name in the language of the interface, cut to what fits. */
export function barLabel(name: string): string {
  return fitText(name, LABEL_SIZE, MOST_LABEL);
}

/** The size that labels of bars have, CSS px. */
export const BAR_LABEL_SIZE = LABEL_SIZE;

/** From the earlier bar down or up to the row of the later one, and on to where that begins. */
function elbow(x: number, y: number, toX: number, toY: number): string {
  if (y === toY) return `M${x} ${y}H${toX}`;
  const turn = toY > y ? ELBOW : -ELBOW;
  const startX = Math.min(x, toX) - ELBOW;
  return `M${startX} ${y}V${toY - turn}Q${startX} ${toY} ${startX + ELBOW} ${toY}H${toX}`;
}

/** Initiatives as bars on a time axis, in the lanes of their countries, with lines from predecessors to successors. */
export function LineagePicture({ lineage, yearWidth, now, shown, ports }: PictureProps) {
  const { t, language, graph } = ports;
  const [firstLanguage] = languageOrder(language);
  const scroller = useRef<HTMLDivElement>(null);
  const [left, setLeft] = useState(0);
  const [from, to] = lineage.years;
  const width = (to - from) * yearWidth + 2 * SIDE + MOST_LABEL / 2;
  const x = scaleLinear([from, to], [SIDE, SIDE + (to - from) * yearWidth]);
  const heads = lineage.lanes.map(({ row }, index) => TOP + row * ROW + index * LANE_HEAD);
  const laneOf = (row: number) => lineage.lanes.findLastIndex((lane) => lane.row <= row);
  const middle = (row: number) => TOP + row * ROW + (laneOf(row) + 1) * LANE_HEAD + ROW / 2;
  const height = TOP + lineage.rows * ROW + lineage.lanes.length * LANE_HEAD + FOOT;
  const spots = lineage.bars.map((bar) => ({ id: bar.id, x: x(bar.from), y: middle(bar.row) }));
  const keys = useArrowKeys(spots, shown || undefined);
  const bars = new Map(lineage.bars.map((bar) => [bar.id, bar]));
  // As many labelled years as have room; round ones.
  const ticks = x.ticks(Math.max(2, Math.floor(((to - from) * yearWidth) / 70))).filter(Number.isInteger);

  useEffect(() => {
    const view = scroller.current;
    const bar = bars.get(shown);
    if (!view) return;
    view.scrollLeft = x(bar ? bar.from : now) - view.clientWidth * (bar ? 0.2 : 0.7);
    if (bar) view.querySelector(`[data-node="${CSS.escape(shown)}"]`)?.scrollIntoView({ block: 'center' });
    // Only when another one is shown, or the axis is another: not whenever the reader scrolls.
  }, [shown, yearWidth, lineage.years[0]]);

  useEffect(() => {
    const picture = scroller.current;
    if (!picture) return;
    const ending = new AbortController();
    const { signal } = ending;
    const names = () => [...picture.querySelectorAll<SVGTextElement>('[data-home]')];
    let moved: string[] = [];
    // On paper everything is in sight, so names stand at home. The browser does not wait for a new rendering.
    const goHome = () => {
      moved = names().map((name) => name.getAttribute('x') ?? '');
      for (const name of names()) name.setAttribute('x', name.dataset.home ?? '');
    };
    const goBack = () => {
      names().forEach((name, index) => {
        name.setAttribute('x', moved[index] ?? '');
      });
    };
    addEventListener('beforeprint', goHome, { signal });
    addEventListener('afterprint', goBack, { signal });
    return () => ending.abort();
  }, []);

  return (
    <div class="scroll" ref={scroller} onScroll={(event) => setLeft(event.currentTarget.scrollLeft)}>
      <svg
        class="picture lineage"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        {...PICTURE}
        aria-label={t('views.lineage')}
        onKeyDown={keys.onKeyDown}
      >
        <defs>
          {(['left', 'right'] as const).map((side) => (
            <linearGradient
              key={side}
              id={`fade-${side}`}
              x1={side === 'left' ? 1 : 0}
              x2={side === 'left' ? 0 : 1}
            >
              <stop class="solid" offset="0.6" />
              <stop class="gone" offset="1" />
            </linearGradient>
          ))}
          <marker
            id="arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path class="arrow" d="M0 0L8 4L0 8Z" />
          </marker>
        </defs>
        {lineage.lanes.map((lane, index) => (
          <g key={lane.jurisdiction} {...DECORATION}>
            {index % 2 === 1 && (
              <rect class="band" x={0} y={heads[index]} width={width} height={lane.rows * ROW + LANE_HEAD} />
            )}
            {ticks.map((year) => (
              <g key={year}>
                <line
                  class="grid"
                  x1={x(year)}
                  x2={x(year)}
                  y1={heads[index]! + LANE_HEAD - 8}
                  y2={heads[index]! + LANE_HEAD + lane.rows * ROW}
                />
                <text class="year" x={x(year) + 3} y={heads[index]! + LANE_HEAD - 10}>
                  {year}
                </text>
              </g>
            ))}
          </g>
        ))}
        <line class="now" x1={x(now)} x2={x(now)} y1={TOP} y2={height - FOOT} {...DECORATION} />
        <g {...DECORATION}>
          {lineage.links.map(({ earlier, later }) => {
            const [one, other] = [bars.get(earlier)!, bars.get(later)!];
            return (
              <path
                key={`${earlier} ${later}`}
                class="succession"
                marker-end="url(#arrow)"
                d={elbow(x(one.to), middle(one.row), x(other.from), middle(other.row))}
              />
            );
          })}
        </g>
        {lineage.bars.map((bar) => (
          <Bar
            key={bar.id}
            bar={bar}
            x={x(bar.from)}
            width={Math.max(4, x(bar.to) - x(bar.from))}
            y={middle(bar.row)}
            left={left}
            isShown={bar.id === shown}
            isStop={bar.id === keys.stop}
            onFocus={() => keys.onFocus(bar.id)}
            ports={ports}
          />
        ))}
        {lineage.lanes.map((lane, index) => (
          <text
            key={lane.jurisdiction}
            class="lane"
            data-home={SIDE}
            x={left + SIDE}
            y={heads[index]! + 18}
            lang={firstLanguage}
          >
            {t(`jurisdiction.${lane.jurisdiction}`)}
          </text>
        ))}
        <text class="credit" x={SIDE} y={height - 10}>
          {t('views.credit', { date: graph.pack.edition })}
        </text>
      </svg>
    </div>
  );
}

/** Fill of a bar by which of its ends are known. */
function fillOf({ openFrom, openTo }: LineageBar): string | undefined {
  if (openFrom) return 'url(#fade-left)';
  return openTo ? 'url(#fade-right)' : undefined;
}

function Bar(props: {
  bar: LineageBar;
  x: number;
  width: number;
  y: number;
  /** Where the visible part of the picture begins: a name stays in sight as long as its bar does. */
  left: number;
  isShown: boolean;
  isStop: boolean;
  onFocus: () => void;
  ports: LibraryPorts;
}) {
  const { bar, x, width, y, left, isShown, isStop, onFocus, ports } = props;
  const concept = ports.graph.concept(bar.id);
  if (!concept) return null;
  const [first, second] = namesOf(concept, ports.language);
  const [firstLanguage] = languageOrder(ports.language);
  const years = yearsOf({ start: concept.start, end: concept.end });
  const fill = fillOf(bar);
  const label = barLabel(first);
  const slack = Math.max(0, width - textWidth(label, LABEL_SIZE) - LABEL_PADDING);
  return (
    <a
      href={viewHref({ view: 'page', id: bar.id })}
      class={isShown ? 'bar shown' : 'bar'}
      data-node={bar.id}
      tabIndex={isStop ? 0 : -1}
      aria-label={spokenName([label], [first], years)}
      onFocus={onFocus}
    >
      <title>{[first, second, years].filter(Boolean).join('\n')}</title>
      <rect
        x={x}
        y={y - BAR / 2}
        width={width}
        height={BAR}
        rx={5}
        {...(fill && { style: { fill } })}
        class={fill ? 'open' : 'closed'}
      />
      <text data-home={x + 8} x={x + 8 + Math.min(slack, Math.max(0, left - x))} y={y} lang={firstLanguage}>
        {label}
      </text>
    </a>
  );
}
