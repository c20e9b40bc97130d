import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFolding, printFolding } from '../../../scripts/make-folding.ts';
import { foldText, foldToKey } from '../../../src/text/fold.ts';
import { foldingTables } from '../../../src/text/folding-table.ts';

describe('folding data', () => {
  it('is what its script makes', () => {
    const committed = readFileSync(new URL('../../../assets/text/folding.json', import.meta.url), 'utf8');
    expect(printFolding(makeFolding())).toBe(committed);
  });

  it('folds each unit once and for all', () => {
    for (const table of Object.values(foldingTables()) as Uint16Array[])
      for (let code = 0; code < 65536; code++) expect(table[table[code] ?? 0]).toBe(table[code]);
  });
});

describe('foldText', () => {
  const cases: [string, string][] = [
    ['臺灣', '台湾'],
    ['裡裏里', '里里里'],
    ['ＡＩ２．０', 'ai2.0'],
    ['⼈⼯智慧', '人工智慧'],
    ['⺠主', '民主'],
    ['A–B‑C−D', 'a-b-c-d'],
    ['“x” ‘y’', '"x" \'y\''],
    ['數位‧國家・經濟', '数位·国家·经济'],
    ['DIGI⁺', 'digi+'],
    ['遊牧 游牧', '游牧 游牧'],
    ['ﬁ', 'ﬁ'],
    ['衞生福利', '卫生福利'],
    ['歳出 說説 爲為 啟啓 恒恆 麺麵', '岁出 说说 为为 启启 恒恒 面面'],
    ['鮎鯰 齶顎', '鲶鲶 颚颚'],
    ['欠缺 予豫 芸藝 沪濾', '欠缺 予豫 芸艺 沪滤'],
  ];
  it.each(cases)('%s → %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('keeps length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => foldText(text).length === text.length),
      { numRuns: 500 },
    );
  });
});

describe('foldToKey', () => {
  const cases: [string, string][] = [
    ['臺 灣　的\n數 位', '台湾的数位'],
    ['「AI 新十大建設」推動方案', 'ai新十大建设推动方案'],
    ['Cross-Border  Data', 'cross border data'],
    ['e\u00adGovern\u200bment', 'egovernment'],
    ['AI-新創', 'ai新创'],
    ['大南方－新矽谷', '大南方-新矽谷'],
    [' Smart Nation 2.0 ', 'smart nation 2.0'],
  ];
  it.each(cases)('%j → %s', (text, key) => {
    expect(foldToKey(text)).toBe(key);
  });

  it('is idempotent', () => {
    const unit = fc.constantFrom(...'臺台後后 \n-「」aB3.Ａ　\u200b、');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => foldToKey(foldToKey(text)) === foldToKey(text)),
      { numRuns: 10_000 },
    );
  });
});
