import { describe, expect, it } from 'vitest';
import { expectConsistent, itIsRecognisedWell } from './expect-quality.ts';
import { readSharedPassages } from './shared-passages.ts';

describe('recognition of the bundled glossary in annotated excerpts of real texts', () => {
  const { passages, changed } = readSharedPassages();

  it('reads the texts that were annotated', () => {
    expect(changed).toEqual([]);
    const units = passages.reduce((sum, { window }) => sum + (window ? window.end - window.start : 0), 0);
    expect(units).toBeGreaterThanOrEqual(20_000);
    expectConsistent(passages);
  });

  itIsRecognisedWell(passages);
});
