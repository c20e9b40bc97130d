import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBackupDue, isFileDue, outdatedBackups } from '../../../src/highlights/backup-schedule.ts';

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
    expect(isBackupDue(backups, { writes, records }, now)).toBe(due);
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
  ] as const)('file %s, with %o: %s', (schedule, facts, due) => {
    expect(isFileDue(schedule, facts, day(6))).toBe(due);
  });
});
