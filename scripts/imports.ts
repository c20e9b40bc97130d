/** `npm run imports`: checks the import rules of the house. Exit code 1 when one is broken. */
import { join } from 'node:path';
import { checkImports } from './import-check.ts';

const { read, unread, problems } = await checkImports(join(import.meta.dirname, '..'));
for (const { rule, path } of problems) console.error(`${rule}: ${path.join(' → ')}`);
for (const name of unread) console.error(`not read: ${name}`);
console.log(
  `${read.length} modules read, ${unread.length} not read, ${problems.length} imports against the rules`,
);
process.exitCode = problems.length + unread.length > 0 || read.length === 0 ? 1 : 0;
