import type { Page } from 'playwright-core';

/** Tasks over 50 ms on a page since it was last asked, in ms as the browser itself reports them; those before too. */
export async function longTasks(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const world = globalThis as unknown as { noted?: number[] };
    if (!world.noted) {
      const noted: number[] = [];
      world.noted = noted;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) noted.push(Math.round(duration));
      }).observe({ type: 'longtask', buffered: true });
    }
    return new Promise<number[]>((resolve) => {
      setTimeout(() => resolve(world.noted!.splice(0)), 300);
    });
  });
}
