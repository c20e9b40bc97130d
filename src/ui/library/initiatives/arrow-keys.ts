import { useEffect, useState } from 'preact/hooks';

/** Directions of the arrow keys as steps on the screen. */
const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** How much more a step to the side costs than one ahead: the eye follows the line. */
const ASIDE = 3;

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The spot that lies nearest from `from` in a direction; undefined when there is none on that side. */
export function nearestSpot<T extends Spot>(from: Spot, spots: readonly T[], key: string): T | undefined {
  const direction = DIRECTIONS[key];
  if (!direction) return undefined;
  const [right, down] = direction;
  let best: { spot: T; cost: number } | undefined;
  for (const spot of spots) {
    const [dx, dy] = [spot.x - from.x, spot.y - from.y];
    const ahead = dx * right + dy * down;
    if (ahead <= 0.5) continue;
    const cost = ahead + ASIDE * Math.abs(right === 0 ? dx : dy);
    if (!best || cost < best.cost) best = { spot, cost };
  }
  return best?.spot;
}

/**
 * One tab stop for all links of a picture; arrow keys go to the nearest one in their direction. Spots are in the
 * picture's own units. Returns the id that holds the tab stop and the handler for the picture.
 */
export function useArrowKeys(spots: readonly (Spot & { readonly id: string })[], first: string | undefined) {
  const [current, setCurrent] = useState(first);
  const isThere = spots.some(({ id }) => id === current);
  const stop = isThere ? current : (first ?? spots[0]?.id);
  useEffect(() => setCurrent(first), [first]);
  const onKeyDown = (event: KeyboardEvent) => {
    const from = spots.find(({ id }) => id === stop);
    const next = from && nearestSpot(from, spots, event.key);
    if (!next || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    setCurrent(next.id);
    const picture = event.currentTarget as Element;
    const link = picture.querySelector<SVGAElement>(`[data-node="${CSS.escape(next.id)}"]`);
    link?.focus();
    link?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  return { stop, onKeyDown, onFocus: setCurrent };
}
