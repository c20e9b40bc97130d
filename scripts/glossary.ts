/**
 * `npm run glossary`: checks the authored glossary and prints what it covers; `-- --json` prints the same as one JSON
 * value. Errors set exit code 1, warnings do not. docs/glossary.md explains the rules.
 */
import { join } from 'node:path';
import { coverGlossary } from '../src/glossary/review/coverage.ts';
import { reviewGlossary } from '../src/glossary/review/review.ts';
import { buildGraph } from '../src/initiatives/graph.ts';
import { stepsToPlan } from '../src/initiatives/reach.ts';
import { coverageText, findingsText } from './glossary-report.ts';
import { loadGlossary } from './load-glossary.ts';

const root = join(import.meta.dirname, '..');
const glossary = loadGlossary(root);
const findings = reviewGlossary(glossary);
const coverage = coverGlossary(glossary, ({ id }) => glossary.fileOf.get(id) ?? 'unknown');
/** Presses within which a reader should get from the card of a term to that of a whole plan. */
const MOST_STEPS = 2;
const { subjects, sources, concepts } = glossary;
const heading = {
  id: 'draft',
  title: { 'zh-Hant': '草稿', en: 'draft' },
  edition: '',
  licence: '',
  hash: '',
};
const graph = buildGraph({ ...heading, subjects, sources, concepts });
const leading = glossary.concepts.filter(({ id }) => stepsToPlan(graph, id, MOST_STEPS) !== undefined);
const leadingTerms = leading.reduce((sum, { terms }) => sum + terms.length, 0);
const errors = glossary.problems.length + findings.filter(({ severity }) => severity === 'error').length;

if (process.argv.includes('--json')) {
  console.log(
    JSON.stringify({ errors, problems: glossary.problems, findings, coverage, leadingTerms }, null, 2),
  );
} else {
  for (const problem of glossary.problems) console.error(`error    schema      ${problem}`);
  console.log(findingsText(findings, glossary.fileOf));
  console.log(coverageText(coverage));
  const share = ((100 * leadingTerms) / Math.max(1, coverage.whole.terms)).toFixed(1);
  console.log(`\n${share} % of the terms lead to a whole plan in ${MOST_STEPS} presses from card to card`);
  console.log(
    `${coverage.whole.concepts} concepts, ${coverage.sources} sources, ${errors} errors, ${findings.length + glossary.problems.length - errors} warnings`,
  );
}
process.exitCode = errors > 0 ? 1 : 0;
