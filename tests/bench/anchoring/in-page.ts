import { peers } from 'bench-peers';
import { alone, aloneAll, apache, own, ownAll, peer } from './contenders.ts';
import { type Contender, type Plan, runTrial, type Tally } from './trial.ts';

declare global {
  interface Window {
    /** Told of progress by the page; set by the runner. */
    benchReport(line: string): void;
    bench: { trial(plan: Plan, names: readonly string[]): Promise<Tally[]>; names(): string[] };
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

window.bench = {
  names: () => contenders.map((contender) => contender.name),
  trial: (plan, names) =>
    runTrial(
      plan,
      contenders.filter((contender) => names.includes(contender.name)),
      document.body,
      (line) => window.benchReport(line),
    ),
};
