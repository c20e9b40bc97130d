import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const output = join(import.meta.dirname, '../../.output');
const builds = ['chrome-mv3', 'firefox-mv3'];

/**
 * Most bytes of a file or of all files of a folder in the package, plain and compressed. Every page pays for the reader,
 * a page on which something was done for card and tools, one with highlights for anchoring. The glossary grows with its entries.
 */
const budgets = [
  { path: 'content-scripts/reader.js', plain: 45_000, zipped: 16_000 },
  { path: 'content-scripts/reader.css', plain: 4_000, zipped: 1_500 },
  { path: 'content-scripts/keys.js', plain: 6_000, zipped: 3_000 },
  { path: 'card.js', plain: 136_000, zipped: 50_000 },
  { path: 'tools.js', plain: 40_000, zipped: 15_000 },
  { path: 'anchoring.js', plain: 76_000, zipped: 46_000 },
  { path: 'twin.js', plain: 28_000, zipped: 11_000 },
  // Nearly a third of it compressed is the dictionary that judges word edges, the folding and the scanner (WebAssembly).
  { path: 'background.js', plain: 465_000, zipped: 195_000 },
  // Our own pages hold the reader and the card too: samples are read by the real ones. The sections of the library come
  // one by one; parts compress less well than the whole.
  { path: 'chunks', plain: 880_000, zipped: 318_000 },
  { path: 'glossary.json', plain: 5_000_000, zipped: 1_000_000 },
];

function bytesOf(path: string): Buffer {
  if (!statSync(path).isDirectory()) return readFileSync(path);
  return Buffer.concat(readdirSync(path).map((name) => bytesOf(join(path, name))));
}

interface Manifest {
  manifest_version: number;
  permissions: string[];
  host_permissions: string[];
  optional_host_permissions?: string[];
  content_scripts: { matches: string[] }[];
}

const manifestOf = (build: string): Manifest =>
  JSON.parse(readFileSync(join(output, build, 'manifest.json'), 'utf8'));

describe.each(builds)('the package %s', (build) => {
  it.each(budgets)('keeps $path small', ({ path, plain, zipped }) => {
    const bytes = bytesOf(join(output, build, path));
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.length).toBeLessThanOrEqual(plain);
    expect(gzipSync(bytes).length).toBeLessThanOrEqual(zipped);
  });

  it('asks for named agencies, and for anything else only when wanted', () => {
    const manifest = manifestOf(build);
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.host_permissions.length).toBeGreaterThan(30);
    expect(manifest.content_scripts[0]?.matches).toEqual(manifest.host_permissions);
    for (const pattern of manifest.host_permissions) {
      expect(pattern).toMatch(/^\*:\/\/(\*|www)\.[\w-]+(\.[\w-]+)+\/\*$/);
      expect(pattern).not.toBe('*://*.gov.tw/*');
    }
    expect(manifest.host_permissions).toEqual(
      expect.arrayContaining(
        ['president', 'ey', 'ly', 'judicial', 'exam', 'cy', 'ndc', 'moda'].map(
          (name) => `*://*.${name}.gov.tw/*`,
        ),
      ),
    );
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
  });
});
