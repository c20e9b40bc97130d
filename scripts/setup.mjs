/**
 * Brings a clone to the point where the script that asked for it can run: packages, the bundled Node, generated types
 * and, with `--browser` or `--firefox`, a browser. Plain JavaScript with built-in modules only, because it runs on the
 * Node of the machine (20 or newer) before anything is installed. A second run costs a few milliseconds.
 *
 * Everything is written to stderr: the output of `npm run scan -- --json` is data.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, findFirefox } from './find-browser.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.policy-gloss-setup');
const generatedTypes = join(root, '.wxt/wxt.d.ts');
const windows = process.platform === 'win32';

function say(text) {
  process.stderr.write(`setup: ${text}\n`);
}

function stop(text) {
  say(text);
  process.exit(1);
}

/** Runs a program with its output on stderr; true when it succeeded. */
function run(program, args, options = {}) {
  const result = spawnSync(program, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  return result.status === 0;
}

/** Packages differ by platform, so a folder carried to another machine counts as not installed. */
function wantedStamp() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  return `${hash.digest('hex')} ${process.platform} ${process.arch}`;
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Whether an `npm install` by hand has left what the lock asks for; then nothing need be thrown away. */
function installedByHand() {
  const left = readIfThere(join(modules, '.package-lock.json'));
  if (left === undefined || bundledNode() === undefined) return false;
  const installed = JSON.parse(left).packages;
  const locked = Object.entries(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages);
  return locked.every(([path, entry]) => {
    if (path === '' || entry.optional) return true;
    return installed[path]?.version === entry.version && existsSync(join(root, path));
  });
}

function installPackages() {
  const wanted = wantedStamp();
  if (readIfThere(stampFile) === wanted && existsSync(join(modules, 'wxt'))) return;
  if (!installedByHand()) {
    say('installing the packages of package-lock.json (npm ci)');
    rmSync(stampFile, { force: true });
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    // npm itself says where its program lies; without npm (node scripts/setup.mjs) it is looked for on the PATH.
    const npm = process.env.npm_execpath;
    const done = npm ? run(process.execPath, [npm, ...args]) : run('npm', args, { shell: windows });
    if (!done)
      stop('npm ci failed; it needs the npm registry (or a filled npm cache) once. See the messages above.');
  }
  repairBundledNode();
  rmSync(generatedTypes, { force: true });
  writeFileSync(stampFile, wanted);
}

/** Generates WXT's types. A failure is no reason to stop: it may be what `npm run glossary` is about to explain. */
function prepareTypes() {
  if (existsSync(generatedTypes)) return;
  const wxt = join(modules, 'wxt/bin/wxt.mjs');
  const result = spawnSync(bundledNode() ?? process.execPath, [wxt, 'prepare'], {
    cwd: root,
    stdio: 'ignore',
  });
  if (result.status !== 0) say('note: wxt prepare did not work; the build will say why.');
}

/** Program of the Node that came with the packages, if there is one for this platform. */
function bundledNode() {
  const file = windows ? 'bin/node.exe' : 'bin/node';
  return ['node-', 'node-bin-']
    .map((prefix) => `${prefix}${windows ? 'win' : process.platform}-${process.arch}`)
    .map((name) => join(modules, name, file))
    .find((path) => existsSync(path));
}

/**
 * npm 10 removes node_modules/.bin/node together with the packages of other platforms (npm 11 does not); npm puts
 * that folder first on the PATH of every script, so the link is what makes scripts run on the bundled Node.
 */
function repairBundledNode() {
  const program = bundledNode();
  const bin = join(modules, '.bin');
  if (!program) {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    if (major < 22 || (major === 22 && minor < 18)) {
      stop(`no bundled Node for ${process.platform} ${process.arch}; please use Node 24 or newer here.`);
    }
    return;
  }
  mkdirSync(bin, { recursive: true });
  if (windows) {
    if (!existsSync(join(bin, 'node.cmd'))) writeFileSync(join(bin, 'node.cmd'), `@"${program}" %*\r\n`);
    return;
  }
  if (existsSync(join(bin, 'node'))) return;
  rmSync(join(bin, 'node'), { force: true });
  symlinkSync(program, join(bin, 'node'));
}

/** Installs Debian packages when we may; true when that worked. */
function installWithApt(packages) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false;
  say(`installing ${packages.join(', ')} with apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env });
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
}

/** Without a Chinese font every Han character is the same empty box: tests pass, pictures tell nothing. */
function ensureChineseFont() {
  if (process.platform !== 'linux') return;
  const list = spawnSync('fc-list', [':lang=zh-tw', 'family'], { encoding: 'utf8' });
  if (list.status === 0 && list.stdout.trim() !== '') return;
  if (!installWithApt(['fontconfig', 'fonts-noto-cjk'])) {
    say('note: no font with Traditional Chinese was found; pages will show boxes. Debian: fonts-noto-cjk.');
  }
}

function ensureChromium() {
  if (findChromium()) return ensureChineseFont();
  say('no Chromium found; trying to download one');
  const playwright = join(modules, 'playwright-core/cli.js');
  const args = [playwright, 'install', 'chromium', '--no-shell'];
  const downloaded = run(bundledNode() ?? process.execPath, args, { stdio: 'ignore' });
  if (!(downloaded && findChromium())) {
    say(downloaded ? 'the downloaded one does not start here' : 'the download did not work');
    installWithApt(['chromium', 'fonts-noto-cjk']);
  }
  if (findChromium()) return ensureChineseFont();
  stop(
    [
      'what is missing: a Chromium that takes unpacked extensions (Chromium or Chrome for Testing; Google Chrome does not).',
      '  Debian, Ubuntu:  sudo apt-get install chromium fonts-noto-cjk',
      '  macOS:           brew install --cask chromium',
      '  anywhere:        npx playwright-core install chromium --no-shell',
      '  or point POLICY_GLOSS_CHROMIUM at the program of one you have.',
    ].join('\n'),
  );
}

function ensureFirefox() {
  if (findFirefox()) return;
  say('no Firefox found');
  installWithApt(['firefox-esr']);
  if (findFirefox()) return;
  stop(
    [
      'what is missing: Firefox 140 or newer.',
      '  Debian:  sudo apt-get install firefox-esr',
      '  elsewhere: https://www.mozilla.org/firefox/',
      '  or point POLICY_GLOSS_FIREFOX at the program of one you have.',
    ].join('\n'),
  );
}

/** Debian packages of the programs that our files are opened with, as `tests/clients/packages.txt` lists them. */
function missingClientPackages() {
  const wanted = readFileSync(join(root, 'tests/clients/packages.txt'), 'utf8').trim().split(/\s+/);
  return wanted.filter((name) => {
    const asked = spawnSync('dpkg-query', ['-s', name], { encoding: 'utf8' });
    return asked.status !== 0 || !asked.stdout.includes('Status: install ok installed');
  });
}

/** Installs them where it may. Their tests fail without them, and say so; nothing else needs them. */
function ensureClients() {
  if (spawnSync('dpkg-query', ['--version']).status !== 0) return;
  const missing = missingClientPackages();
  if (missing.length === 0 || (installWithApt(missing) && missingClientPackages().length === 0)) return;
  say(`the tests of files in other programs will fail without: sudo apt-get install ${missing.join(' ')}`);
}

installPackages();
prepareTypes();
if (process.argv.includes('--browser')) ensureChromium();
if (process.argv.includes('--firefox')) ensureFirefox();
if (process.argv.includes('--clients')) ensureClients();
