import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../../src/anchoring/align/align.ts';
import type { Matching } from '../../../src/anchoring/align/matching.ts';
import { foldString, keyOf } from '../../../src/anchoring/folded-text.ts';

function aligned(before: string, after: string): Matching {
  const steps = align(foldString(before), foldString(after));
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The new text that stands for a stretch of the old one; a middle dot for what is gone. */
function follow(before: string, after: string, quote: string, from = 0): string {
  const matching = aligned(before, after);
  const key = keyOf(foldString(before).units, 0);
  const wanted = keyOf(foldString(quote).units, 0);
  const start = key.indexOf(wanted, from);
  const now = keyOf(foldString(after).units, 0);
  return Array.from({ length: wanted.length }, (_, k) => now[matching.toNew[start + k]!] ?? '·').join('');
}

const BLOCKS = [
  '行政院核定智慧國家方案，由各部會推動。',
  '數位發展部辦理資料治理與公共服務。',
  '勞動部提升職業訓練成效，並定期檢討。',
  '經費需求由各機關年度預算支應。',
  '附則',
];

const block = fc.stringMatching(/^[甲乙丙丁戊己庚辛壬癸子丑寅卯]{1,30}$/);
const page = fc.array(block, { minLength: 1, maxLength: 12 });

describe('aligning an old text with a new one', () => {
  it('takes an equal text as it is', () => {
    fc.assert(
      fc.property(page, (blocks) => {
        const text = blocks.join('\n');
        const matching = aligned(text, text);
        matching.toNew.forEach((to, from) => {
          if (to >= 0) expect(matching.old.units[from]).toBe(matching.now.units[to]);
        });
        const distinct = new Set(blocks).size === blocks.length && blocks.every((each) => each.length >= 10);
        if (distinct) expect([...matching.toNew]).toEqual([...matching.toNew.keys()]);
      }),
    );
  });

  it('uses every unit once, and only for its equal', () => {
    fc.assert(
      fc.property(page, page, (before, after) => {
        const matching = aligned(before.join('\n'), after.join('\n'));
        matching.toNew.forEach((to, from) => {
          if (to < 0) return;
          expect(matching.toOld[to]).toBe(from);
          expect(matching.old.units[from]).toBe(matching.now.units[to]);
        });
        expect(matching.toOld.filter((from) => from >= 0).length).toBe(
          matching.toNew.filter((to) => to >= 0).length,
        );
      }),
    );
  });

  it('follows blocks wherever they move', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(BLOCKS, { minLength: BLOCKS.length }), (shuffled) => {
        const matching = aligned(BLOCKS.join('\n'), shuffled.join('\n'));
        expect(matching.toNew.every((to) => to >= 0)).toBe(true);
      }),
    );
  });

  it('counts its free units right', () => {
    fc.assert(
      fc.property(page, page, (before, after) => {
        const matching = aligned(before.join('\n'), after.join('\n'));
        const free = matching.toNew.filter((to) => to < 0).length;
        expect(matching.freeUnits).toBe(free);
        expect(matching.freeInOld.reduce((sum, count) => sum + count, 0)).toBe(free);
      }),
    );
  });

  it('follows what stays of an edited block', () => {
    const after = BLOCKS.with(1, BLOCKS[1]!.replace('資料', '措施')).join('\n');
    expect(follow(BLOCKS.join('\n'), after, '資料治理')).toBe(`··${keyOf(foldString('治理').units, 0)}`);
  });

  it('leaves a deleted block without a place though its repeat stays', () => {
    const repeat = '臺北市政府：補助三百萬元。';
    const before = [BLOCKS[0], repeat, BLOCKS[1], BLOCKS[2], repeat, BLOCKS[3]].join('\n');
    const after = [BLOCKS[0], repeat, BLOCKS[1], BLOCKS[2], BLOCKS[3]].join('\n');
    expect(follow(before, after, repeat)).not.toContain('·');
    expect(follow(before, after, repeat, 40)).toMatch(/^·+$/);
  });
});
