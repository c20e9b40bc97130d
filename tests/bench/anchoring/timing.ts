import { anchorSlices } from '../../../src/anchoring/anchor-all.ts';
import { foldTable } from '../../../src/anchoring/fold-units.ts';
import { encodePageState } from '../../../src/anchoring/page-state-codec.ts';
import { describePage } from '../../../src/anchoring/page-text.ts';
import { describe } from '../anchoring-adapter.ts';
import { Author, boilerplate, churn, reorder, smallEdit } from './changes.ts';
import { type Box, clone, textOf } from './model.ts';
import { type Pick, Picker } from './picks.ts';
import { Chance } from './random.ts';
import { render } from './render.ts';
import type { Contender } from './trial.ts';

/** One measurement, in ms of CPU time of the page's main thread. */
export interface Timing {
  readonly contender: string;
  readonly condition: string;
  readonly highlights: number;
  readonly ms: number;
}

/** What else the bench says about cost. */
export interface Costs {
  /** Longest stretch of work between two chances to let others work, in ms of CPU time. */
  readonly longestTask: number;
  /** Bytes stored for each character of a page, in our own form. */
  readonly bytes: number;
  /** The same for the plain JSON, deflated. */
  readonly jsonBytes: number;
  /** Anchoring one highlight on an unchanged page of 500,000 characters, against folding its text once. */
  readonly unchangedToFolding: number;
}

function shifted(page: Box, c: Chance): Box {
  const changed = clone(page);
  boilerplate(changed, c, new Author(c.fork(), 0.05));
  return changed;
}

function reworked(page: Box, c: Chance, picks: readonly Pick[]): Box {
  const changed = clone(page);
  for (const pick of picks.slice(0, 120)) smallEdit(changed, c, pick);
  reorder(changed, c, []);
  boilerplate(changed, c, new Author(c.fork(), 0.05));
  churn(changed, c);
  return changed;
}

/** Measures every contender with 10, 100 and 1,000 highlights on a page unchanged, shifted and changed; the best of some rounds. */
export async function runTimings(
  contenders: readonly Contender[],
  seed: number,
  rounds: number,
  body: HTMLElement,
  report: (line: string) => void,
): Promise<Timing[]> {
  const c = new Chance(seed);
  const page = new Author(c.fork(), 0.05).page(60_000);
  const picker = new Picker(page, c.fork());
  const picks = Array.from({ length: 1_000 }, () => picker.pick());
  const pages: [string, Box][] = [
    ['same', page],
    ['shifted', shifted(page, c.fork())],
    ['changed', reworked(page, c.fork(), picks)],
  ];
  const timings: Timing[] = [];
  for (const contender of contenders) {
    const rendered = render(page, body);
    const saved = await contender.save(
      picks.map((pick) => pick.range(rendered)),
      body,
    );
    for (const [condition, version] of pages) {
      render(version, body);
      for (const highlights of [10, 100, 1_000]) {
        const which = Array.from({ length: highlights }, (_, n) =>
          Math.floor((n * picks.length) / highlights),
        );
        let best = Number.POSITIVE_INFINITY;
        for (let round = 0; round < rounds && (round === 0 || best < 10_000); round++) {
          best = Math.min(best, await cpuTime(() => contender.find(saved, which, body)));
        }
        timings.push({ contender: contender.name, condition, highlights, ms: best });
      }
    }
    report(`timed ${contender.name}`);
  }
  return timings;
}

async function deflated(text: string): Promise<number> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

/**
 * CPU time of the main thread that some work takes, ms: what else runs on the machine does not count. Asking for the time
 * takes some itself, which is taken off.
 */
async function cpuTime(work: () => unknown): Promise<number> {
  const asked = [
    await window.benchThreadTime(),
    await window.benchThreadTime(),
    await window.benchThreadTime(),
  ];
  const [first = 0, second = 0, start = 0] = asked;
  await work();
  const end = await window.benchThreadTime();
  // The lesser of two: the browser tidies up whenever it likes.
  return Math.max(0.01, end - start - Math.min(second - first, start - second));
}

async function timed(work: () => unknown, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await cpuTime(work));
  return median(times);
}

/** Measures slices, storage and the quick path of large pages. */
export async function runCosts(seed: number, body: HTMLElement): Promise<Costs> {
  const c = new Chance(seed);
  const page = new Author(c.fork(), 0.05).page(60_000);
  const picker = new Picker(page, c.fork());
  const picks = Array.from({ length: 1_000 }, () => picker.pick());
  const rendered = render(page, body);
  const list = picks.map((pick, at) => ({ id: String(at), selectors: describe(pick.range(rendered), body) }));
  const state = describePage(body);
  const visible = textOf(page).replace(/\s/g, '').length;
  const bytes = (await encodePageState(state)).byteLength / visible;
  const jsonBytes = (await deflated(JSON.stringify(state))) / visible;

  const large = new Author(c.fork(), 0.05).page(500_000);
  const largePicker = new Picker(large, c.fork());
  const first = render(large, body);
  const one = [{ id: '0', selectors: describe(largePicker.pick().range(first), body) }];
  const largeState = JSON.parse(JSON.stringify(describePage(body)));
  const anchorLarge = (): void => {
    const slices = anchorSlices(one, body, largeState);
    while (!slices.next().done);
  };
  anchorLarge();
  const folding = await timed(() => foldWholePage(body), 7);
  const unchanged = await timed(anchorLarge, 7);
  let longestTask = 0;
  for (const [version, anchors, kept] of [
    [reworked(page, c.fork(), picks), list, state],
    [reworked(large, c.fork(), []), one, largeState],
  ] as const) {
    render(version, body);
    const slices = anchorSlices(anchors, body, kept);
    for (let isDone: boolean | undefined = false; !isDone; ) {
      const slice = await cpuTime(() => {
        isDone = slices.next().done;
      });
      longestTask = Math.max(longestTask, slice);
    }
  }
  body.replaceChildren();
  return { longestTask, bytes, jsonBytes, unchangedToFolding: unchanged / folding };
}

/** Reads and folds the text of a page once, unit by unit, the least that any comparison must do. */
function foldWholePage(body: HTMLElement): number {
  const table = foldTable();
  const folded = new Uint16Array(body.textContent!.length);
  let length = 0;
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { data } = node as Text;
    for (let i = 0; i < data.length; i++) {
      const unit = table[data.charCodeAt(i)]!;
      if (unit !== 0) folded[length++] = unit;
    }
  }
  return length;
}
