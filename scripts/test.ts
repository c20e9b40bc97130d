/**
 * `npm test`: everything that must hold, step by step; every step runs even when an earlier one failed.
 * `npm test -- unit e2e` runs only the steps whose name contains one of the words.
 * The last line of the output is `N passed, N failed`: every test counts, and every step counts as one more.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canMountDisks } from './small-disk.ts';

interface Step {
  readonly name: string;
  readonly command: string;
  readonly needs?: readonly string[];
  /** Name of the vitest project whose tests are counted, when the step runs one. */
  readonly project?: string;
}

interface Outcome {
  readonly step: Step;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  /** Why the step itself failed, or undefined. */
  readonly fault: string | undefined;
}

const root = join(import.meta.dirname, '..');
const reports = join(root, '.cache/test');

/** Without a terminal the output is read as text, in a log; some tools colour it even so. */
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined };

/** Time that a step may take, milliseconds: what hangs fails, and the steps after it still run. */
const MOST_TIME = 15 * 60_000;

/** `needs`: what `scripts/setup.mjs` is to bring beside the packages; `without`: files of tests that cannot run here. */
const vitest = (project: string, needs: readonly string[] = [], without: readonly string[] = []): Step => ({
  name: `${project} tests`,
  needs,
  command: `vitest run --project ${project}${without.map((file) => ` --exclude ${file}`).join('')} --reporter=default --reporter=json --outputFile.json=${reportFile(project)}`,
  project,
});

const canFillDisks = canMountDisks();

const steps: readonly Step[] = [
  { name: 'format and lint', command: 'biome check' },
  { name: 'types', command: 'tsc --noEmit -p .' },
  { name: 'unused code', command: 'knip' },
  { name: 'import rules', command: 'node scripts/imports.ts' },
  { name: 'glossary', command: 'node scripts/glossary.ts' },
  { name: 'build for Chromium', command: 'wxt build -b chrome --mv3' },
  { name: 'build for Firefox', command: 'wxt build -b firefox --mv3' },
  { name: 'e2e build for Chromium', command: 'wxt build -b chrome --mv3 -m e2e' },
  { name: 'e2e build for Firefox', command: 'wxt build -b firefox --mv3 -m e2e' },
  vitest('unit'),
  vitest('browser', ['--browser']),
  vitest('clients', ['--clients']),
  vitest('e2e', ['--browser', '--firefox'], canFillDisks ? [] : ['tests/e2e/full-disk.e2e.test.ts']),
];

function reportFile(project: string): string {
  return `.cache/test/${project}.json`;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

function readReport(project: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(join(root, reportFile(project)), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Why a step that ran tests did not do its work, or undefined. A skipped test is a test that did not hold. */
function faultOf(status: number | null, report: VitestReport | undefined, project: string | undefined) {
  if (status !== 0) return `exit code ${status ?? 'none'}`;
  if (!project) return undefined;
  if (!report) return 'no report';
  if (report.numPassedTests === 0) return 'no test ran';
  const skipped = report.numPendingTests + report.numTodoTests;
  return skipped > 0 ? `${skipped} skipped` : undefined;
}

function run(step: Step): Outcome {
  console.log(`\n━━ ${step.name}\n   ${step.command}`);
  const start = performance.now();
  const { status } = spawnSync(step.command, {
    cwd: root,
    shell: true,
    timeout: MOST_TIME,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      ...plain,
      PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`,
    },
  });
  const report = step.project ? readReport(step.project) : undefined;
  const fault = faultOf(status, report, step.project);
  return {
    step,
    passed: (report?.numPassedTests ?? 0) + (fault ? 0 : 1),
    failed: (report?.numFailedTests ?? 0) + (fault ? 1 : 0),
    seconds: (performance.now() - start) / 1000,
    fault,
  };
}

/** The programs that open our files come from Debian's packages. Where there are none, nothing is claimed. */
function onDebian(): boolean {
  return spawnSync('dpkg-query', ['--version']).status === 0;
}

function line({ step, passed, failed, seconds, fault }: Outcome): string {
  const tests = step.project ? `${passed} passed, ${failed} failed` : '';
  return `${fault ? '✗' : '✓'} ${step.name.padEnd(24)} ${seconds.toFixed(1).padStart(7)} s  ${tests}${fault ? `  (${fault})` : ''}`;
}

const words = process.argv.slice(2);
const chosen = steps.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const runnable = chosen.filter(({ project }) => project !== 'clients' || onDebian());
const needs = [...new Set(runnable.flatMap((step) => step.needs ?? []))];
const setUp = { name: 'set-up', command: ['node scripts/setup.mjs', ...needs].join(' ') };
const outcomes = (needs.length > 0 ? [setUp, ...runnable] : runnable).map(run);
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
console.log(`\n━━ summary\n${outcomes.map(line).join('\n')}`);
if (runnable.length < chosen.length)
  console.log('○ clients tests not run: the programs are those of Debian (tests/clients/packages.txt)');
if (!canFillDisks && chosen.some(({ project }) => project === 'e2e'))
  console.log('○ the test of a full disk not run: it takes Linux and root (tests/e2e/full-disk.e2e.test.ts)');
process.exitCode = failed > 0 || outcomes.length === 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
