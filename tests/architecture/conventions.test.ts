import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from '../../scripts/import-check.ts';
import { rooms } from '../../scripts/import-rules.ts';
import { jurisdictionSchema } from '../../src/glossary/concept.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const product = sourceFiles(root);

function below(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
    (name) => `${folder}/${name.replaceAll('\\', '/')}`,
  );
}

describe('names', () => {
  const code = [...product, ...below('scripts'), ...below('tests')].filter((name) =>
    /\.(ts|tsx|mjs)$/.test(name),
  );

  it.each(code)('%s says what it is about', (name) => {
    const stem = basename(name).replace(/\..*$/, '');
    expect(stem).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(name.split(/[/.-]/)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(utils?|common|helpers?|misc|stuff)$/)]),
    );
  });
});

/** Lines past which a file surely has more than one subject; from 300 on one should think. */
const MOST_LINES = 600;

describe('files of the product', () => {
  it.each(product)('%s is no longer than one subject', (name) => {
    expect(read(name).split('\n').length).toBeLessThanOrEqual(MOST_LINES);
  });

  it.each(product)('%s holds no table of terms', (name) => {
    // Words of the glossary are data; a few characters in a rule or a comment are not.
    const written = read(name).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    expect([...written.matchAll(/\p{Script=Han}{2,}/gu)].length).toBeLessThanOrEqual(12);
  });
});

/** The first line of an export of ours. */
const EXPORT =
  /^export (?:declare )?(?:async )?(?:abstract )?(?:function\*?|const|class|interface|type|let) +\w+/;

/** Exports that no doc comment stands above: of lines that follow one another the first speaks for all. */
function undocumented(code: string): string[] {
  const lines = code.split('\n');
  return lines.filter((line, at) => {
    // A type taken from a value that is there says what the value says.
    if (!EXPORT.test(line) || (line.startsWith('export type') && line.includes('typeof'))) return false;
    let above = at - 1;
    while (EXPORT.test(lines[above] ?? '') && lines[above]?.endsWith(';')) above--;
    return !lines[above]?.endsWith('*/');
  });
}

describe('exports', () => {
  // AssemblyScript, whose numbers and places in memory are said in groups.
  const ours = product.filter((name) => !name.startsWith('src/matching/scanner/'));

  it.each(ours)('%s says what each of its exports is', (name) => {
    expect(undocumented(read(name))).toEqual([]);
  });

  it('would be caught without a word', () => {
    const code = '/** One. */\nexport const one = 1;\nexport const two = 2;\n\nexport function three() {}\n';
    expect(undocumented(code)).toEqual(['export function three() {}']);
  });
});

describe('dates and numbers', () => {
  it.each(product)('%s shows none in the manner of wherever the browser is from', (name) => {
    expect(read(name)).not.toMatch(/\.toLocale(Date|Time)?String\(|new Date\([^)]*\)\.toString/);
  });
});

describe('the documents', () => {
  const architecture = read('docs/architecture.md');

  it.each(Object.keys(rooms))('tell what src/%s is', (room) => {
    const row = new RegExp(`\\| \`src/${room}\` +\\|.*\\| ${rooms[room]?.floor} +\\|`);
    expect(architecture).toMatch(row);
  });

  it('name the ids of every country', () => {
    const guide = read('docs/glossary.md');
    for (const jurisdiction of jurisdictionSchema.options)
      expect(guide).toContain(`\`${jurisdiction.toLowerCase()}.\``);
  });

  it('know every folder of src', () => {
    for (const folder of readdirSync(join(root, 'src'))) expect(Object.keys(rooms)).toContain(folder);
  });

  it.each([
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'PRIVACY.md',
    ...below('docs').filter((name) => name.endsWith('.md')),
  ])('%s points to files that are there', (name) => {
    const folder = join(root, name, '..');
    const links = [...read(name).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((match) => match[1] ?? '');
    const paths = [...read(name).matchAll(/`((?:src|scripts|tests|docs|assets)\/[\w./-]+)`/g)].map(
      (match) => match[1] ?? '',
    );
    for (const link of links) expect(existsSync(join(folder, link)), link).toBe(true);
    for (const path of paths) expect(existsSync(join(root, path)), path).toBe(true);
  });

  it('number the decisions without a gap', () => {
    const numbers = readdirSync(join(root, 'docs/adr')).map((name) => Number(name.slice(0, 4)));
    expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
  });
});
