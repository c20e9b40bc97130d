import type { Page } from 'playwright-core';

/** Starts to note tasks over 50 ms, those before too; returns those noted since it was last asked. */
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
