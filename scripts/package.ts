/**
 * `npm run package`: builds for both browsers and packs what the stores take into `.output/packages`: a zip for each and
 * the sources that go with the Firefox one. With `--twice` everything is made a second time and must be the same, byte
 * for byte.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ArchivedFile, archive } from './archive.ts';

const root = join(import.meta.dirname, '..');
const target = join(root, '.output/packages');
const { name, version }: { name: string; version: string } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);

function build(browser: 'chrome' | 'firefox'): void {
  const wxt = join(root, 'node_modules/wxt/bin/wxt.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [wxt, 'build', '-b', browser, '--mv3'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build for ${browser} failed:\n${stdout}${stderr}`);
}

function filesBelow(folder: string): ArchivedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const full = join(entry.parentPath, entry.name);
      const path = full.slice(folder.length + 1).replaceAll('\\', '/');
      return { path, bytes: new Uint8Array(readFileSync(full)) };
    });
}

/** What the reviewers of Firefox build from: every file under version control. */
function sources(): ArchivedFile[] {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  return listed
    .split('\0')
    .filter(Boolean)
    .map((path) => ({ path, bytes: new Uint8Array(readFileSync(join(root, path))) }));
}

function packages(): Map<string, Uint8Array> {
  build('chrome');
  build('firefox');
  return new Map([
    [`${name}-${version}-chromium.zip`, archive(filesBelow(join(root, '.output/chrome-mv3')))],
    [`${name}-${version}-firefox.zip`, archive(filesBelow(join(root, '.output/firefox-mv3')))],
    [`${name}-${version}-sources.zip`, archive(sources())],
  ]);
}

const sum = (bytes: Uint8Array | undefined) =>
  bytes ? createHash('sha256').update(bytes).digest('hex') : 'missing';

const made = packages();
mkdirSync(target, { recursive: true });
for (const [file, bytes] of made) {
  writeFileSync(join(target, file), bytes);
  console.log(`${sum(bytes)}  ${(bytes.length / 1024).toFixed(0).padStart(6)} kB  ${file}`);
}
if (process.argv.includes('--twice')) {
  const again = packages();
  const differing = [...made.keys()].filter((file) => sum(again.get(file)) !== sum(made.get(file)));
  console.log(differing.length === 0 ? 'the same when made again' : `differ: ${differing.join(', ')}`);
  process.exitCode = differing.length === 0 ? 0 : 1;
}
