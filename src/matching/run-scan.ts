import type { TermImage } from './image.ts';
import type { Scan } from './scan-state.ts';
import { BEFORE } from './scanner/layout.ts';

/** Runs a scan over its whole text. Hits are in `scan.hits`, `scan.hitLength` numbers. */
export function runScan(scan: Scan, { scanner }: TermImage): void {
  const { text } = scan;
  if (text.length === 0) return;
  scanner.during(scan, () => {
    do scanner.walk(scan, BEFORE, scanner.readWindow(text));
    while (scanner.slide(text));
  });
}
