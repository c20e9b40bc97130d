import { describe, expect, it } from 'vitest';
import { guessDelimiter } from '../../../src/interchange/decode/delimiter.ts';
import { decodeText } from '../../../src/interchange/decode/encoding.ts';
import { parseDelimited } from '../../../src/interchange/decode/parse-delimited.ts';
import { encodeLegacy, encodeUtf16 } from '../../support/legacy-encoder.ts';

const list = '中文,英文\n人工智慧,artificial intelligence\n資通安全,cyber security\n';
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('decodeText', () => {
  it.each([
    ['UTF-8', utf8(list), 'utf-8', list],
    ['UTF-8 with a mark', utf8(`\uFEFF${list}`), 'utf-8', list],
    ['UTF-16LE with a mark', encodeUtf16(list, 'le', true), 'utf-16le', list],
    ['UTF-16BE with a mark', encodeUtf16(list, 'be', true), 'utf-16be', list],
    ['UTF-16LE without', encodeUtf16(list, 'le', false), 'utf-16le', list],
    ['UTF-16BE without', encodeUtf16(list, 'be', false), 'utf-16be', list],
    ['Big5', encodeLegacy(list, 'big5'), 'big5', list],
    ['a short list in Big5', encodeLegacy('人工智慧,AI\n', 'big5'), 'big5', '人工智慧,AI\n'],
    [
      'GB 18030',
      encodeLegacy('网络安全,cyber\n人工智能,AI\n', 'gb18030'),
      'gb18030',
      '网络安全,cyber\n人工智能,AI\n',
    ],
    ['Shift_JIS', encodeLegacy('デジタル,digital\n', 'shift_jis'), 'shift_jis', 'デジタル,digital\n'],
    ['plain ASCII', utf8('a,b\n'), 'utf-8', 'a,b\n'],
  ])('reads %s', (_, bytes, encoding, text) => {
    expect(decodeText(bytes)).toMatchObject({ encoding, text });
  });

  it('stays with UTF-8 when a character was cut off at the end, and says so', () => {
    const bytes = utf8(`${list}數`);
    expect(decodeText(bytes.subarray(0, -1))).toMatchObject({
      encoding: 'utf-8',
      text: list,
      notices: [{ code: 'cut-bytes', blanks: { count: 2 } }],
    });
  });

  it('stays with UTF-8 when single bytes are broken, and counts them', () => {
    const bytes = utf8(list);
    bytes[bytes.length - 30] = 0xff;
    expect(decodeText(bytes)).toMatchObject({
      encoding: 'utf-8',
      notices: [{ code: 'unreadable-characters' }],
    });
  });

  it.each([
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]],
    ['noise', [0xff, 0x01, 0xff, 0x02, 0xff, 0x03, 0xfe, 0x80, 0xff]],
  ])('refuses %s', (_, bytes) => {
    expect(() => decodeText(Uint8Array.from(bytes))).toThrow(
      expect.objectContaining({ code: 'not-decodable' }),
    );
  });
});

describe('delimiters', () => {
  it.each([
    ['中文,英文\n甲,a\n', ','],
    ['中文\t英文\n甲\ta, b, c\n', '\t'],
    ['中文;英文\n甲;a, b\n乙;c\n', ';'],
    ['中文|英文\n甲|a\n', '|'],
    ['人工智慧\n資料\n', ','],
  ])('of %j is told', (text, delimiter) => {
    expect(guessDelimiter(text)).toBe(delimiter);
  });

  it('follows sep=', () => {
    expect(parseDelimited('sep=;\r\n中文;英文\r\n甲,乙;a\r\n', undefined)).toMatchObject({
      delimiter: ';',
      rows: [{ cells: ['中文', '英文'] }, { cells: ['甲,乙', 'a'] }],
    });
  });

  it.each([
    ['never closed', '中文,英文\n"人工智慧,AI\n資料,data\n'],
    ['closed by a later cell', '中文,英文\n"人工智慧,AI\n資料,data\n系統,"system"\n'],
  ])('a quotation mark %s swallows no rows', (_, text) => {
    const { rows, notices } = parseDelimited(text, undefined);
    expect(rows.slice(1, 3).map(({ cells }) => cells)).toEqual([
      ['人工智慧', 'AI'],
      ['資料', 'data'],
    ]);
    expect(notices).toEqual([{ code: 'broken-quotes', blanks: { count: 1, rows: '2' } }]);
  });
});
