import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { e2eBuild } from './chromium.ts';

/** A copy of the build that may be changed, as an update changes what is installed. */
export interface BuildCopy {
  readonly folder: string;
  /** Changes fields of the manifest; takes effect when the extension is loaded anew. */
  changeManifest(change: object): Promise<void>;
  remove(): Promise<void>;
}

/** Copies the build for tests, with some fields of its manifest changed. */
export async function copyBuild(change: object = {}): Promise<BuildCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'policy-gloss-build-'));
  await cp(e2eBuild, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const copy: BuildCopy = {
    folder,
    changeManifest: async (fields) => {
      const manifest: object = JSON.parse(await readFile(file, 'utf8'));
      await writeFile(file, JSON.stringify({ ...manifest, ...fields }));
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
  await copy.changeManifest(change);
  return copy;
}
