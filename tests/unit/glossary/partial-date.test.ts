import { describe, expect, it } from 'vitest';
import { partialDateSchema } from '../../../src/glossary/partial-date.ts';

describe('partialDateSchema', () => {
  it.each([
    [2025, '2025'],
    ['2024-10', '2024-10'],
    ['2024-10-01', '2024-10-01'],
  ])('takes %s', (input, expected) => {
    expect(partialDateSchema.parse(input)).toBe(expected);
  });

  it.each(['113', '2024-13', '2024-1', '2024-10-32', 'May 2024'])('refuses %s', (input) => {
    expect(partialDateSchema.safeParse(input).success).toBe(false);
  });
});
