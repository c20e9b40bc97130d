import { peers } from 'bench-peers';
import { alone, aloneAll, apache, own, ownAll, peer } from './contenders.ts';
import { type Costs, runCosts, runTimings, type Timing } from './timing.ts';
import { type Contender, type Plan, runTrial, type Tally } from './trial.ts';

declare global {
  interface Window {
    /** Told of progress by the page; set by the runner. */
    benchReport(line: string): void;
    /** CPU time that the main thread has taken so far, ms; set by the runner. */
    benchThreadTime(): Promise<number>;
    bench: {
      timings(names: readonly string[], seed: number, rounds: number): Promise<Timing[]>;
      costs(seed: number): Promise<Costs>;
      trial(plan: Plan, names: readonly string[]): Promise<Tally[]>;
      names(): string[];
    };
  }
}

const contenders: readonly Contender[] = [
  own,
  alone,
  ownAll,
  aloneAll,
  apache,
  ...Object.entries(peers).map(([name, module]) => peer(name, module)),
];

const chosen = (names: readonly string[]): Contender[] =>
  contenders.filter((contender) => names.includes(contender.name));

window.bench = {
  timings: (names, seed, rounds) =>
    runTimings(chosen(names), seed, rounds, document.body, (line) => window.benchReport(line)),
  costs: (seed) => runCosts(seed, document.body),
  names: () => contenders.map((contender) => contender.name),
  trial: (plan, names) => runTrial(plan, chosen(names), document.body, (line) => window.benchReport(line)),
};
