/**
 * `npm run bench -- [--terms 2000,100000,1000000] [--rounds 9] [--units 200000] [--no-peers] [--write]`: our matcher
 * beside others and beside the floor (a loop that sums `charCodeAt`), in one process, interleaved, medians of thread
 * CPU time. `--write` puts the table into docs/performance.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
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
    write: { type: 'boolean', default: false },
  },
});

/** Thread CPU time so far, ms. */
function cpu(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

function floorSum(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
  return sum;
}

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

const units = Number(values.units);
const rounds = Number(values.rounds);
const page = madeUpText(5, units);
const others = [1, 2, 3, 4].map((seed) => madeUpText(seed, Math.max(units, 400_000)));
const lines: string[] = [];
const print = (line: string): void => {
  lines.push(line);
  console.log(line);
};

for (const size of values.terms.split(',').map(Number)) {
  for (const dense of [true, false]) {
    const terms = termsFrom(dense ? [page] : others, size, 11);
    const floor: Contender = { name: 'floor: charCodeAt', scan: floorSum, build: 0, bytes: 0 };
    const contenders = [floor, ours('ours, exact', raw, terms), ours('ours, all rules', full, terms)];
    for (const peer of values['no-peers'] ? [] : PEERS) {
      if (terms.length > peer.limit || (!dense && peer.name !== 'nested Maps (by hand)')) continue;
      const { value: scan, ms } = timed(() => peer.build(terms));
      contenders.push({ name: peer.name, scan, build: ms, bytes: 0 });
    }
    const medians = race(contenders, page, rounds);
    const base = medians.get(floor.name) ?? 1;
    const exact = medians.get('ours, exact') ?? 1;
    print(
      `\n### ${terms.length.toLocaleString('en')} terms, ${dense ? 'cut from the page itself (dense)' : 'cut from other texts'}\n`,
    );
    print(
      '| contender | ms a page | share of the floor | ours, exact, is faster by | hits | build ms | image MB |',
    );
    print('|---|---|---|---|---|---|---|');
    for (const { name, scan, build, bytes } of contenders) {
      const ms = medians.get(name) ?? 0;
      print(
        `| ${name} | ${ms.toFixed(2)} | ${((100 * base) / ms).toFixed(1)} % | ${(ms / exact).toFixed(1)} × | ${name === floor.name ? '' : scan(page)} | ${build.toFixed(0)} | ${bytes > 0 ? (bytes / 1e6).toFixed(2) : ''} |`,
      );
    }
  }
}

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
