/** `npm run imports`: checks the import rules of the house. Exit code 1 when one is broken or allows what nobody does. */
import { join } from 'node:path';
import { checkImports } from './import-check.ts';

const { read, unread, problems, unused } = await checkImports(join(import.meta.dirname, '..'));
for (const { rule, path } of problems) console.error(`${rule}: ${path.join(' → ')}`);
for (const allowance of unused) console.error(`allowed, and not made use of: ${allowance}`);
for (const name of unread) console.error(`not read: ${name}`);
console.log(
  `${read.length} modules read, ${unread.length} not read, ${problems.length} imports against the rules`,
);
process.exitCode = problems.length + unread.length + unused.length > 0 || read.length === 0 ? 1 : 0;
