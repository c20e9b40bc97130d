import { describe, expect, it } from 'vitest';
import { expectConsistent, itIsRecognisedWell } from '../../corpus/expect-quality.ts';
import { readPassages } from '../../corpus/score-recognition.ts';

describe('recognition of the bundled glossary in annotated passages', () => {
  const passages = readPassages();

  it('has enough passages, all of them consistent', () => {
    expect(passages.length).toBeGreaterThanOrEqual(40);
    expectConsistent(passages);
  });

  itIsRecognisedWell(passages);
});
