import { describe, expect, it } from 'vitest';
import type { GlossaryEntry } from '../../../../../src/glossary/entry.ts';
import { plainWording } from '../../../../../src/glossary/new-entry.ts';
import { foldToKey } from '../../../../../src/text/fold.ts';
import { conflictName, differsFromOfficial } from '../../../../../src/ui/library/glossary/conflict-name.ts';
import { entryOf } from '../../../../support/records.ts';

const pair = (
  n: number,
  zh: string,
  en: string,
  status: 'proposed' | 'official' = 'proposed',
): GlossaryEntry => entryOf(n, { terms: [plainWording('zh-Hant', zh), plainWording('en', en, { status })] });

const group = (...entries: GlossaryEntry[]) => ({
  side: 'zh' as const,
  key: foldToKey('數位韌性'),
  entries,
});

describe('a conflict', () => {
  const first = pair(1, '數位韌性', 'digital resilience');
  const second = pair(2, '數位韌性', 'cyber resilience');

  it('has the same name whoever says it, in whatever order', () => {
    const stored = { ...first, id: second.id, updatedAt: '2027-01-01T00:00:00.000Z' };
    expect(conflictName(group(second, stored))).toBe(conflictName(group(first, second)));
  });

  it('has another name when another wording joins it', () => {
    const third = pair(3, '數位韌性', 'digital robustness');
    expect(conflictName(group(first, second, third))).not.toBe(conflictName(group(first, second)));
  });

  it('tells the official wording that one of them does not have', () => {
    const official = pair(4, '數位韌性', 'Digital Resilience of All', 'official');
    expect(differsFromOfficial(group(first, official))).toBe('Digital Resilience of All');
    expect(differsFromOfficial(group(first, second))).toBeUndefined();
    expect(differsFromOfficial(group(official, official))).toBeUndefined();
  });
});
