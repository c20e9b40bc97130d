/**
 * `npm run lock`: puts packages for other platforms into package-lock.json where npm left them out. npm drops an
 * optional package that it cannot find on the registry in use, and then `npm ci` refuses the lock everywhere. An entry
 * put in here has no hash, since the package was not seen; npm adds it where it is.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingOptional, type PackageLock } from './lock-file.ts';

const path = join(import.meta.dirname, '../package-lock.json');
const lock: PackageLock = JSON.parse(readFileSync(path, 'utf8'));
const missing = missingOptional(lock);
for (const { key, entry } of missing) lock.packages[key] = entry;
const sorted = Object.entries(lock.packages).sort(([one], [other]) => one.localeCompare(other, 'en'));
writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
console.log(`${missing.length} packages put into package-lock.json`);
