import { describe, expect, it } from 'vitest';
import { localDay } from '../../../src/text/local-day.ts';

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
