import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../src/interchange/import-file.ts';
import { termPairs } from '../../../src/interchange/records/exchange-entry.ts';
import { encodeLegacy } from '../../support/legacy-encoder.ts';
import { odsOf, odsRow } from '../../support/packed-files.ts';

async function imported(content: string | Uint8Array, name = 'list.csv') {
  const report = await importFile({ name, bytes: typeof content === 'string' ? strToU8(content) : content });
  const { reading } = report;
  return {
    ...report,
    pairs: termPairs(
      reading.taken.map(({ entry }) => entry),
      100,
    ),
    codes: reading.notices.map(({ code }) => code),
    problems: reading.problems.map(({ row, code }) => [row, code]),
  };
}

describe('layouts of lists', () => {
  it.each([
    ['headings', '中文,英文\n甲,a\n', 1, 'accept'],
    ['English first', '英文名稱,中文名稱\na,甲\n', 1, 'accept'],
    [
      'a title and a date above',
      '○○部詞彙表,,\n日期：115年3月1日,,\n序號,中文名稱,英文名稱\n1,甲,a\n',
      3,
      'accept',
    ],
    ['no headings', '甲,a\n', null, 'accept-with-warning'],
    ['headings with explanations', '中文名稱 (Chinese),English term*\n甲,a\n', 1, 'accept'],
    ['headings on two lines', '編號,名稱,,備註\n,中文,英文,\n1,甲,a,x\n', 2, 'accept'],
    ['headings repeated for printing', '中文,英文\n甲,a\n中文,英文\n', 1, 'accept'],
    ['one heading of two', '名稱,English\n甲,a\n', 1, 'accept'],
    ['headings that nobody knows', '原文,譯文\n甲,a\n乙,b\n', 1, 'accept-with-warning'],
    ['foreign headings that nobody knows', 'Source,Target\n甲,a\n乙,b\n', 1, 'accept-with-warning'],
    ['swapped columns', '中文,英文\na,甲\nb,乙\n', 1, 'accept-with-warning'],
  ])('%s', async (_, content, headerRow, outcome) => {
    const report = await imported(content);
    expect(report.pairs[0]).toEqual(['甲', 'a']);
    expect(report.reading.headerRow).toBe(headerRow);
    expect(report.outcome).toBe(outcome);
  });

  it('takes repeated columns of a language for synonyms', async () => {
    const { pairs } = await imported('Entry_ID;Chinese_Taiwan;Chinese_Taiwan;English\n7;甲;乙;a\n');
    expect(pairs).toEqual([
      ['甲', 'a'],
      ['乙', 'a'],
    ]);
  });

  it('reads the layout of the national academy', async () => {
    const head = ['ID', '英文名稱', '中文名稱', '圖片', '備註', '更新日期'];
    const ods = odsOf([
      {
        name: 'a',
        rows: [
          odsRow(head),
          odsRow(['1', 'action potential {=AP}', '動作電位', '', '', '']),
          odsRow(['2', 'angular frequency', '角頻[率]；圓頻', '', '', '']),
        ],
      },
    ]);
    const { pairs, format, outcome, reading } = await imported(zipSync({ '物理.ods': ods }), 'x.zip');
    expect({ format, outcome }).toEqual({ format: 'ods-zip', outcome: 'accept' });
    expect(pairs).toEqual([
      ['動作電位', 'action potential'],
      ['動作電位', 'AP'],
      ['角頻[率]', 'angular frequency'],
      ['圓頻', 'angular frequency'],
    ]);
    expect(reading.taken[0]?.entry.subject).toBe('物理');
  });

  it('reads an HTML table in Big5 that is named .xls', async () => {
    const page =
      '<html><body><table><tr><td colspan=3>表</td></tr><tr><th>序號</th><th>中文</th><th>英文</th></tr><tr><td>1</td><td rowspan=2>甲</td><td>a &amp; b</td></tr><tr><td>2</td><td>c</td></tr></table></body></html>';
    const { pairs, format, reading } = await imported(encodeLegacy(page, 'big5'), 'list.xls');
    expect({ format, encoding: reading.encoding }).toEqual({ format: 'html-table', encoding: 'big5' });
    expect(pairs).toEqual([
      ['甲', 'a & b'],
      ['甲', 'c'],
    ]);
  });

  it('reads the XML of Excel 2003 that is named .xls', async () => {
    const row = (...cells: string[]) =>
      `<Row>${cells.map((cell) => `<Cell><Data ss:Type="String">${cell}</Data></Cell>`).join('')}</Row>`;
    const { pairs, format } = await imported(
      `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${row('中文', '備註', '英文')}<Row><Cell><Data ss:Type="String">甲</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">a</Data></Cell></Row></Table></Worksheet></Workbook>`,
      'x.xls',
    );
    expect({ pairs, format }).toEqual({ pairs: [['甲', 'a']], format: 'xls' });
  });

  it('reads lists of objects and of laws in JSON', async () => {
    expect((await imported('[{"中文":"甲","英文":"a","x":1}]')).pairs).toEqual([['甲', 'a']]);
    expect((await imported('{"甲":"a"}')).pairs).toEqual([['甲', 'a']]);
    const laws = await imported(
      '[{"PCode":"A0000001","name":"甲法","lastUpdate":"x","english":"A Act"},{"PCode":"B","name":"乙法"}]',
    );
    expect(laws.format).toBe('law-json');
    expect(laws.pairs).toEqual([['甲法', 'A Act']]);
    expect(laws.reading.taken).toHaveLength(2);
    expect(laws.reading.taken[0]?.entry.terms[1]).toMatchObject({ status: 'official' });
  });

  it('lists what was left out by row', async () => {
    const long = '長'.repeat(501);
    const { problems, outcome } = await imported(
      `中文,英文,定義\n甲,a,\n乙,,\n,c,\n${long},d,\n戊,e,${'x'.repeat(10_001)}\n甲,A,\n註：說明,,\n`,
    );
    expect(outcome).toBe('accept-with-warning');
    expect(problems).toEqual([
      [3, 'no-english'],
      [4, 'no-chinese'],
      [5, 'term-too-long'],
      [6, 'text-too-long'],
      [7, 'same'],
      [8, 'note'],
    ]);
  });

  it('cleans texts and says so', async () => {
    const { pairs, codes } = await imported('中文,英文\n\u00a0人工\u202e智慧\u3000, A\u0007I \u200b\n');
    expect(pairs).toEqual([['人工智慧', 'AI']]);
    expect(codes).toEqual(['control-characters', 'bidi-characters']);
  });

  it('marks a list in Simplified Chinese as such', async () => {
    const { codes, reading } = await imported(
      '中文,英文\n网络安全,cyber\n数据库,database\n计算机,computer\n',
    );
    expect(codes).toEqual(['simplified']);
    expect(reading.taken[0]?.entry.terms[0]?.lang).toBe('zh-Hans');
  });

  it('keeps formulas in text files as text', async () => {
    const { pairs, codes } = await imported("中文,英文\n公式,\"=cmd|' /C calc'!A0\"\n甲,'=1+1\n");
    expect(pairs).toEqual([
      ['公式', "=cmd|' /C calc'!A0"],
      ['甲', '=1+1'],
    ]);
    expect(codes).toEqual(['formula-like']);
  });

  it('says how far it is', async () => {
    const shares: number[] = [];
    const text = `中文,英文\n${Array.from({ length: 12_000 }, (_, at) => `詞${at},term ${at}`).join('\n')}`;
    await importFile({ name: 'x.csv', bytes: strToU8(text) }, { onProgress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });

  it('follows what the user chose', async () => {
    const report = await importFile(
      { name: 'x.csv', bytes: strToU8('名|x\n甲、乙|a\n') },
      { delimiter: '|', headerRow: 1, columns: ['zh', 'en'], splitAt: ['、'] },
    );
    expect(
      termPairs(
        report.reading.taken.map(({ entry }) => entry),
        9,
      ),
    ).toEqual([
      ['甲', 'a'],
      ['乙', 'a'],
    ]);
  });
});

describe('workbooks', () => {
  it('are read without hidden sheets, readings and repeated rows', async () => {
    const head = odsRow(['中文', '英文']);
    const ruby =
      '<text:ruby><text:ruby-base>角</text:ruby-base><text:ruby-text>ㄐㄧㄠˇ</text:ruby-text></text:ruby>頻';
    const { pairs, codes } = await imported(
      odsOf(
        [
          { name: '秘', style: 'ta1', rows: [head, odsRow(['密', 's']), odsRow(['密二', 't'])] },
          {
            name: '公',
            rows: [
              head,
              odsRow([ruby, 'angular<text:s/>frequency'], ' table:number-rows-repeated="1048000"'),
            ],
          },
        ],
        '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>',
      ),
      'x.ods',
    );
    expect(pairs).toEqual([['角頻', 'angular frequency']]);
    expect(codes).toEqual(['hidden-sheets']);
  });

  it('give the last value of a formula, or are short of a row', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [
            ['中文', '英文'],
            ['甲', 'x'],
            ['乙', 'y'],
          ],
          cells: new Map([
            ['1,1', { formula: 'CONCATENATE("a","b")', formulaResult: 'ab' }],
            ['2,1', { value: null, formula: 'WEBSERVICE("http://x")' }],
          ]),
        },
      ],
    });
    const { pairs, codes, problems } = await imported(bytes, 'x.xlsx');
    expect(pairs).toEqual([['甲', 'ab']]);
    expect(codes).toEqual(['formula-cells', 'rows-left-out']);
    expect(problems).toEqual([[3, 'formula']]);
  });

  it('have merged cells spread over the rows, but not titles', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [
            ['表', null, null],
            ['編號', '中文', '英文'],
            ['1', '甲', 'a'],
            [null, null, 'b'],
          ],
          merges: [
            { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
            { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
            { startRow: 2, startCol: 1, endRow: 3, endCol: 1 },
          ],
        },
      ],
    });
    const { pairs, reading } = await imported(bytes, 'x.xlsx');
    expect(pairs).toEqual([
      ['甲', 'a'],
      ['甲', 'b'],
    ]);
    expect(reading.taken).toHaveLength(1);
  });
});

const martif = (languages: readonly [string, string][]) =>
  `<?xml version="1.0"?><martif type="TBX"><text><body><termEntry id="1"><descrip type="subjectField">IT</descrip>${languages
    .map(
      ([lang, term]) =>
        `<langSet xml:lang="${lang}"><ntig><termGrp><term>${term}</term><termNote type="reading">x</termNote></termGrp></ntig></langSet>`,
    )
    .join('')}</termEntry></body></text></martif>`;

describe('TBX', () => {
  it('of 2008 is read, other languages and categories are named', async () => {
    const { pairs, format, codes } = await imported(
      martif([
        ['zh-Hant-TW', '甲'],
        ['EN-us', 'a'],
        ['ja', '日'],
      ]),
      'x.tbx',
    );
    expect({ pairs, format, codes }).toEqual({
      pairs: [['甲', 'a']],
      format: 'tbx-2008',
      codes: ['other-languages', 'other-categories'],
    });
  });

  it('with wrong tags is filed by script', async () => {
    const { pairs, codes } = await imported(
      martif([
        ['en', '甲'],
        ['xx', 'a'],
      ]),
      'x.tbx',
    );
    expect(pairs).toEqual([['甲', 'a']]);
    expect(codes).toContain('wrong-language-tags');
  });

  it('in the DCT style is read', async () => {
    const { pairs, format, reading } = await imported(
      '<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:m="http://www.tbxinfo.net/ns/min" xmlns:b="http://www.tbxinfo.net/ns/basic"><text><body><conceptEntry id="c1"><m:subjectField>IT</m:subjectField><langSec xml:lang="zh-TW"><descripGrp><b:definition>定義</b:definition><b:source>出處</b:source></descripGrp><termSec><term>甲</term><m:administrativeStatus>preferredTerm-admn-sts</m:administrativeStatus></termSec></langSec><langSec xml:lang="en"><termSec><term>A</term><b:termType>acronym</b:termType></termSec></langSec></conceptEntry></body></text></tbx>',
      'x.tbx',
    );
    expect({ pairs, format }).toEqual({ pairs: [['甲', 'A']], format: 'tbx-2019' });
    expect(reading.taken[0]?.entry).toMatchObject({
      subject: 'IT',
      definition: { zh: '定義' },
      source: '出處',
      terms: [{ status: 'official' }, { form: 'abbreviation' }],
    });
  });
});
