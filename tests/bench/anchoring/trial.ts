import { Author } from './changes.ts';
import { copyOf, FAMILIES, type Family } from './families.ts';
import type { Box } from './model.ts';
import { type Pick, Picker } from './picks.ts';
import { Chance } from './random.ts';
import { type Rendered, render } from './render.ts';
import { type Grade, grade, type Truth, truthOf } from './verdict.ts';

/** Something that finds highlights again, whatever it keeps. */
export interface Contender {
  readonly name: string;
  /** What it stores of the ranges on a page. */
  save(ranges: readonly Range[], root: HTMLElement): Promise<unknown>;
  /** Finds the stored highlights with these numbers. */
  find(saved: unknown, which: readonly number[], root: HTMLElement): Promise<(Range | null)[]>;
  /** What it had to say of each answer, for reading the cases. */
  readonly notes?: string[];
}

/** Counts of one contender in one family, and what went wrong. */
export interface Tally {
  contender: string;
  family: string;
  right: number;
  approximate: number;
  lost: number;
  wrong: number;
  cases: string[];
}

/** What one trial covers. */
export interface Plan {
  readonly seed: number;
  readonly pages: number;
  readonly highlights: number;
  readonly families: readonly string[];
  /** Versions of a page over which aimed changes are spread. */
  readonly versions: number;
  readonly keepCases: boolean;
}

const LENGTHS = [3_000, 60_000] as const;

function deal(picks: readonly Pick[], versions: number): Pick[][] {
  const hands: Pick[][] = Array.from({ length: versions }, () => []);
  picks.forEach((pick, at) => {
    const free = hands
      .map((hand, n) => ({ hand, n }))
      .filter(({ hand }) => !hand.some((other) => other.blocks.some((block) => pick.blocks.includes(block))));
    const chosen = free[at % Math.max(1, free.length)];
    chosen?.hand.push(pick);
  });
  return hands.filter((hand) => hand.length > 0);
}

function judge(family: Family, rendered: Rendered, truth: Truth, range: Range | null): Grade | null {
  if (truth.torn && !family.mayLose) return null;
  const result = grade(rendered, truth, range);
  if (!family.mayLose) return result;
  if (result === 'lost') return 'right';
  // Of a torn quote the larger piece is an answer.
  return result === 'approximate' && truth.torn ? 'right' : result;
}

/** Runs every contender over generated pages and calls back with every tally. */
export async function runTrial(
  plan: Plan,
  contenders: readonly Contender[],
  body: HTMLElement,
  report: (done: string) => void,
): Promise<Tally[]> {
  const tallies = new Map<string, Tally>();
  const chance = new Chance(plan.seed);
  const families = FAMILIES.filter(
    (family) => plan.families.length === 0 || plan.families.some((name) => family.name.startsWith(name)),
  );
  for (let number = 0; number < plan.pages; number++) {
    const c = chance.fork();
    const length = Math.round(LENGTHS[0] * (LENGTHS[1] / LENGTHS[0]) ** c.next());
    const english = number % 5 === 4 ? 0.6 : 0.05;
    const page = new Author(c.fork(), english).page(length);
    const picker = new Picker(page, c.fork());
    const picks = Array.from({ length: plan.highlights }, () => picker.pick());
    const base = Math.floor(c.next() * 2 ** 32);
    const saved = await save(page, picks, contenders, body);
    for (const family of families) {
      // By its name, so that a run of some families sees the same changes as a run of all.
      const from = new Chance(base ^ hashOf(family.name));
      const hands = family.aimed ? deal(picks, plan.versions) : [picks];
      for (const hand of hands) {
        const changed = copyOf(page);
        // What is new on a page is written by somebody else, who does not know its stock phrases.
        const other = new Author(from.fork(), english);
        const hit = family.apply(changed, from.fork(), other, hand, picks);
        const holder = family.framed ? frameIn(body) : body;
        const rendered = render(changed, holder);
        await play(family, number, rendered, picks, hit, contenders, saved, tallies, plan.keepCases);
      }
    }
    report(`page ${number + 1} of ${plan.pages}, ${length} characters`);
  }
  body.replaceChildren();
  return [...tallies.values()];
}

function hashOf(name: string): number {
  let hash = 17;
  for (const letter of name) hash = (Math.imul(hash, 31) + letter.codePointAt(0)!) | 0;
  return hash;
}

function frameIn(body: HTMLElement): HTMLElement {
  const frame = document.createElement('iframe');
  body.replaceChildren(frame);
  return frame.contentDocument!.body;
}

async function save(
  page: Box,
  picks: readonly Pick[],
  contenders: readonly Contender[],
  body: HTMLElement,
): Promise<unknown[]> {
  const saved: unknown[] = [];
  for (const contender of contenders) {
    const rendered = render(page, body);
    saved.push(
      await contender.save(
        picks.map((pick) => pick.range(rendered)),
        body,
      ),
    );
  }
  return saved;
}

async function play(
  family: Family,
  number: number,
  rendered: Rendered,
  picks: readonly Pick[],
  hit: readonly Pick[],
  contenders: readonly Contender[],
  saved: readonly unknown[],
  tallies: Map<string, Tally>,
  keepCases: boolean,
): Promise<void> {
  const which = hit.map((pick) => picks.indexOf(pick));
  const truths = hit.map((pick) => truthOf(rendered, pick.ids));
  for (let n = 0; n < contenders.length; n++) {
    const contender = contenders[n]!;
    const ranges = await contender.find(saved[n], which, rendered.root);
    const key = `${contender.name}\n${family.name}`;
    const tally = tallies.get(key) ?? {
      contender: contender.name,
      family: family.name,
      right: 0,
      approximate: 0,
      lost: 0,
      wrong: 0,
      cases: [],
    };
    tallies.set(key, tally);
    hit.forEach((pick, at) => {
      const result = judge(family, rendered, truths[at]!, ranges[at]!);
      if (result === null) return;
      tally[result]++;
      if (keepCases && result !== 'right') {
        tally.cases.push(
          `${result} page ${number} ${pick.kind} #${which[at]} «${pick.text.slice(0, 50)}» (${contender.notes?.[at] ?? ''}): ${ranges[at]?.toString().slice(0, 60) ?? '-'}`,
        );
      }
    });
  }
}
