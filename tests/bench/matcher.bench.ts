/**
 * `npm run bench -- matcher [--terms 2000,100000,1000000] [--rounds 9] [--units 200000] [--no-peers]
 * [--texts FOLDER] [--write]`: our matcher
 * beside others and beside the floor (a loop that sums `charCodeAt`), in one process, interleaved, medians of thread
 * CPU time. `--write` puts the table into docs/performance.md.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { TermIndex } from '../../src/matching/image.ts';
import { madeUpText, termsFrom } from './made-up-text.ts';
import { full, type MatcherAdapter, raw } from './matcher-adapter.ts';
import { PEERS } from './matcher-peers.ts';

const { values } = parseArgs({
  options: {
    terms: { type: 'string', default: '2000,100000,1000000' },
    rounds: { type: 'string', default: '9' },
    units: { type: 'string', default: '200000' },
    'no-peers': { type: 'boolean', default: false },
    texts: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

/**
 * Thread CPU time so far, ms. Linux brings the time of a thread up to date only at its ticks, every 4 ms, unless that of
 * the process is asked for.
 */
function cpu(): number {
  process.cpuUsage();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

/** V8 sometimes leaves such a loop in its middle tier: three copies run, and the fastest is the floor. */
const floors = [1, 2, 3].map(
  (seed) =>
    new Function(
      'text',
      `let sum = ${seed}; for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0; return sum;`,
    ) as (text: string) => number,
);

interface Contender {
  name: string;
  scan: (text: string) => number;
  build: number;
  bytes: number;
}

function timed<T>(work: () => T): { value: T; ms: number } {
  const from = cpu();
  const value = work();
  return { value, ms: cpu() - from };
}

function ours(name: string, adapter: MatcherAdapter, terms: readonly string[]): Contender {
  const { value: matcher, ms } = timed((): TermIndex => adapter.build(terms));
  return {
    name,
    scan: (text) => adapter.scan(matcher, text),
    build: ms,
    bytes: adapter.save(matcher).byteLength,
  };
}

/** Median ms per scan of the text; contenders take turns, each as often in a round as fills some milliseconds. */
function race(contenders: readonly Contender[], text: string, rounds: number): Map<string, number> {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  const repeats = contenders.map(({ scan }) => {
    for (let at = 0; at < 3; at++) scan(text);
    const { ms } = timed(() => scan(text));
    return Math.max(1, Math.min(60, Math.ceil(20 / Math.max(ms, 0.05))));
  });
  for (let round = 0; round < rounds; round++)
    contenders.forEach(({ name, scan }, index) => {
      const count = repeats[index] ?? 1;
      const { ms } = timed(() => {
        for (let at = 0; at < count; at++) scan(text);
      });
      times.get(name)?.push(ms / count);
    });
  return new Map([...times].map(([name, list]) => [name, median(list)]));
}

function freshProcess(folder: string): number[] {
  const script = join(import.meta.dirname, 'first-page.ts');
  const args = [script, join(folder, 'image'), join(folder, 'page.txt')];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as number[];
}

const units = Number(values.units);
const rounds = Number(values.rounds);

/** The page, and the texts that terms are cut from: made up, or the longest text of a folder and the others. */
function readTexts(): { page: string; others: string[] } {
  if (!values.texts)
    return {
      page: madeUpText(5, units),
      others: [1, 2, 3, 4].map((seed) => madeUpText(seed, Math.max(units, 400_000))),
    };
  const folder = values.texts;
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const texts = names.map((name) => readFileSync(join(folder, name), 'utf8'));
  const [longest = '', ...others] = texts.sort((a, b) => b.length - a.length);
  const repeated = longest.repeat(Math.ceil(units / Math.max(1, longest.length))).slice(0, units);
  // Written out anew: a slice of a repeated string is read more slowly than any page.
  return { page: Buffer.from(repeated, 'utf16le').toString('utf16le'), others };
}

const { page, others } = readTexts();
const lines: string[] = [];
const print = (line: string): void => {
  lines.push(line);
  console.log(line);
};

for (const size of values.terms.split(',').map(Number)) {
  for (const dense of [true, false]) {
    const terms = termsFrom(dense ? [page] : others, size, 11);
    const copies = floors.map((scan, at): Contender => ({ name: `floor ${at}`, scan, build: 0, bytes: 0 }));
    const contenders = [ours('ours, exact', raw, terms), ours('ours, all rules', full, terms)];
    for (const peer of values['no-peers'] ? [] : PEERS) {
      if (terms.length > peer.limit || (!dense && peer.name !== 'nested Maps (by hand)')) continue;
      const { value: scan, ms } = timed(() => peer.build(terms));
      contenders.push({ name: peer.name, scan, build: ms, bytes: 0 });
    }
    const medians = race([...copies, ...contenders], page, rounds);
    const base = Math.min(...copies.map(({ name }) => medians.get(name) ?? Number.POSITIVE_INFINITY));
    const exact = medians.get('ours, exact') ?? 1;
    print(
      `\n### ${terms.length.toLocaleString('en')} terms, ${dense ? 'cut from the page itself (dense)' : 'cut from other texts'}\n`,
    );
    print(
      '| contender | ms a page | share of the floor | ours, exact, is faster by | hits | build ms | image MB |',
    );
    print('|---|---|---|---|---|---|---|');
    print(`| floor: sum of charCodeAt | ${base.toFixed(2)} | 100 % | | | | |`);
    for (const { name, scan, build, bytes } of contenders) {
      const ms = medians.get(name) ?? 0;
      print(
        `| ${name} | ${ms.toFixed(2)} | ${((100 * base) / ms).toFixed(1)} % | ${(ms / exact).toFixed(1)} × | ${scan(page)} | ${build.toFixed(0)} | ${bytes > 0 ? (bytes / 1e6).toFixed(2) : ''} |`,
      );
    }
  }
}

print(
  '\n### Opening an image and scanning in a fresh process (ms of CPU, medians of 7; terms from other texts)\n',
);
print('| terms | rules | image MB | open | first page | second | third |');
print('|---|---|---|---|---|---|---|');
const folder = mkdtempSync(join(tmpdir(), 'matcher-bench-'));
writeFileSync(join(folder, 'page.txt'), page);
for (const size of values.terms.split(',').map(Number)) {
  const terms = termsFrom(others, size, 11);
  for (const [name, adapter] of [
    ['exact', raw],
    ['all', full],
  ] as const) {
    const image = adapter.save(adapter.build(terms));
    writeFileSync(join(folder, 'image'), new Uint8Array(image));
    const runs = Array.from({ length: 7 }, () => freshProcess(folder));
    const columns = [0, 1, 2, 3].map((at) => median(runs.map((run) => run[at] ?? 0)).toFixed(1));
    print(
      `| ${size.toLocaleString('en')} | ${name} | ${(image.byteLength / 1e6).toFixed(2)} | ${columns.join(' | ')} |`,
    );
  }
}
rmSync(folder, { recursive: true });

if (values.write) {
  const path = join(import.meta.dirname, '../../docs/performance.md');
  const text = readFileSync(path, 'utf8');
  const [before = '', rest = ''] = text.split('<!-- matcher: begin -->');
  const after = rest.split('<!-- matcher: end -->')[1] ?? '';
  writeFileSync(
    path,
    `${before}<!-- matcher: begin -->\n${lines.join('\n')}\n\n<!-- matcher: end -->${after}`,
  );
}
