import { useEffect, useRef } from 'preact/hooks';
import type { Concept } from '../../../glossary/concept.ts';
import type { NetGroup, NetLayout } from '../../../initiatives/neighbourhood.ts';
import type { Texts } from '../../shared/texts.ts';
import { conceptHref } from '../concept-link.tsx';
import type { LibraryPorts } from '../ports.ts';
import { useArrowKeys } from './arrow-keys.ts';
import { languageOrder, namesOf, spokenName } from './names.ts';
import { DECORATION, PICTURE } from './picture-roles.ts';
import { fitText, textWidth, twoLines } from './text-width.ts';
import { viewHref } from './view-route.ts';

/** Measures of the picture, CSS px. */
export const NET = { row: 62, toGroup: 202, toMember: 192, box: 216 } as const;
const BOX_HEIGHT = 56;
const CENTRE_HEIGHT = 68;
/** Distance of two lines of text in a box. */
const LINE = 16.5;
const NAME_SIZE = 13;
const NAME_WEIGHT = 600;
const SECOND_SIZE = 11.5;
const GROUP_SIZE = 12.5;
const PADDING = 10;
const FOOT = 26;
/** Room around the picture, so that no line is cut. */
const MARGIN = 6;

/** What a group of neighbours is called, seen from the centre. */
export function groupName({ type, outgoing }: Pick<NetGroup, 'type' | 'outgoing'>, t: Texts): string {
  if (type === 'related') return t('card.related');
  if (type === 'member') return t('initiatives.members');
  return t(`${outgoing ? 'relation' : 'relationInverse'}.${type}`);
}

function curve(x: number, y: number, toX: number, toY: number): string {
  const half = (x + toX) / 2;
  return `M${x} ${y}C${half} ${y} ${half} ${toY} ${toX} ${toY}`;
}

function NameBox(props: {
  concept: Concept;
  x: number;
  y: number;
  height: number;
  href: string;
  kind: string;
  isStop: boolean;
  onFocus: () => void;
  ports: LibraryPorts;
}) {
  const { concept, x, y, height, href, kind, isStop, onFocus, ports } = props;
  const [first, second] = namesOf(concept, ports.language);
  const [firstLanguage, secondLanguage] = languageOrder(ports.language);
  const room = NET.box - 2 * PADDING;
  const lines = twoLines(first, NAME_SIZE, room, NAME_WEIGHT);
  const below = fitText(second, SECOND_SIZE, room);
  const left = x - NET.box / 2 + PADDING;
  const top = y - (lines.length * LINE) / 2;
  return (
    <a
      href={href}
      class={`node ${kind}`}
      data-node={concept.id}
      tabIndex={isStop ? 0 : -1}
      aria-label={spokenName([...lines, below], [first, second])}
      onFocus={onFocus}
    >
      <title>{`${first}\n${second}\n${ports.t(`kind.${concept.kind}`)}`}</title>
      <rect x={x - NET.box / 2} y={y - height / 2} width={NET.box} height={height} rx={8} />
      {lines.map((line, index) => (
        <text key={line} class="name" x={left} y={top + index * LINE} lang={firstLanguage}>
          {`${line} `}
        </text>
      ))}
      <text class="second" x={left} y={top + lines.length * LINE} lang={secondLanguage}>
        {below}
      </text>
    </a>
  );
}

/** A concept in the middle, what it comes from on the left, what comes of it on the right, by relation. */
export function NetPicture({
  concept,
  layout,
  zoom,
  ports,
}: {
  concept: Concept;
  layout: NetLayout;
  zoom: number;
  ports: LibraryPorts;
}) {
  const { t, graph } = ports;
  const scroller = useRef<HTMLDivElement>(null);
  const { centre, groups } = layout;
  const width = layout.width + 2 * MARGIN;
  const height = layout.height + FOOT;
  const spots = [
    { id: concept.id, ...centre },
    ...groups.flatMap(({ members }) => members.map(({ member, x, y }) => ({ id: member.concept.id, x, y }))),
  ];
  const keys = useArrowKeys(spots, concept.id);
  useEffect(() => {
    const view = scroller.current;
    if (!view) return;
    view.scrollLeft = centre.x * zoom - view.clientWidth / 2;
    view.scrollTop = centre.y * zoom - view.clientHeight / 2;
  }, [concept.id, zoom, centre.x, centre.y]);
  return (
    <div class="scroll window" ref={scroller}>
      <svg
        class="picture net"
        width={width * zoom}
        height={height * zoom}
        viewBox={`${-MARGIN} 0 ${width} ${height}`}
        {...PICTURE}
        aria-label={t('views.net')}
        onKeyDown={keys.onKeyDown}
      >
        <g {...DECORATION}>
          {groups.map((group) => {
            const sign = group.x < centre.x ? -1 : 1;
            return (
              <g key={`${group.group.type} ${group.group.outgoing}`}>
                <path class="edge" d={curve(centre.x + (sign * NET.box) / 2, centre.y, group.x, group.y)} />
                {group.members.map(({ member, x, y }) => (
                  <path
                    key={member.concept.id}
                    class="edge"
                    d={curve(group.x, group.y, x - (sign * NET.box) / 2, y)}
                  />
                ))}
              </g>
            );
          })}
        </g>
        {groups.map(({ group, x, y }) => {
          const name = group.hidden > 0 ? `${groupName(group, t)} (+${group.hidden})` : groupName(group, t);
          const room = textWidth(name, GROUP_SIZE, NAME_WEIGHT) + 18;
          return (
            <g key={`${group.type} ${group.outgoing}`} class="relation">
              <rect x={x - room / 2} y={y - 12} width={room} height={24} rx={12} />
              <text x={x} y={y}>
                {name}
              </text>
            </g>
          );
        })}
        {groups.flatMap(({ members }) =>
          members.map(({ member, x, y }) => (
            <NameBox
              key={member.concept.id}
              concept={member.concept}
              x={x}
              y={y}
              height={BOX_HEIGHT}
              href={viewHref({ view: 'net', id: member.concept.id })}
              kind={member.concept.kind}
              isStop={member.concept.id === keys.stop}
              onFocus={() => keys.onFocus(member.concept.id)}
              ports={ports}
            />
          )),
        )}
        <NameBox
          concept={concept}
          x={centre.x}
          y={centre.y}
          height={CENTRE_HEIGHT}
          href={conceptHref(concept)}
          kind="centre"
          isStop={concept.id === keys.stop}
          onFocus={() => keys.onFocus(concept.id)}
          ports={ports}
        />
        <text class="credit" x={12} y={height - 10}>
          {t('views.credit', { date: graph.pack.edition })}
        </text>
      </svg>
    </div>
  );
}
