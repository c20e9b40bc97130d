import { describe, expect, it } from 'vitest';
import { bundledIndex, inSimplified, precision, recall, scorePassages } from './score-recognition.ts';
import { readSharedPassages } from './shared-passages.ts';

describe('recognition of the bundled glossary in annotated excerpts of real texts', () => {
  const { passages, changed } = readSharedPassages();
  const { scores } = scorePassages(bundledIndex(), [...passages, ...inSimplified(passages)]);
  const all = scores.get('all');

  it('reads the texts that were annotated', () => {
    expect(changed).toEqual([]);
    const units = passages.reduce((sum, { window }) => sum + (window ? window.end - window.start : 0), 0);
    expect(units).toBeGreaterThanOrEqual(20_000);
    for (const { text, expected, traps } of passages)
      for (const { start, end, surface } of [...expected, ...traps])
        expect(text.slice(start, end)).toBe(surface);
  });

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
});
