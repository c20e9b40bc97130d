import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportFile } from '../../src/interchange/export-file.ts';
import type { BuildFacts } from '../../src/interchange/format.ts';
import type { ExchangeEntry } from '../../src/interchange/records/exchange-entry.ts';
import type { Records } from '../../src/interchange/records/losses.ts';
import { formatNamed } from '../../src/interchange/registry.ts';
import { factsFor, pairOf } from '../support/exchange-entries.ts';

/**
 * Real programs as Debian packs them (`tests/clients/packages.txt`). A program that is missing is a failure, not a reason
 * to skip: what these tests are for is exactly that the files open there.
 */

/** Runs a program and gives what it printed; throws with its errors when it failed or took over a minute. */
export function run(program: string, args: readonly string[], folder?: string): string {
  const result = spawnSync(program, args, { cwd: folder, encoding: 'utf8', timeout: 60_000 });
  if (result.error) throw new Error(`${program} cannot be run: ${result.error.message}`);
  if (result.status !== 0) throw new Error(`${program} ${args.join(' ')}\n${result.stderr}${result.stdout}`);
  return result.stdout;
}

/** A folder for one test file. */
export function workFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'policy-gloss-clients-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Writes records in a format into the folder; gives the path. */
export async function written(
  folder: string,
  name: string,
  records: Partial<Records>,
  change: Partial<BuildFacts> = {},
): Promise<string> {
  const format = formatNamed(name);
  if (!format) throw new Error(`no format ${name}`);
  const { files } = await exportFile(format, { entries: [], highlights: [], ...records }, factsFor(change));
  const path = join(folder, `${name}.${format.endings[0]}`);
  writeFileSync(path, files[0]?.content ?? '');
  return path;
}

/** Converts with LibreOffice, in a profile of the folder's own. */
export function office(folder: string, file: string, filter: string): void {
  run('soffice', [
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    '--convert-to',
    filter,
    '--outdir',
    folder,
    file,
  ]);
}

/** Pairs of source and target that OmegaT's own readers find in a glossary file. */
export function omegatPairs(file: string, source: string, target: string): string[][] {
  const program = join(import.meta.dirname, 'OmegatGlossary.java');
  const lines = run('java', ['-cp', '/usr/share/omegat/OmegaT.jar', program, file, source, target]).split(
    '\n',
  );
  return lines.filter((line) => line !== '').map((line) => line.split('\t').slice(0, 2));
}

const first = pairOf('人工智慧', 'artificial intelligence', {
  id: 'tw.ai',
  subject: '資訊',
  definition: { zh: '由機器展現的智慧。', en: 'Intelligence of machines.' },
});
const [chinese, english] = first.terms;

/** Entries with what spreadsheets and XML are known to spoil. */
export const sample: readonly ExchangeEntry[] = [
  {
    ...first,
    terms: [chinese!, { ...english!, status: 'official' }, { ...english!, text: 'AI', form: 'abbreviation' }],
  },
  pairOf('公式', '=1+1', { id: 'tw.formula' }),
  pairOf('國碼', '+886', { id: 'tw.code' }),
  pairOf('零', '00123', { id: 'tw.zero' }),
  pairOf('分數', '1/2', { id: 'tw.half' }),
  pairOf('真', 'TRUE', { id: 'tw.true' }),
  pairOf('標記', '<b> & "c"', { id: 'tw.mark' }),
  pairOf('#井號', 'number sign', { id: 'tw.hash' }),
  pairOf('𠮷野家', 'a, b; c', { id: 'tw.plane', note: { zh: '第一行\n第二行', en: '' } }),
];
