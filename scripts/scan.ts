/**
 * Recognises terms in text and HTML files with the code that runs in the browser:
 *
 * - `npm run scan -- [--json] FILE…` lists every term; `--json` prints one array of rows;
 * - `--terms OUT FILE…` also writes the concepts found as a term list, in the format that the name of OUT asks for;
 * - `--candidates FILE…` lists unknown wordings that may be terms;
 * - `--check [--report OUT] SOURCE TRANSLATION` checks a translation; OUT ends in .ods or .html.
 *
 * Exit code 1 when a file cannot be read or written; findings of a check are no failure.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeFile } from './decode-file.ts';
import { type ScanRow, scanText } from './scan-file.ts';
import { loadScanGlossary } from './scan-glossary.ts';
import { candidatesOf, checkFiles, type ReadFile, termList } from './scan-report.ts';

const usage = `Usage: npm run scan -- [--json] [--terms OUT] FILE…
       npm run scan -- [--json] --candidates FILE…
       npm run scan -- [--json] --check [--report OUT] SOURCE TRANSLATION`;

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        json: { type: 'boolean' },
        terms: { type: 'string' },
        candidates: { type: 'boolean' },
        check: { type: 'boolean' },
        report: { type: 'string' },
      },
      allowPositionals: true,
    });
  } catch (error) {
    stop(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

const { values, positionals } = readArguments();
if (positionals.length === 0) stop(usage);
if (values.check && positionals.length !== 2) stop(usage);

/** npm runs scripts in the project's folder; paths are meant from where the user stands. */
const place = (file: string): string => resolve(process.env.INIT_CWD ?? '.', file);

function read(name: string): ReadFile | undefined {
  try {
    return { name, text: decodeFile(readFileSync(place(name))), html: /\.x?html?$/i.test(name) };
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
    return undefined;
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
const print = (rows: readonly (readonly string[])[]) => {
  for (const row of rows) console.log(row.map(oneLine).join('\t'));
};

const glossary = loadScanGlossary();
const files = positionals.flatMap((name) => read(name) ?? []);

function check(): void {
  const [source, target] = files;
  if (!source || !target) return;
  const {
    check: result,
    lines,
    rows,
    report,
  } = checkFiles(source, target, values.report, glossary, new Date());
  if (report) writeFileSync(place(values.report ?? ''), report.content);
  if (values.json) console.log(JSON.stringify(result, null, 1));
  else print([...rows, ...lines.map((line) => [line])]);
}

function candidates(): void {
  const found = files.flatMap((file) =>
    candidatesOf(file, glossary).map((candidate) => ({ file: file.name, ...candidate })),
  );
  if (values.json) console.log(JSON.stringify(found, null, 1));
  else print(found.map(({ file, zh, en, count }) => [file, zh, en, String(count)]));
}

async function scan(): Promise<void> {
  const rows: ScanRow[] = files.flatMap(({ name, text, html }) => scanText(name, text, html, glossary));
  if (values.terms !== undefined) {
    const { content } = await termList(rows, values.terms, glossary, new Date());
    writeFileSync(place(values.terms), content);
  }
  if (values.json) console.log(JSON.stringify(rows, null, 1));
  else
    print(
      rows.map(({ file, start, end, surface, equivalent, status, conceptId }) => [
        `${file}:${start}-${end}`,
        surface,
        `${equivalent} (${status})`,
        conceptId,
      ]),
    );
}

try {
  if (values.check) check();
  else if (values.candidates) candidates();
  else await scan();
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}
