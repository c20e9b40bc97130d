import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import type { RefusalCode } from '../../src/interchange/notices.ts';
import { lyingZip } from './packed-files.ts';

const entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]>';
const tbx = (doctype: string) => `<?xml version="1.0"?>${doctype}<martif><text><body/></text></martif>`;
const zeros = new Uint8Array(140 * 1024 * 1024);
const bomb = zipSync({ 'content.xml': zeros }, { level: 1 });
const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`${at}.ods`, strToU8('x')]));
const truncated = zipSync({ 'content.xml': strToU8('x'.repeat(500)) }).slice(0, 60);
const withEntity = zipSync({
  mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
  'content.xml': strToU8(`<?xml version="1.0"?>${entities}<a/>`),
});

/** Files that must be refused: what they are, with which code, and how they are made. */
export const hostileFiles: readonly [string, RefusalCode, () => string | Uint8Array | Promise<Uint8Array>][] =
  [
    ['empty', 'empty', () => ''],
    ['nothing but a mark', 'empty', () => '\uFEFF'],
    ['over 64 MB', 'too-large', () => zeros.subarray(0, 64 * 1024 * 1024 + 1)],
    ['a zip bomb', 'unpacks-too-large', () => bomb],
    ['a zip bomb that lies', 'zip-sizes', () => lyingZip(bomb, zeros.length, 1_000)],
    ['too many members', 'too-many-members', () => zipSync(many, { level: 0 })],
    ['a path out of the folder', 'zip-path', () => zipSync({ '../evil.ods': strToU8('x') })],
    ['an absolute path', 'zip-path', () => zipSync({ '/etc/evil.ods': strToU8('x') })],
    ['half an archive', 'damaged-zip', () => truncated],
    ['entities in TBX', 'xml-entities', () => tbx(entities)],
    [
      'an entity of the file system',
      'xml-entities',
      () => tbx('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    ],
    ['entities in an ODS', 'xml-entities', () => withEntity],
    ['entities in other XML', 'xml-entities', () => `<?xml version="1.0"?>${entities}<x/>`],
    ['deep XML', 'xml-broken', () => `<martif><text><body>${'<a>'.repeat(100_000)}`],
    ['deep JSON', 'json-deep', () => '['.repeat(100_000) + ']'.repeat(100_000)],
    ['a reserved key', 'json-keys', () => '[{"__proto__":{"x":1},"中文":"甲","英文":"a"}]'],
    ['a reserved key in disguise', 'json-keys', () => '[{"\\u005f_proto__":1,"中文":"甲","英文":"a"}]'],
    [
      'a later version',
      'newer',
      () =>
        '{"formatName":"policy-gloss","formatVersion":9,"exportedAt":"2026-01-01T00:00:00Z","edition":"x"}',
    ],
    ['a PDF', 'binary', () => '%PDF-1.7\n'],
    ['NUL bytes', 'binary', () => new Uint8Array(5_000)],
    ['a text without columns', 'no-columns', () => '一段文字\n另一段文字\n'],
    ['headings only', 'no-entries', () => '中文,英文\n'],
    ['too many columns', 'too-many-columns', () => `中文,英文${',x'.repeat(70)}\n甲,a${',x'.repeat(70)}\n`],
    ['too many rows', 'too-many-rows', () => `中文,英文\n${'甲,a\n'.repeat(200_001)}`],
    [
      'spans without end',
      'too-many-columns',
      () => `<table>${'<tr><td rowspan=1000 colspan=64>甲</td><td>a</td></tr>'.repeat(2_000)}</table>`,
    ],
    ['tags never closed', 'not-a-list', () => `<html><table>${'<script>'.repeat(200_000)}`],
    [
      'a cell in the far corner',
      'sheet-too-wide',
      () =>
        writeXlsx({
          sheets: [
            { name: 'a', rows: [['中文', '英文']], cells: new Map([['1048575,16383', { value: 'x' }]]) },
          ],
        }),
    ],
    [
      'a password',
      'encrypted',
      () =>
        writeXlsx({
          sheets: [{ name: 'a', rows: [['中文', '英文']] }],
          encryption: { password: 'x', spinCount: 1 },
        }),
    ],
  ];
