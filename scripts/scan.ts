/**
 * `npm run scan -- [--json] FILE…`: recognises terms in text and HTML files with the code that runs in the browser.
 * `--json` prints one array of rows; otherwise a line a term. Exit code 1 when a file cannot be read.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeFile } from './decode-file.ts';
import { type ScanRow, scanText } from './scan-file.ts';
import { loadScanGlossary } from './scan-glossary.ts';

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
if (positionals.length === 0) {
  console.error('Usage: npm run scan -- [--json] FILE…');
  process.exit(1);
}
const glossary = loadScanGlossary();
const rows: ScanRow[] = [];
for (const file of positionals) {
  try {
    // npm runs scripts in the project's folder; paths are meant from where the user stands.
    const path = resolve(process.env.INIT_CWD ?? '.', file);
    rows.push(...scanText(file, decodeFile(readFileSync(path)), /\.x?html?$/i.test(file), glossary));
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
if (values.json) {
  console.log(JSON.stringify(rows, null, 1));
} else {
  for (const { file, start, end, surface, equivalent, status, conceptId } of rows) {
    console.log(
      `${file}:${start}-${end}\t${surface.replace(/\s+/g, ' ')}\t${equivalent} (${status})\t${conceptId}`,
    );
  }
}
