/**
 * Finds a browser that takes an unpacked extension. Plain JavaScript with built-in modules only:
 * it runs before anything is installed, on Node 20.
 * Branded Chrome ignores --load-extension since version 137, so only Chromium and Chrome for Testing count.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

function answers(path) {
  if (!path || (path.includes('/') && !existsSync(path))) return false;
  const result = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return result.status === 0;
}

/** The user's folder; none for a user whom the system does not know. */
function home() {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}

/** Browsers that playwright-core may have downloaded for the user, newest first. */
function downloadedChromium() {
  const user = home();
  if (user === undefined) return [];
  const caches = ['.cache', 'Library/Caches', 'AppData/Local'].map((cache) =>
    join(user, cache, 'ms-playwright'),
  );
  const tails = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win64/chrome.exe',
  ];
  return caches
    .filter((cache) => existsSync(cache))
    .flatMap((cache) =>
      readdirSync(cache)
        .filter((name) => name.startsWith('chromium-'))
        .sort()
        .reverse()
        .map((name) => join(cache, name)),
    )
    .flatMap((folder) => tails.map((tail) => join(folder, tail)))
    .filter((path) => existsSync(path));
}

/** Path of a usable Chromium, or undefined. `POLICY_GLOSS_CHROMIUM` overrides the search. */
export function findChromium() {
  const candidates = [
    process.env.POLICY_GLOSS_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    'chromium',
    'chromium-browser',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...downloadedChromium(),
  ];
  return candidates.find(answers);
}

/** Path of a usable Firefox, or undefined. `POLICY_GLOSS_FIREFOX` overrides the search. */
export function findFirefox() {
  const candidates = [
    process.env.POLICY_GLOSS_FIREFOX,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    'firefox-esr',
    'firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ];
  return candidates.find(answers);
}
