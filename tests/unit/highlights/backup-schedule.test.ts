import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isBackupDue,
  isFileDue,
  isSmaller,
  missingOf,
  outdatedBackups,
} from '../../../src/highlights/backup-schedule.ts';

const day = (n: number, hour = 0) => new Date(Date.UTC(2026, 0, 1 + n, hour)).toISOString();
const backup = (at: string, highlights = 1) => ({ at, highlights, entries: 0 });

describe('a backup', () => {
  it.each([
    ['nothing was written', [], 0, 5, day(1), false],
    ['nothing is there', [], 1, 0, day(1), false],
    ['there is none yet', [], 1, 5, day(1), true],
    ['the last is of today', [backup(day(1))], 3, 5, day(1, 23), false],
    ['the last is a day old', [backup(day(1))], 1, 5, day(2), true],
    ['much was written since', [backup(day(1))], 25, 5, day(1, 1), true],
    ['much, but little beside what is there', [backup(day(1))], 25, 10_000, day(1, 1), false],
    ['the clock was set back', [backup(day(5))], 1, 5, day(1), true],
  ])('%s', (_, backups, writes, records, now, due) => {
    const has = { highlights: records, entries: 0 };
    expect(isBackupDue(backups, { writes, has }, now)).toBe(due);
  });

  it.each([
    ['holds the imported list', { packs: [], allEntries: 9 }, 9, false],
    ['holds none of it', { packs: [] }, 9, true],
    ['was made before packs were copied', { allEntries: 9 }, 9, true],
    ['holds more than there is', { packs: [], allEntries: 9 }, 4, false],
  ])('of now that %s', (_, facts, allEntries, due) => {
    const has = { highlights: 1, entries: 0, allEntries };
    expect(isBackupDue([{ ...backup(day(1)), ...facts }], { writes: 0, has }, day(1, 1))).toBe(due);
  });

  it('of every day leaves seven days, four weeks, twelve months', () => {
    let kept = [backup(day(0))];
    for (let n = 1; n < 400; n++) {
      kept = [...kept, backup(day(n))];
      const gone = outdatedBackups(kept);
      kept = kept.filter((one) => !gone.includes(one));
    }
    expect(kept.length).toBeLessThanOrEqual(7 + 4 + 12 + 1);
    for (let n = 393; n < 400; n++) expect(kept.map(({ at }) => at)).toContain(day(n));
    expect(kept.some(({ at }) => at < day(100))).toBe(true);
  });

  it('that holds most is never rotated out, nor the newest', () => {
    const facts = fc.record({ n: fc.nat(2000), highlights: fc.nat(100) });
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1, maxLength: 60 }), (list) => {
        const backups = list.map(({ n, highlights }) => backup(day(n), highlights));
        const gone = outdatedBackups(backups);
        const kept = backups.filter((one) => !gone.includes(one));
        expect(Math.max(...kept.map((one) => one.highlights))).toBe(
          Math.max(...backups.map((one) => one.highlights)),
        );
        expect(
          kept
            .map(({ at }) => at)
            .sort()
            .at(-1),
        ).toBe(
          backups
            .map(({ at }) => at)
            .sort()
            .at(-1),
        );
      }),
    );
  });

  it.each([
    ['never', { written: day(5) }, false],
    ['weekly', {}, false],
    ['weekly', { written: day(5) }, true],
    ['weekly', { saved: day(1), written: day(5) }, false],
    ['weekly', { saved: day(-1), written: day(5) }, true],
    ['weekly', { saved: day(-1), written: day(-2) }, false],
    ['monthly', { saved: day(-20), written: day(5) }, false],
    ['monthly', { saved: day(-25), written: day(5) }, true],
    ['monthly', { saved: day(8), written: day(9) }, true],
    ['monthly', { saved: day(8), written: day(5) }, true],
  ] as const)('file %s, with %o: %s', (schedule, facts, due) => {
    expect(isFileDue(schedule, facts, day(6))).toBe(due);
  });
});

describe('what is missing', () => {
  it.each([
    ['nothing of a store that grew', [1, 1, 5], [2, 1, 6], false, [0, 0, 0]],
    ['nothing where the reader changed entries of a list', [1, 1, 5], [1, 3, 5], false, [0, 0, 0]],
    ['an imported list', [1, 1, 5], [1, 1, 1], true, [0, 0, 4]],
    ['own work', [1, 2, 5], [1, 1, 4], true, [0, 1, 0]],
    ['everything', [3, 2, 5], [0, 0, 0], true, [3, 2, 3]],
  ])('is told: %s', (_, had, has, smaller, missing) => {
    const counts = ([highlights = 0, entries = 0, allEntries = 0]: number[]) => ({
      highlights,
      entries,
      allEntries,
    });
    const loss = { had: counts(had), has: counts(has) };
    expect(isSmaller(loss.has, loss.had)).toBe(smaller);
    const [highlights, entries, imported] = missing;
    expect(missingOf(loss)).toEqual({ highlights, entries, imported });
  });

  it('is nothing beside a count of an earlier version, which knew no imported lists', () => {
    const [had, has] = [
      { highlights: 1, entries: 2 },
      { highlights: 1, entries: 2, allEntries: 9 },
    ];
    expect(isSmaller(has, had)).toBe(false);
  });
});
