import { isInSkippedPart } from '../page/readable.ts';
import { comesBefore, isWithin } from '../page/shadow.ts';
import type { Strip } from './strip.ts';

/** What is to be read: from a strip that was there, or from the beginning, up to the next one that stays. */
export interface Gap {
  readonly from: Text | undefined;
  readonly next: Text | undefined;
}

/** The last of strips that begins before a node or with it. */
export function lastBefore(strips: readonly Strip[], node: Node): Strip | undefined {
  let low = 0;
  let high = strips.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { first } = strips[middle]!;
    if (first === node || comesBefore(first, node)) low = middle + 1;
    else high = middle;
  }
  return strips[low - 1];
}

/** Takes out the strips in which one of `changed` lies, or that have gone or moved: those left, and what is to be read instead. */
export function withoutChanged(
  strips: readonly Strip[],
  changed: ReadonlySet<Node>,
): { left: Strip[]; gaps: Gap[] } {
  const isThere = ({ first }: Strip) => first.isConnected && !isWithin(first, changed);
  const ordered: Strip[] = [];
  /** Where strips now begin that are no longer in order: the page moved what they hold while it was read. */
  const moved: Text[] = [];
  for (const strip of strips.filter(isThere)) {
    const last = ordered.at(-1);
    if (last && !comesBefore(last.first, strip.first)) moved.push(strip.first);
    else ordered.push(strip);
  }
  const there = new Set(ordered);
  /** The strips that a change lies in, as far as their beginning is known; `undefined` stands for that of the page. */
  const touched = new Set<Strip | undefined>();
  const isInEditor = ({ parentNode }: Node) => parentNode && isInSkippedPart(parentNode);
  for (const root of [...changed, ...moved])
    if (root.isConnected && !isInEditor(root)) touched.add(lastBefore(ordered, root));
  let last: Strip | undefined;
  for (const strip of strips) {
    if (there.has(strip)) last = strip;
    else touched.add(last);
  }
  const gaps: Gap[] = [];
  const left: Strip[] = [];
  let gap: Omit<Gap, 'next'> | undefined = touched.has(undefined) ? { from: undefined } : undefined;
  for (const strip of ordered) {
    if (touched.has(strip)) {
      gap ??= { from: strip.first };
      continue;
    }
    if (gap) gaps.push({ ...gap, next: strip.first });
    gap = undefined;
    left.push(strip);
  }
  if (gap) gaps.push({ ...gap, next: undefined });
  return { left, gaps };
}
