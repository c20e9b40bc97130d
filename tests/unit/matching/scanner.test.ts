import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import nameTails from '../../../assets/text/name-tails.json' with { type: 'json' };
import { makeScanner, printScanner, scannerPath } from '../../../scripts/make-scanner.ts';
import { changeIndex } from '../../../src/matching/change-index.ts';
import { SECTIONS } from '../../../src/matching/image-layout.ts';
import { recognise } from '../../../src/matching/recognise.ts';
import * as layout from '../../../src/matching/scanner/layout.ts';
import { advice, indexOf, term } from '../../support/match-terms.ts';

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

  it('is as before when what it asked has failed, alone and within another scan', () => {
    const full = term('Ministry of Defence', { concept: 'mod' });
    const short = term('mod', { concept: 'mod', form: 'abbreviation', advice: advice({ mark: 'context' }) });
    const { index, terms } = indexOf([full, short, '國防']);
    const changed = changeIndex(index, { added: [term('國防部')], textOf: (at) => terms[at]?.text ?? '' });
    const text = `${'國防部。'.repeat(900)}mod，Ministry of Defence`;
    for (const on of [index, changed]) {
      const expected = recognise(on, text);
      expect(expected.length).toBe(902 * 3);
      for (const calls of [0, 1, 500, 900, 901, 902, 903, 1500, 1802]) {
        let left = calls;
        const excluded = new Set([-1]);
        excluded.has = () => {
          if (left-- === 0) throw new Error('asked too often');
          return false;
        };
        expect(() => recognise(on, text, { excluded }), String(calls)).toThrow('asked too often');
        expect(recognise(on, text)).toEqual(expected);
      }
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
