import { expect, it } from 'vitest';
import {
  bundledIndex,
  inSimplified,
  type Passage,
  precision,
  recall,
  scorePassages,
} from './score-recognition.ts';

/** Expects of passages that their annotations are those of their texts. */
export function expectConsistent(passages: readonly Passage[]): void {
  for (const { text, expected, traps } of passages)
    for (const { start, end, surface } of [...expected, ...traps])
      expect(text.slice(start, end)).toBe(surface);
}

/** Tests that the bundled glossary is recognised in passages, and in their Simplified copies, as well as is wanted. */
export function itIsRecognisedWell(passages: readonly Passage[]): void {
  const { scores } = scorePassages(bundledIndex(), [...passages, ...inSimplified(passages)]);
  const all = scores.get('all');

  it('is precise and complete', () => {
    expect(all && precision(all)).toBeGreaterThanOrEqual(0.98);
    expect(all && recall(all)).toBeGreaterThanOrEqual(0.96);
  });

  it('falls into few traps', () => {
    expect(all && all.trapsHit / all.traps).toBeLessThanOrEqual(0.03);
  });

  it('is as good in Simplified as in Traditional, and in English as in Chinese', () => {
    const recallOf = (group: string): number => {
      const score = scores.get(`language: ${group}`);
      return score ? recall(score) : 0;
    };
    expect(recallOf('zh-Hant as Simplified')).toBeGreaterThanOrEqual(recallOf('zh-Hant') - 0.02);
    expect(Math.abs(recallOf('en') - recallOf('zh-Hant'))).toBeLessThanOrEqual(0.03);
  });
}
