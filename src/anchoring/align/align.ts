import type { FoldedText } from '../folded-text.ts';
import { matchBlocks } from './blocks.ts';
import { bridge } from './bridge.ts';
import { fillGaps } from './gaps.ts';
import { growAcross } from './growth.ts';
import { Matching } from './matching.ts';
import { matchRepeats } from './repeats.ts';
import { matchWindows } from './seeds.ts';
import { matchSimilar } from './similar.ts';

/**
 * Aligns an old text with a new one, allowing for moves, surest first: whole blocks, then long windows
 * that occur once on either side, then what hangs on those, then the small and the short. Every unit is
 * used once, so that the repeats of a deleted passage are taken by their own old places.
 *
 * Stops after the whole blocks if `isSettled` says that they already tell all that is asked for.
 */
export function* align(
  old: FoldedText,
  now: FoldedText,
  isSettled: (matching: Matching) => boolean = () => false,
): Generator<void, Matching, void> {
  const matching = new Matching(old, now);
  matchBlocks(matching, { minLength: 6, links: false });
  bridge(matching);
  yield;
  if (isSettled(matching)) return matching;
  for (const k of [32, 16, 10]) {
    yield* matchWindows(matching, k, false);
    yield;
  }
  growAcross(matching);
  yield;
  matchBlocks(matching, { minLength: 6, links: true });
  for (const k of [16, 12]) {
    yield* matchWindows(matching, k, true);
    yield;
  }
  growAcross(matching);
  yield;
  yield* fillGaps(matching);
  matchBlocks(matching, { minLength: 2, links: true });
  bridge(matching);
  yield* matchRepeats(matching);
  for (const k of [7, 5]) {
    yield* matchWindows(matching, k, true);
    yield;
  }
  growAcross(matching);
  yield* matchRepeats(matching);
  yield* fillGaps(matching);
  yield* matchSimilar(matching);
  return matching;
}
