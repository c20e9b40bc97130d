import type { TermImage } from './image.ts';
import type { Scan } from './scan-state.ts';
import { fillWindow, slideWindow } from './text-window.ts';
import { walkExactStarts } from './walk-exact.ts';
import { walkStarts } from './walk-full.ts';

/** Runs a scan over its whole text. Hits are in `scan.hits`, `scan.hitLength` numbers. */
export function runScan(scan: Scan, image: TermImage): void {
  if (scan.text.length === 0) return;
  do {
    const limit = fillWindow(scan, image);
    if (image.fullRules) walkStarts(scan, image, limit);
    else walkExactStarts(scan, image, limit);
  } while (slideWindow(scan));
}
