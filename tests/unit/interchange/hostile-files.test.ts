import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import english from '../../../assets/locales/en/exchange.json' with { type: 'json' };
import chinese from '../../../assets/locales/zh-TW/exchange.json' with { type: 'json' };
import { importFile } from '../../../src/interchange/import-file.ts';
import { hostileFiles } from '../../support/hostile-files.ts';
import { odsOf, odsRow } from '../../support/packed-files.ts';

describe('files that are refused', () => {
  it.each(hostileFiles)('%s: %s', async (_, code, make) => {
    const made = await make();
    const report = await importFile({ name: 'list', bytes: typeof made === 'string' ? strToU8(made) : made });
    expect(report).toMatchObject({ outcome: 'reject', refusal: { code } });
    expect(english.imports.refusal).toHaveProperty(code);
    expect(chinese.imports.refusal).toHaveProperty(code);
  });
});

describe('files that are only strange', () => {
  it.each([
    ['columns with reserved names', '中文,英文,__proto__\n甲,a,x\n', 'reserved-names'],
    ['giant cells', `中文,英文,定義\n甲,a,x\n乙,b,${'長'.repeat(40_000)}\n`, 'rows-left-out'],
  ])('%s are taken with a warning', async (_, text, code) => {
    const report = await importFile({ name: 'x.csv', bytes: strToU8(text) });
    expect(report.outcome).toBe('accept-with-warning');
    expect(report.reading.notices.map((notice) => notice.code)).toContain(code);
    expect(report.reading.taken).toHaveLength(1);
  });

  it('cells repeated over a whole sheet cost nothing', async () => {
    const far =
      '<table:table-row><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    const ods = odsOf([
      {
        name: 'a',
        rows: [odsRow(['中文', '英文']), far, odsRow(['甲', 'a'], ' table:number-rows-repeated="1000000"')],
      },
    ]);
    const { reading } = await importFile({ name: 'x.ods', bytes: ods });
    expect(reading.taken.map(({ row }) => row)).toEqual([3]);
  });
});
