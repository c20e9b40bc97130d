import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-gloss-convert-'));
  writeFileSync(join(folder, 'list.csv'), '編號,中文,英文\n1,人工智慧,artificial intelligence\n2,資料,\n');
  writeFileSync(join(folder, 'bad.csv'), '%PDF-1.7');
  writeFileSync(
    join(folder, 'options.json'),
    '{"columns":{"zh":2,"en":3},"headerRow":1,"direction":"en-zh","messages":"zh-TW"}',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function convert(...args: string[]) {
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'scripts/convert.ts'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder },
  });
  return { status, output: JSON.parse(stdout) };
}

describe('npm run convert', () => {
  it('tells what an import would do, in the order of its fields', () => {
    const { status, output } = convert('list.csv');
    expect(status).toBe(0);
    expect(Object.keys(output)).toEqual([
      'outcome',
      'message',
      'warnings',
      'format',
      'encoding',
      'delimiter',
      'sheet',
      'headerRow',
      'columns',
      'rows',
      'entries',
      'pairs',
      'losses',
    ]);
    expect(output).toMatchObject({
      outcome: 'accept-with-warning',
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ',',
      headerRow: 1,
      rows: 2,
      entries: 1,
      pairs: [['人工智慧', 'artificial intelligence']],
      losses: [],
    });
    expect(output.warnings.join(' ')).toContain('Row 3');
  });

  it('writes the file and what it does not hold', () => {
    const { status, output } = convert('--options', 'options.json', 'list.csv', 'list.utf8');
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'list.utf8'), 'utf8')).toMatch(
      /\nartificial intelligence\t人工智慧\t\n$/,
    );
    expect(output.message).toMatch(/\p{Script=Han}/u);
  });

  it('refuses with a reason and exit code 1', () => {
    expect(convert('bad.csv')).toMatchObject({
      status: 1,
      output: { outcome: 'reject', format: null, pairs: [] },
    });
    expect(convert('--as', 'nonsense', 'list.csv')).toMatchObject({
      status: 1,
      output: { outcome: 'reject' },
    });
  });
});
