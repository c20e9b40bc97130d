/**
 * `npm run glossary`: checks the authored glossary and prints what it covers; `-- --json` prints the same as one JSON
 * value. Errors set exit code 1, warnings do not. docs/glossary.md explains the rules.
 */
import { join } from 'node:path';
import { coverGlossary } from '../src/glossary/review/coverage.ts';
import { reviewGlossary } from '../src/glossary/review/review.ts';
import { coverageText, findingsText } from './glossary-report.ts';
import { loadGlossary } from './load-glossary.ts';

const root = join(import.meta.dirname, '..');
const glossary = loadGlossary(root);
const findings = reviewGlossary(glossary);
const coverage = coverGlossary(glossary, ({ id }) => glossary.fileOf.get(id) ?? 'unknown');
const errors = glossary.problems.length + findings.filter(({ severity }) => severity === 'error').length;

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ errors, problems: glossary.problems, findings, coverage }, null, 2));
} else {
  for (const problem of glossary.problems) console.error(`error    schema      ${problem}`);
  console.log(findingsText(findings, glossary.fileOf));
  console.log(coverageText(coverage));
  console.log(
    `${coverage.whole.concepts} concepts, ${coverage.sources} sources, ${errors} errors, ${findings.length + glossary.problems.length - errors} warnings`,
  );
}
process.exitCode = errors > 0 ? 1 : 0;
