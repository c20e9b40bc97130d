/**
 * `npm run bench`: all benches, one after another; `npm run bench -- matcher --terms 2000` one of them, with its options.
 * A bench compares contenders within one run: its figures mean something beside each other only.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../tests/bench');
const ending = '.bench.ts';
const all = readdirSync(folder)
  .filter((name) => name.endsWith(ending))
  .map((name) => name.slice(0, -ending.length));

const [first, ...rest] = process.argv.slice(2);
const named = first !== undefined && !first.startsWith('-');
const chosen = named ? all.filter((name) => name === first) : all;
if (chosen.length === 0) {
  console.error(`There is no bench ${first}; there are: ${all.join(', ')}`);
  process.exitCode = 1;
}
for (const name of chosen) {
  console.log(`━━ ${name}`);
  const args = [join(folder, name + ending), ...(named ? rest : process.argv.slice(2))];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
