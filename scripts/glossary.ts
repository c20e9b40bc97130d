/** `npm run glossary`: checks the authored glossary and prints what it covers. Exit code 1 when anything is wrong. */
import { join } from 'node:path';
import { loadGlossary } from './load-glossary.ts';

const root = join(import.meta.dirname, '..');
const glossary = loadGlossary(root);
for (const problem of glossary.problems) console.error(problem);
console.log(
  `${glossary.concepts.length} concepts, ${glossary.sources.length} sources, ${glossary.problems.length} problems`,
);
process.exitCode = glossary.problems.length > 0 ? 1 : 0;
