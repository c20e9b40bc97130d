import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { afterAll, describe, expect, it } from 'vitest';
import { importFile } from '../../src/interchange/import-file.ts';
import { layoutRows } from '../../src/interchange/tables/write-layouts.ts';
import { factsFor } from '../support/exchange-entries.ts';
import { highlightOf } from '../support/records.ts';
import { office, run, sample, workFolder, written } from './programs.ts';

const { folder, remove } = workFolder();
afterAll(remove);

/** CSV as LibreOffice shows cells: comma, quotes, UTF-8, every cell quoted, as shown. */
const SHOWN = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true';

function shownRows(name: string): string[][] {
  const { data } = Papa.parse<string[]>(
    readFileSync(join(folder, name), 'utf8')
      .replace(/^\uFEFF/, '')
      .trimEnd(),
  );
  return data;
}

describe('LibreOffice shows the very texts of', () => {
  it.each(['ods', 'xlsx'])('%s', async (format) => {
    const file = await written(folder, format, { entries: sample });
    office(folder, file, SHOWN);
    expect(shownRows(`${format}.csv`)).toEqual(layoutRows(sample, factsFor()));
  });

  it.each(['ods', 'xlsx'])('%s, and saves it so that it comes back whole', async (format) => {
    const file = await written(folder, format, { entries: sample }, { layout: 'terms' });
    office(folder, file, format === 'ods' ? 'xlsx' : 'ods');
    const back = join(folder, format === 'ods' ? 'ods.xlsx' : 'xlsx.ods');
    const { reading } = await importFile({ name: back, bytes: readFileSync(back) });
    expect(reading.taken.map(({ entry }) => entry)).toEqual(sample);
  });

  it('a workbook saved as XLS', async () => {
    office(folder, await written(folder, 'ods', { entries: sample }), 'xls');
    const { format, reading } = await importFile({
      name: 'a.xls',
      bytes: readFileSync(join(folder, 'ods.xls')),
    });
    expect(format).toBe('xls');
    expect(reading.taken.map(({ entry }) => entry.terms.map(({ text }) => text))).toEqual(
      sample.map(({ terms }) => terms.map(({ text }) => text)),
    );
  });
});

describe('the report of highlights', () => {
  const quotes = ['推動「AI新十大建設」方案，', '兩個  空白\t定位', '<b>&amp;</b>'];
  const highlights = quotes.map((quote, at) => highlightOf(at, { quote, note: `註${at}\n第二行` }));

  it.each(['odt', 'docx'])(
    'as %s opens in LibreOffice with its texts and without stray blanks',
    async (format) => {
      const file = await written(folder, format, { highlights }, { kind: 'highlights' });
      office(folder, file, 'txt:Text (encoded):UTF8');
      const text = readFileSync(join(folder, `${format}.txt`), 'utf8');
      for (const quote of quotes) expect(text).toContain(quote);
      expect(text).toContain('註0');
      expect(text).not.toMatch(/\p{Script=Han} \p{Script=Han}/u);
    },
  );
});

const schemas = join(import.meta.dirname, '../../../shared/schemas');
const grammars = ['OpenDocument-schema-v1.1.rng', 'OpenDocument-v1.2-os-schema.rng'].map((name) =>
  join(schemas, name),
);

function grammarsHold() {
  it.each(['odt', 'ods'])('hold for %s', async (format) => {
    const kind = 'highlights';
    const evil = highlightOf(1, {
      quote: ' a\u0001\n\tb  ',
      colour: 'pink',
      tags: ['x'],
      concepts: [{ id: 'x', surface: 'x', zh: '甲', en: 'a', status: 'official', edition: '2026-01-01' }],
    });
    const file = await written(
      folder,
      format,
      { highlights: [evil, highlightOf(2)] },
      { kind, title: '<&>' },
    );
    const parts = Object.entries(unzipSync(readFileSync(file))).filter(([name]) =>
      /^[a-z]+\.xml$/.test(name),
    );
    expect(parts.length).toBeGreaterThanOrEqual(3);
    for (const [name, bytes] of parts) {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      for (const grammar of grammars) run('xmllint', ['--noout', '--relaxng', grammar, path]);
    }
  });
}

// The grammars lie beside the repository where they may; nothing is skipped where they do not.
if (grammars.every((path) => existsSync(path))) describe('the grammars of ODF 1.1 and 1.2', grammarsHold);
