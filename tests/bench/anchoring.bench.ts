/**
 * Finding highlights again on generated pages with hidden truth, in a real Chromium.
 *
 *   node tests/bench/anchoring.bench.ts [--seed N] [--pages N] [--families M0,M1] [--only NAME,NAME]
 *        [--peer NAME=PATH] [--cases] [--time]
 *
 * A peer is any ES module with `describe(root, range)` and `anchor(root, selectors)`.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openBench } from './anchoring/browser.ts';
import type { Timing } from './anchoring/timing.ts';
import type { Tally } from './anchoring/trial.ts';

/** The one seed that anything may be tuned on. */
const DEVELOPMENT_SEED = 1;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(DEVELOPMENT_SEED) },
    pages: { type: 'string', default: '40' },
    highlights: { type: 'string', default: '37' },
    versions: { type: 'string', default: '4' },
    families: { type: 'string', default: '' },
    only: { type: 'string', default: '' },
    peer: { type: 'string', multiple: true, default: [] },
    cases: { type: 'boolean', default: false },
    time: { type: 'boolean', default: false },
  },
});

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : ((100 * part) / whole).toFixed(2);
}

function print(tallies: readonly Tally[]): void {
  for (const contender of new Set(tallies.map((tally) => tally.contender))) {
    const mine = tallies.filter((tally) => tally.contender === contender);
    console.log(`\n${contender}`);
    console.log('family                     n   right % approx. %    lost %   wrong %  (wrong)');
    const row = (name: string, list: readonly Tally[]): void => {
      const sum = (key: 'right' | 'approximate' | 'lost' | 'wrong'): number =>
        list.reduce((total, tally) => total + tally[key], 0);
      const n = sum('right') + sum('approximate') + sum('lost') + sum('wrong');
      const cell = (key: 'right' | 'approximate' | 'lost' | 'wrong'): string =>
        percent(sum(key), n).padStart(9);
      console.log(
        `${name.padEnd(20)}${String(n).padStart(8)}${cell('right')} ${cell('approximate')} ${cell('lost')} ${cell('wrong')}  ${sum('wrong')}`,
      );
    };
    for (const tally of mine) row(tally.family, [tally]);
    row(
      'M0-M11',
      mine.filter((tally) => tally.family.startsWith('M')),
    );
    row('all', mine);
    if (values.cases)
      for (const tally of mine) for (const line of tally.cases) console.log(`  ${tally.family}: ${line}`);
  }
}

function printTimes(timings: readonly Timing[]): void {
  const base = timings.find((timing) => peers.has(timing.contender))?.contender;
  const conditions = [...new Set(timings.map((timing) => timing.condition))];
  for (const contender of new Set(timings.map((timing) => timing.contender))) {
    for (const condition of conditions) {
      const mine = timings.filter(
        (timing) => timing.contender === contender && timing.condition === condition,
      );
      const cells = mine.map((timing) => {
        const rival = timings.find(
          (other) =>
            other.contender === base &&
            other.condition === condition &&
            other.highlights === timing.highlights,
        );
        const ratio = rival === undefined ? '' : ` (${(timing.ms / rival.ms).toFixed(3)} of ${base})`;
        return `${timing.highlights}: ${timing.ms.toFixed(1)} ms${ratio}`;
      });
      const growth = mine.at(-1)!.ms / mine[0]!.ms;
      console.log(`${contender}, ${condition}: ${cells.join(', ')}, 10 to 1,000 x${growth.toFixed(1)}`);
    }
  }
}

const peers = new Map(
  values.peer.map((given): [string, string] => {
    const at = given.indexOf('=');
    return [given.slice(0, at), resolve(given.slice(at + 1))];
  }),
);
const { browser, page } = await openBench(new URL('anchoring/in-page.ts', import.meta.url), peers, (line) =>
  console.error(line),
);
try {
  const names = await page.evaluate(() => window.bench.names());
  const wanted = values.only === '' ? names : names.filter((name) => values.only.split(',').includes(name));
  const first = Number(values.seed.split(',')[0]);
  if (values.time) {
    const rivals = wanted.filter((name) => !name.endsWith(', all'));
    printTimes(
      await page.evaluate(([list, seed]) => window.bench.timings(list, seed, 3), [rivals, first] as const),
    );
    console.log(await page.evaluate((seed) => window.bench.costs(seed), first));
  }
  for (const seed of values.time ? [] : values.seed.split(',')) {
    const plan = {
      seed: Number(seed),
      pages: Number(values.pages),
      highlights: Number(values.highlights),
      versions: Number(values.versions),
      families: values.families === '' ? [] : values.families.split(','),
      keepCases: values.cases,
    };
    console.log(`seed ${seed}, ${plan.pages} pages, ${plan.highlights} highlights each`);
    print(
      await page.evaluate(([settings, chosen]) => window.bench.trial(settings, chosen), [
        plan,
        wanted,
      ] as const),
    );
  }
} finally {
  await browser.close();
}
