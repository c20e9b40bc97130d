import { browser } from 'wxt/browser';
import { setAlways } from '../../src/platform/tabs.ts';

/** One after another: two that register the same site at once would be in each other's way. */
let last: Promise<unknown> = Promise.resolve();

/** Lets the reader start by itself on a site such as `https://example.org`, or no longer. */
export function readAlways(origin: string, always: boolean): Promise<void> {
  const done = last.then(() => setAlways(origin, always));
  last = done.catch(() => undefined);
  return done;
}

/** Origins of patterns such as `https://example.org/*`; what stands for many sites is none of the reader's choosing. */
function originsOf(patterns: readonly string[] = []): string[] {
  return patterns.flatMap((pattern) => /^(https?:\/\/[^*/]+)\/\*$/.exec(pattern)?.[1] ?? []);
}

/**
 * A site that the reader allows is read from then on, one that is taken back is not. The browser says so here: the popup
 * that asked may be gone, since the browser's question takes its focus.
 */
export function listenToSites(): void {
  browser.permissions.onAdded.addListener(({ origins }) => {
    for (const origin of originsOf(origins)) void readAlways(origin, true).catch(() => {});
  });
  browser.permissions.onRemoved.addListener(({ origins }) => {
    for (const origin of originsOf(origins)) void readAlways(origin, false).catch(() => {});
  });
}
