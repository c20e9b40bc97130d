import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import nameTails from '../../../assets/text/name-tails.json' with { type: 'json' };
import { makeScanner, printScanner, scannerPath } from '../../../scripts/make-scanner.ts';
import { SECTIONS } from '../../../src/matching/image-layout.ts';
import * as layout from '../../../src/matching/scanner/layout.ts';

describe('the scanner', () => {
  it('that is committed is what its source compiles to', async () => {
    expect(readFileSync(scannerPath, 'utf8')).toBe(printScanner(await makeScanner()));
  });

  it('looks for every section where images have it', () => {
    const places = Object.entries(layout).filter(([name]) => name.startsWith('SECTION_'));
    expect(places.length).toBeGreaterThan(15);
    for (const [name, place] of places) {
      const section = name.slice('SECTION_'.length).toLowerCase();
      expect(SECTIONS[place]?.[0].replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)).toBe(section);
    }
  });

  it('has room in its window for a name that goes on behind the longest match', () => {
    const longest = Math.max(...nameTails.tails.map((text) => text.length));
    const pluralAndSpace = 3;
    expect(pluralAndSpace + layout.TAIL_REACH + longest).toBeLessThanOrEqual(layout.BEYOND);
  });

  it('keeps its parts apart in memory', () => {
    const { BEFORE, WINDOW, MAX_SPAN, WALKED } = layout;
    expect([BEFORE % 32, WALKED % 32]).toEqual([0, 0]);
    const parts: [from: number, bytes: number][] = [
      [layout.CLASS_TABLE, 65536 * 2],
      [layout.KIND_TABLE, 65536],
      [layout.WORK, layout.STATE_NEXT + 4 - layout.WORK],
      [layout.UNITS, (BEFORE + WINDOW + 64) * 2],
      [layout.CLASSES, (BEFORE + WINDOW + 64) * 2],
      [layout.STARTS, (BEFORE + WINDOW + 64) / 8],
      [layout.ENDS, (MAX_SPAN + 2) * 3 * 4],
      [layout.HITS, (WINDOW + 1) * 3 * 4],
      [layout.WORK_END, 0],
      [layout.IMAGE, 0],
    ];
    for (const [at, [from, bytes]] of parts.entries())
      expect(from + bytes).toBeLessThanOrEqual(parts[at + 1]?.[0] ?? Number.POSITIVE_INFINITY);
  });
});
