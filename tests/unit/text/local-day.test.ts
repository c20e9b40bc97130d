import { describe, expect, it } from 'vitest';
import { localDay, localMinute } from '../../../src/text/local-day.ts';

describe('the day where the reader is', () => {
  it.each([
    { time: new Date(2026, 0, 5, 0, 0), day: '2026-01-05' },
    { time: new Date(2026, 0, 5, 23, 59, 59, 999), day: '2026-01-05' },
    { time: new Date(2024, 1, 29, 7, 30), day: '2024-02-29' },
    { time: new Date(2026, 11, 31, 23, 59), day: '2026-12-31' },
  ])('$day', ({ time, day }) => {
    expect(localDay(time)).toBe(day);
  });
});

describe('day and minute', () => {
  it.each([
    { time: new Date(2026, 0, 5, 0, 4), told: '2026-01-05 00:04' },
    { time: new Date(2026, 9, 15, 23, 59, 59), told: '2026-10-15 23:59' },
  ])('$told', ({ time, told }) => {
    expect(localMinute(time)).toBe(told);
    expect(localMinute(time.toISOString())).toBe(told);
  });
});
