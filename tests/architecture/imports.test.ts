import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkImports, sourceFiles } from '../../scripts/import-check.ts';
import { pageEntrypoints, rooms } from '../../scripts/import-rules.ts';

const root = join(import.meta.dirname, '../..');

describe('the imports of the house', () => {
  it('were all read and keep to the rules', async () => {
    const report = await checkImports(root);
    expect(report.problems).toEqual([]);
    expect(report.unread).toEqual([]);
    expect(report.unused).toEqual([]);
    expect(report.read).toEqual(sourceFiles(root));
    expect(report.read.length).toBeGreaterThan(60);
    expect(report.read.filter((name) => pageEntrypoints.test(name))).toEqual(
      expect.arrayContaining([
        'entrypoints/anchoring.ts',
        'entrypoints/card.ts',
        'entrypoints/reader.content/index.ts',
        'entrypoints/twin.ts',
      ]),
    );
  });

  it('run down the floors, or sideways where a room says so', () => {
    for (const [name, room] of Object.entries(rooms)) {
      for (const target of room.rooms) {
        expect(rooms[target], `${name} → ${target}`).toBeDefined();
        expect(rooms[target]?.floor, `${name} → ${target}`).toBeLessThanOrEqual(room.floor);
      }
    }
  });
});

/** One small house with a planted fault each: the files that have it, and the rule that must find it. */
const faults: { rule: string; files: Record<string, string> }[] = [
  {
    rule: 'no-cycles',
    files: {
      'src/text/a.ts': "export { b } from './b.ts';",
      'src/text/b.ts': "import { b as a } from './a.ts';\nexport const b: unknown = () => a;",
    },
  },
  {
    rule: 'no-cycles',
    files: {
      'src/text/a.ts': "import type { B } from './b.ts';\nexport interface A { b: B }",
      'src/text/b.ts': "import type { A } from './a.ts';\nexport interface B { a: A }",
    },
  },
  {
    rule: 'rooms-of-text',
    files: { 'src/text/a.ts': "export { b } from '../page/b.ts';", 'src/page/b.ts': '' },
  },
  {
    rule: 'rooms-of-matching',
    files: { 'src/matching/a.ts': "import type { B } from '../storage/b.ts';\nexport type A = B;" },
  },
  {
    rule: 'rooms-of-ui',
    files: {
      'src/ui/card/a.tsx': "import { b } from '../../messages/b.ts';\nexport const A = () => <b>{b}</b>;",
    },
  },
  { rule: 'rooms-of-reader', files: { 'src/reader/a.ts': "export * from '../ui/b.ts';" } },
  {
    rule: 'rooms-of-glossary',
    files: { 'src/glossary/a.ts': "export const a = import('../../scripts/b.ts');" },
  },
  { rule: 'packages-of-reader', files: { 'src/reader/a.ts': "import 'preact';" } },
  { rule: 'packages-of-ui', files: { 'src/ui/a.ts': "export { browser } from 'wxt/browser';" } },
  {
    rule: 'packages-of-text',
    files: { 'src/text/a.ts': "import type { z } from 'zod';\nexport type A = z.ZodType;" },
  },
  { rule: 'only-storage-knows-the-database', files: { 'entrypoints/popup/a.ts': "import 'dexie';" } },
  {
    rule: 'nobody-imports-entrypoints',
    files: { 'src/ui/a.ts': "import '../../entrypoints/background/b.ts';" },
  },
  { rule: 'a-known-room', files: { 'src/text/a.ts': "import '../odds/b.ts';", 'src/odds/b.ts': '' } },
  { rule: 'no-node-in-the-product', files: { 'src/text/a.ts': "import 'node:fs';" } },
  { rule: 'no-development-package-in-the-product', files: { 'entrypoints/popup/a.ts': "import 'yaml';" } },
  {
    rule: 'no-test-in-the-product',
    files: { 'src/text/a.ts': "import '../../tests/b.ts';", 'tests/b.ts': '' },
  },
  { rule: 'resolvable', files: { 'src/text/a.ts': "import './gone.ts';" } },
  {
    rule: 'light-in-pages',
    files: {
      'entrypoints/reader.content/index.ts':
        "import { a } from '../../src/highlights/a.ts';\nexport const b = a;",
      'src/highlights/a.ts': "export { c as a } from './c.ts';",
      'src/highlights/c.ts': "import { z } from 'zod';\nexport const c = z;",
    },
  },
];

describe('the check of imports', () => {
  let house: string;

  beforeEach(() => {
    house = mkdtempSync(join(tmpdir(), 'policy-gloss-house-'));
    for (const folder of ['src', 'entrypoints']) mkdirSync(join(house, folder));
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'junction');
    write(
      'package.json',
      '{ "type": "module", "dependencies": { "zod": "*", "preact": "*", "dexie": "*" }, "devDependencies": { "yaml": "*", "wxt": "*" } }',
    );
  });
  afterEach(() => rmSync(house, { recursive: true, force: true }));

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }

  it.each(faults)('finds a planted fault: $rule', async ({ rule, files }) => {
    for (const path of [
      'src/storage/b.ts',
      'src/messages/b.ts',
      'src/ui/b.ts',
      'scripts/b.ts',
      'entrypoints/background/b.ts',
    ])
      write(path, 'export const b = 1;');
    for (const [path, text] of Object.entries(files)) write(path, text);
    const report = await checkImports(house);
    expect(report.problems.map((problem) => problem.rule)).toContain(rule);
  });

  it('has nothing to say of a house without faults, and lets types of heavy packages into pages', async () => {
    write(
      'entrypoints/reader.content/index.ts',
      "import type { A } from '../../src/highlights/a.ts';\nexport const a: A = 1;",
    );
    write('src/highlights/a.ts', "import type { z } from 'zod';\nexport type A = z.infer<z.ZodNumber>;");
    write(
      'src/ui/a.tsx',
      "import { h } from 'preact';\nimport style from './a.css?inline';\nexport const A = () => h('style', {}, style);",
    );
    const report = await checkImports(house);
    expect(report.problems).toEqual([]);
    expect(report.unused).toEqual(expect.arrayContaining(['ui → reader', 'storage → dexie']));
    for (const used of ['highlights → zod', 'ui → preact']) expect(report.unused).not.toContain(used);
    expect(report.read).toEqual([
      'entrypoints/reader.content/index.ts',
      'src/highlights/a.ts',
      'src/ui/a.tsx',
    ]);
  });
});
