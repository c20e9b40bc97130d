/** A pointer that is moved over a page as a hand moves it, and what the page's scripts spend on it. */
import type { CDPSession, Page } from 'playwright-core';

/** Time between two events of a mouse, ms: 125 in a second, of which the browser hands a page one for each frame. */
const INTERVAL = 8;

/** Where the hand goes, CSS px, one after the other: over lines of text and from one end of the window to the other. */
const STOPS: readonly (readonly [number, number])[] = [
  [200, 150],
  [820, 240],
  [300, 420],
  [700, 640],
  [150, 300],
  [900, 500],
  [400, 200],
  [600, 760],
  [250, 600],
  [850, 120],
  [200, 150],
];

/** Places between two stops, an interval apart: the way of least jerk, which is that of a hand (Flash and Hogan, 1985). */
function way([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]): [number, number][] {
  const distance = Math.hypot(toX - x, toY - y);
  const moves = Math.round((200 + distance / 2) / INTERVAL);
  return Array.from({ length: moves }, (_, at): [number, number] => {
    const time = (at + 1) / moves;
    const part = time ** 3 * (10 - 15 * time + 6 * time ** 2);
    return [x + (toX - x) * part, y + (toY - y) * part];
  });
}

/** Counts events of the pointer. Runs in the page, with us and without. */
function count(): void {
  const world = globalThis as unknown as { moves?: number };
  if (world.moves !== undefined) {
    world.moves = 0;
    return;
  }
  world.moves = 0;
  addEventListener('pointermove', () => world.moves!++, { capture: true, passive: true });
}

async function scriptTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1e6;
}

/** CPU time of all scripts of a page for each event of a pointer that is moved over it without rest, µs. */
export async function scriptOfMoves(page: Page, session: CDPSession): Promise<number> {
  await page.bringToFront();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.evaluate(count);
  const before = await scriptTime(session);
  const places = STOPS.slice(1).flatMap((stop, at) => way(STOPS[at]!, stop));
  const began = performance.now();
  const sent: Promise<unknown>[] = [];
  for (const [at, [x, y]] of places.entries()) {
    const early = began + INTERVAL * at - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    // Not waited for: a hand does not wait either.
    sent.push(session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y }));
  }
  await Promise.all(sent);
  const spent = (await scriptTime(session)) - before;
  const moves = await page.evaluate(() => (globalThis as unknown as { moves: number }).moves);
  await session.send('Performance.disable');
  return spent / moves;
}
