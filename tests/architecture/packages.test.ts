import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingOptional, type PackageLock } from '../../scripts/lock-file.ts';

const root = join(import.meta.dirname, '../..');
const lock: PackageLock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const manifest: Record<string, Record<string, string>> = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);

describe('package-lock.json', () => {
  it('holds the packages of every platform; if not, run npm run lock', () => {
    expect(missingOptional(lock).map(({ key }) => key)).toEqual([]);
  });

  it('is missed when a platform is taken out', () => {
    const { 'node_modules/@biomejs/cli-win32-x64': taken, ...packages } = lock.packages;
    expect(missingOptional({ packages })).toEqual([
      {
        key: 'node_modules/@biomejs/cli-win32-x64',
        entry: { version: taken?.version, os: ['win32'], cpu: ['x64'], dev: true, optional: true },
      },
    ]);
  });

  it('names no registry', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });
});

describe('package.json', () => {
  it.each(['dependencies', 'devDependencies', 'optionalDependencies'])('pins all %s exactly', (group) => {
    for (const [name, version] of Object.entries(manifest[group] ?? {}))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('lets every script do the set-up it needs', () => {
    const { scripts = {} } = manifest;
    const named = Object.keys(scripts).filter((name) => !name.startsWith('pre'));
    for (const name of named) expect(scripts[`pre${name}`], name).toMatch(/^node scripts\/setup\.mjs/);
  });
});
