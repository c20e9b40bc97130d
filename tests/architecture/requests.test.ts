import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageEntrypoints } from '../../scripts/import-rules.ts';
import { isForPages, type RequestName, requests } from '../../src/messages/protocol.ts';

const root = join(import.meta.dirname, '../..');

describe('what scripts in pages may ask of the background', () => {
  it('is what they ask, and nothing more', () => {
    const files = globSync('entrypoints/**/*.{ts,tsx}', { cwd: root })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => pageEntrypoints.test(name));
    expect(files).toContain('entrypoints/reader.content/start.ts');
    const asked = files.flatMap((name) =>
      [...readFileSync(join(root, name), 'utf8').matchAll(/\brequest\(\s*'([^']+)'/g)].map(
        ([, type]) => type,
      ),
    );
    const allowed = (Object.keys(requests) as RequestName[]).filter(isForPages);
    expect(allowed.sort()).toEqual([...new Set(asked)].sort());
  });
});
